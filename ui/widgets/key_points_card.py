"""Which key points were made, which not, what was better not said, and a model answer. Matches nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import Question
from simulator.analysis.report import AnswerReport, RedFlagHeard, Verdict
from simulator.question_record import is_weak
from simulator.verdict_corrections import VerdictCorrection, toggled
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.key_point_row import ROW_PX, KeyPointRow, sign_text
from ui.widgets.paragraph import Paragraph
from ui.widgets.read_aloud_button import READ_KEY, ReadAloudButton
from ui.widgets.text import Text
from ui.words.key_point_verdicts import (
    CORRECT_IT,
    KEY_POINTS,
    SAID,
    TO_COMPARE,
    ShownPoint,
    flag_shown,
    flag_spoken,
    hear_it_at,
    read_next,
    read_out,
    shown_points,
)
from ui.words.times import clock

_SHOW: Final = "Show a model answer"
_HIDE: Final = "Hide the model answer"
_IN_DOUBT: Final[tuple[Verdict, ...]] = ("contrary", "maybe", "not", "made")
"""What a user will most want to correct, first."""


class KeyPointsCard(Card):
    """The key points of a question with what became of them, and its model answer, closed at first.

    What to read next stands there at once where an answer was weak, else beside the model answer.

    Signals:
        play_requested(float): the user wants to hear a point being made, or a red flag, from this second.
        verdict_corrected(object): a `VerdictCorrection` by the user.
        row_reached(object): the widget that the keyboard came to by a key, which should be in view.
        read_aloud_requested(str): the user wants to hear this read, or nothing more if it is empty.
    """

    play_requested = Signal(float)
    verdict_corrected = Signal(object)
    row_reached = Signal(object)
    read_aloud_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self._heading = Text("", "label")
        self._read_points = ReadAloudButton("the key points", READ_KEY)
        self._read_answer = ReadAloudButton("the model answer", READ_KEY)
        self._points, self._flags = _column(), _column()
        self._rows: list[KeyPointRow] = []
        self._correct_it = Text(CORRECT_IT, "caption")
        self._reveal = Button(_SHOW, look="link", icon_name="chevron-down")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal_toggled)
        self._model_answer = Paragraph("", "body")
        self._shelf = Text("", "caption", selectable=True)
        self._is_weak = False
        for button in (self._read_points, self._read_answer):
            button.read_requested.connect(self.read_aloud_requested)
        self.body.addLayout(_line(self._heading, self._read_points))
        self.body.addLayout(self._points)
        self.body.addLayout(self._flags)
        self.body.addWidget(self._correct_it)
        self.body.addLayout(_line(self._reveal, self._read_answer))
        self.body.addWidget(self._model_answer)
        self.body.addWidget(self._shelf)

    def show_points(self, question: Question, report: AnswerReport | None, can_play: bool = True) -> None:
        """Show the points of `question`; without a report only the model answer: what was not judged is not missed."""
        points = shown_points(report, question.key_points) if report else ()
        flags = (report.red_flags if report else None) or ()
        self._show_points(points, can_play)
        self._show_flags(flags, can_play)
        self._correct_it.setVisible(bool(points))
        self._heading.setText(KEY_POINTS if points or flags else TO_COMPARE)
        self.setAccessibleName(self._heading.text())
        self._model_answer.setText(question.model_answer)
        self._read_answer.set_words(question.model_answer)
        self._read_points.set_words(read_out(question.key_points) if points else "")
        self._read_points.setVisible(bool(points))
        self._shelf.setText(read_next(question.shelf))
        self._is_weak = report is not None and is_weak(report)
        self.reveal_model_answer(False)
        self._reveal.setVisible(bool(question.model_answer))
        self.setVisible(bool(points or question.model_answer))

    def reveal_model_answer(self, is_shown: bool) -> None:
        """Open or close the model answer."""
        self._reveal.setChecked(is_shown)
        self._on_reveal_toggled(is_shown)

    def read_aloud(self) -> None:
        """Read the model answer where it is shown, else the key points; what is being read falls silent."""
        shown = [button for button in (self._read_answer, self._read_points) if not button.isHidden()]
        reading = [button for button in shown if button.is_reading]
        for button in (reading or shown)[:1]:
            button.click()

    def show_reading(self, words: str) -> None:
        """Show that these words are being read aloud, or that none are."""
        for button in (self._read_points, self._read_answer):
            button.show_reading(words)

    def correct_at_hand(self) -> None:
        """Turn the verdict of the row with the keyboard; without one, go to the point that is most in doubt."""
        at_hand = next((row for row in self._rows if row.has_keyboard), None)
        if at_hand is not None:
            self._correct(at_hand, toggled(at_hand.point.id, is_made=at_hand.point.verdict == "made"))
        elif self._rows:
            row = min(self._rows, key=lambda row: _IN_DOUBT.index(row.point.verdict))
            row.take_keyboard()
            self.row_reached.emit(row)

    @property
    def rows(self) -> tuple[KeyPointRow, ...]:
        """The rows of the points, in the question's order."""
        return tuple(self._rows)

    @property
    def is_model_answer_shown(self) -> bool:
        return self._reveal.isChecked()

    def _show_points(self, points: Sequence[ShownPoint], can_play: bool) -> None:
        """Rows of the same points stay, and with them the keyboard where it is."""
        if [row.point.id for row in self._rows] != [point.id for point in points]:
            _clear(self._points)
            self._rows = [self._make_row(point, can_play) for point in points]
        for row, point in zip(self._rows, points, strict=True):
            row.show_point(point, can_play)

    def _make_row(self, point: ShownPoint, can_play: bool) -> KeyPointRow:
        row = KeyPointRow(point, can_play, self)
        row.play_requested.connect(self.play_requested)
        row.corrected.connect(lambda correction: self._correct(row, correction))
        self._points.addWidget(row)
        row.show()
        return row

    def _correct(self, row: KeyPointRow, correction: VerdictCorrection) -> None:
        self.verdict_corrected.emit(correction)
        row.announce()

    def _show_flags(self, flags: Sequence[RedFlagHeard], can_play: bool) -> None:
        _clear(self._flags)
        for flag in flags:
            words = Text(flag_shown(flag), "body")
            words.setMinimumHeight(ROW_PX)
            words.setAccessibleName(flag_spoken(flag))
            row = _flag_row(words, self._make_place(flag.start_s if can_play else None))
            self._flags.addWidget(row)
            row.show()

    def _make_place(self, at_s: float | None) -> QWidget:
        if at_s is None:
            place = Text(SAID, "caption", wraps=False)
            place.setMinimumHeight(ROW_PX)
            return place
        link = Button(f"▸ {clock(at_s)}", look="link")
        link.setAccessibleName(hear_it_at(at_s))
        link.clicked.connect(lambda: self.play_requested.emit(at_s))
        return link

    def _on_reveal_toggled(self, is_shown: bool) -> None:
        self._reveal.setText(_HIDE if is_shown else _SHOW)
        self._reveal.updateGeometry()
        self._model_answer.setVisible(is_shown)
        self._read_answer.setVisible(is_shown and bool(self._model_answer.text()))
        self._shelf.setVisible((is_shown or self._is_weak) and bool(self._shelf.text()))


def _line(first: QWidget, then: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(first, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    line.addWidget(then, 0, Qt.AlignmentFlag.AlignVCenter)
    return line


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        row = item.widget()
        if row is not None:
            row.hide()
            row.deleteLater()


def _flag_row(words: Text, place: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2 * SPACE)
    line.addWidget(sign_text("▲", "amber"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    return row
