"""The questions of an interview with their follow-ups: how each answer stands, and its key points where unfolded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.store.records import AnswerRecord
from ui.theme import SPACE
from ui.widgets.answer_row import AnswerRow
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.key_point_row import sign_text
from ui.widgets.text import Text
from ui.words.interview_remarks import answer_place
from ui.words.key_point_verdicts import ShownPoint
from ui.words.verdict_counts import judged_points

_FOLD_PX = 46


class AskedQuestionsCard(Card):
    """A row for each answer, and below the last of a question why its follow-ups ended.

    Signals:
        answer_opened(int): an answer's id.
    """

    answer_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Questions", parent, padding=4 * SPACE)
        self.body.setSpacing(0)
        self._figures = Text("", "caption")
        self.body.addWidget(self._figures)
        self.body.addSpacing(2 * SPACE)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(0)
        self.body.addLayout(self._answers)
        self._entries: list[AnswerEntry] = []

    @property
    def entries(self) -> Sequence[AnswerEntry]:
        """The rows, in the order of the interview."""
        return tuple(self._entries)

    def show_answers(self, answers: Sequence[AnswerRecord], ladder_ends: dict[int, str], figures: str) -> None:
        """Show these answers; rows of the same ones stay, with what is unfolded and with the keyboard."""
        self._figures.setText(figures)
        if [entry.answer_id for entry in self._entries] != [record.id for record in answers]:
            self._clear()
            self._entries = [self._make_entry(record) for record in answers]
        for entry, record in zip(self._entries, answers, strict=True):
            entry.show_answer(record, ladder_ends.get(record.id, ""))

    def _make_entry(self, record: AnswerRecord) -> AnswerEntry:
        entry = AnswerEntry(record, self)
        entry.row.opened.connect(lambda: self.answer_opened.emit(entry.answer_id))
        entry.row.moved.connect(lambda step: self._move(entry, step))
        self._answers.addWidget(entry)
        entry.show()
        return entry

    def _move(self, entry: AnswerEntry, step: int) -> None:
        at = self._entries.index(entry) + step
        if 0 <= at < len(self._entries):
            self._entries[at].row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clear(self) -> None:
        for entry in self._entries:
            self._answers.removeWidget(entry)
            entry.hide()
            entry.deleteLater()


class AnswerEntry(QWidget):
    """A row, a button that unfolds its key points, and the end of the ladder if it came with this answer."""

    def __init__(self, record: AnswerRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = answer_place(record)
        self.answer_id = record.id
        self._points = judged_points(record)
        self.row = AnswerRow(record, self._points)
        self.fold = Button("", look="quiet", icon_name="plus", is_small=True)
        self.fold.setFixedWidth(_FOLD_PX)
        self._names: QWidget | None = None
        self._end = Text("", "caption")
        self._end.setContentsMargins(8 * SPACE, 0, _FOLD_PX, 2 * SPACE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.row, 1)
        line.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(line)
        self._column.addWidget(self._end)
        self.fold.clicked.connect(lambda: self.unfold(not self.is_unfolded))
        self.row.unfolded.connect(self.unfold)

    @property
    def is_unfolded(self) -> bool:
        """Whether the key points stand below the row."""
        return self._names is not None

    def show_answer(self, record: AnswerRecord, ladder_end: str) -> None:
        """Show what has become of it, and why its follow-ups ended, if they ended with it."""
        was_unfolded = self.is_unfolded
        self._points = judged_points(record)
        self.row.show_answer(record, self._points)
        self._end.setText(ladder_end)
        self._end.setVisible(bool(ladder_end))
        self.fold.setEnabled(bool(self._points))
        policy = self.fold.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # lengths stand below one another, with key points or without
        self.fold.setSizePolicy(policy)
        self.fold.setVisible(bool(self._points))
        self.unfold(False)
        self.unfold(was_unfolded)

    def unfold(self, is_wanted: bool) -> None:
        """Show the key points with their verdicts, or fold them away."""
        if self._names is not None and not is_wanted:
            self._column.removeWidget(self._names)
            self._names.hide()
            self._names.deleteLater()
            self._names = None
        elif self._names is None and is_wanted and self._points:
            self._names = _named(self._points)
            self._column.insertWidget(1, self._names)
            self._names.show()
        self.fold.set_icon("minus" if self.is_unfolded else "plus")
        what = f"the key points of {self._place[0].lower()}{self._place[1:]}"
        self.fold.setAccessibleName(f"{'Hide' if self.is_unfolded else 'Show'} {what}")
        self.fold.setToolTip("Key points (→ and ←)")


def _named(points: Sequence[ShownPoint]) -> QWidget:
    """The points, each with the sign of its verdict."""
    names = QWidget()
    column = QVBoxLayout(names)
    column.setContentsMargins(8 * SPACE, 0, _FOLD_PX, 3 * SPACE)
    column.setSpacing(SPACE)
    for point in points:
        words = Text(point.text, "soft" if point.verdict == "not" else "body")
        words.set_tone("red" if point.verdict == "contrary" else "")
        words.setAccessibleName(point.spoken)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(words)
        if point.right:
            texts.addWidget(Text(point.right, "strong"))
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(sign_text(point.mark, point.shade), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        column.addLayout(line)
    return names
