"""The questions of an interview with their follow-ups: how each answer stands, and its key points where unfolded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.store.records import AnswerRecord
from ui.theme import SPACE
from ui.widgets.answer_row import SIDE_PX, STEP_IN_PX, AnswerRow
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.key_point_row import sign_text
from ui.widgets.text import Text
from ui.words.interview_remarks import answer_place
from ui.words.key_point_verdicts import ShownPoint
from ui.words.verdict_counts import judged_points

_FOLD_PX: Final = 46
_AT_ONCE: Final = 12


class AskedQuestionsCard(Card):
    """A row for each answer, and below the last of a question why its follow-ups ended.

    Signals:
        answer_opened(int): an answer's id.
    """

    answer_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=2 * SPACE)
        self.setAccessibleName("Questions")
        self.body.setSpacing(0)
        self._figures = Text("", "caption")
        heading = QVBoxLayout()
        heading.setContentsMargins(SIDE_PX, 3 * SPACE, SIDE_PX, 2 * SPACE)
        heading.addWidget(Text("Questions", "label"))
        heading.addWidget(self._figures)
        self.body.addLayout(heading)
        self._answers: tuple[AnswerRecord, ...] = ()
        self._ladder_ends: Mapping[int, str] = {}
        self._entries: list[AnswerEntry] = []
        self._grounds: list[QWidget] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._add_some)

    @property
    def entries(self) -> Sequence[AnswerEntry]:
        """The rows, in the order of the interview."""
        return tuple(self._entries)

    def show_answers(self, answers: Sequence[AnswerRecord], ladder_ends: Mapping[int, str], figures: str) -> None:
        """Show these answers; rows of the same ones stay, with what is unfolded and with the keyboard.

        Of a long interview the first rows are there at once, the others a few at a time.
        """
        self._figures.setText(figures)
        self._answers, self._ladder_ends = tuple(answers), ladder_ends
        ids = [record.id for record in answers]
        if [entry.answer_id for entry in self._entries] != ids[: len(self._entries)]:
            self._clear()
        for entry, record in zip(self._entries, answers, strict=False):
            entry.show_answer(record, ladder_ends.get(record.id, ""))
        self._add_some()

    def _add_some(self) -> None:
        """The next rows on a ground of their own, hidden until they are there: else each would lay out all before."""
        rest = self._answers[len(self._entries) :]
        if not rest:
            return
        ground = QWidget(self)
        ground.hide()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for record in rest[:_AT_ONCE]:
            entry = self._make_entry(record)
            self._entries.append(entry)
            column.addWidget(entry)
        self._grounds.append(ground)
        self.body.addWidget(ground)
        ground.show()
        self._more.start()

    def _make_entry(self, record: AnswerRecord) -> AnswerEntry:
        entry = AnswerEntry(record, self._ladder_ends.get(record.id, ""))
        entry.row.opened.connect(lambda: self.answer_opened.emit(entry.answer_id))
        entry.row.moved.connect(lambda step: self._move(entry, step))
        return entry

    def _clear(self) -> None:
        self._more.stop()
        self._entries = []
        for ground in self._grounds:
            self.body.removeWidget(ground)
            ground.hide()
            ground.deleteLater()
        self._grounds = []

    def _move(self, entry: AnswerEntry, step: int) -> None:
        at = self._entries.index(entry) + step
        if 0 <= at < len(self._entries):
            self._entries[at].row.setFocus(Qt.FocusReason.ShortcutFocusReason)


class AnswerEntry(QWidget):
    """A row, a button that unfolds its key points, and the end of the ladder if it came with this answer."""

    def __init__(self, record: AnswerRecord, ladder_end: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = answer_place(record)
        self.answer_id = record.id
        self._points = judged_points(record)
        self.row = AnswerRow(record, self._points)
        self.fold: Button | None = None
        self._names: QWidget | None = None
        self._end: Text | None = None
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, _FOLD_PX, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.row, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._line)
        self.row.unfolded.connect(self.unfold)
        self._show_end(ladder_end)
        self._show_fold()

    @property
    def is_unfolded(self) -> bool:
        """Whether the key points stand below the row."""
        return self._names is not None

    def show_answer(self, record: AnswerRecord, ladder_end: str) -> None:
        """Show what has become of it, and why its follow-ups ended, if they ended with it."""
        points = judged_points(record)
        if self._points != points:
            was_unfolded = self.is_unfolded
            self.unfold(False)
            self._points = points
            self.unfold(was_unfolded)
        self.row.show_answer(record, points)
        self._show_end(ladder_end)
        self._show_fold()

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
        self._show_fold()

    def _show_end(self, words: str) -> None:
        if words and self._end is None:
            self._end = Text("", "caption", self)
            self._end.setContentsMargins(SIDE_PX + STEP_IN_PX, 0, _FOLD_PX, 2 * SPACE)
            self._column.addWidget(self._end)
        if self._end is not None:
            self._end.setText(words)
            self._end.setVisible(bool(words))

    def _show_fold(self) -> None:
        """The button is there where there are key points; lengths stand below one another with it or without."""
        if self.fold is None and self._points:
            self.fold = Button("", look="quiet", parent=self, icon_name="plus", is_small=True)
            self.fold.setFixedWidth(_FOLD_PX)
            self.fold.setToolTip("Key points (→ and ←)")
            self.fold.clicked.connect(lambda: self.unfold(not self.is_unfolded))
            self._line.setContentsMargins(0, 0, 0, 0)
            self._line.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignTop)
        if self.fold is not None:
            self.fold.set_icon("minus" if self.is_unfolded else "plus")
            what = f"the key points of {self._place[0].lower()}{self._place[1:]}"
            self.fold.setAccessibleName(f"{'Hide' if self.is_unfolded else 'Show'} {what}")
            self.fold.setVisible(bool(self._points))


def _named(points: Sequence[ShownPoint]) -> QWidget:
    """The points, each with the sign of its verdict."""
    names = QWidget()
    column = QVBoxLayout(names)
    column.setContentsMargins(SIDE_PX + STEP_IN_PX, 0, _FOLD_PX, 3 * SPACE)
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
