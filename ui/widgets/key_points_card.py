"""Which key points were made, which not, what was better not said, and a model answer. Matches nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import KeyPoint, Question
from simulator.analysis.report import AnswerReport, KeyPointResult, RedFlagHeard
from simulator.question_record import is_weak
from ui.theme import SPACE, Tone
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text
from ui.words.key_point_verdicts import (
    KEY_POINTS,
    MADE,
    NOT_HEARD,
    SAID,
    TO_COMPARE,
    flag_shown,
    flag_spoken,
    hear_it_at,
    how_found,
    point_spoken,
    read_next,
)
from ui.words.times import clock

_SHOW: Final = "Show a model answer"
_HIDE: Final = "Hide the model answer"
_ROW_PX: Final = 28


class KeyPointsCard(Card):
    """The key points of a question with what became of them, and its model answer, closed at first.

    What to read next stands there at once where an answer was weak, else beside the model answer.

    Signals:
        play_requested(float): the user wants to hear a point being made, or a red flag, from this second.
    """

    play_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self._heading = Text("", "label")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._shown: list[QWidget] = []
        self._reveal = Button(_SHOW, look="link", icon_name="chevron-down")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal_toggled)
        self._model_answer = Paragraph("", "body")
        self._shelf = Text("", "caption", selectable=True)
        self._is_weak = False
        self.body.addWidget(self._heading)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._model_answer)
        self.body.addWidget(self._shelf)

    def show_points(self, question: Question, report: AnswerReport | None, can_play: bool = True) -> None:
        """Show the points of `question`; without a report only the model answer: what was not judged is not missed."""
        self._clear()
        results = {result.id: result for result in (report.key_points if report else None) or ()}
        flags = (report.red_flags if report else None) or ()
        for row in (*self._make_rows(question.key_points, results, can_play), *self._make_flags(flags, can_play)):
            self._shown.append(row)
            self._rows.addWidget(row)
            row.show()
        self._heading.setText(KEY_POINTS if self._shown else TO_COMPARE)
        self.setAccessibleName(self._heading.text())
        self._model_answer.setText(question.model_answer)
        self._shelf.setText(read_next(question.shelf))
        self._is_weak = report is not None and is_weak(report)
        self._reveal.setChecked(False)
        self._reveal.setVisible(bool(question.model_answer))
        self._on_reveal_toggled(False)
        self.setVisible(bool(results or question.model_answer))

    @property
    def is_model_answer_shown(self) -> bool:
        return self._reveal.isChecked()

    def _make_rows(
        self, points: tuple[KeyPoint, ...], results: dict[str, KeyPointResult], can_play: bool
    ) -> Iterator[QWidget]:
        for point in points:
            result = results.get(point.id)
            if result is not None:
                yield self._make_row(point, result, can_play)

    def _make_flags(self, flags: Sequence[RedFlagHeard], can_play: bool) -> Iterator[QWidget]:
        for flag in flags:
            words = Text(flag_shown(flag), "body")
            words.setAccessibleName(flag_spoken(flag))
            yield _row("▲", "amber", words, self._make_place(flag.start_s if can_play else None, SAID))

    def _make_row(self, point: KeyPoint, result: KeyPointResult, can_play: bool) -> QWidget:
        words = Text(point.text, "body" if result.covered else "soft")
        words.setAccessibleName(point_spoken(point, result))
        if not result.covered:
            return _row("○", "", words, _words_of_place(NOT_HEARD))
        place = self._make_place(result.at_s if can_play else None, MADE)
        place.setToolTip(how_found(result))
        return _row("✓", "green", words, place)

    def _make_place(self, at_s: float | None, otherwise: str) -> QWidget:
        if at_s is None:
            return _words_of_place(otherwise)
        link = Button(f"▸ {clock(at_s)}", look="link")
        link.setAccessibleName(hear_it_at(at_s))
        link.clicked.connect(lambda: self.play_requested.emit(at_s))
        return link

    def _clear(self) -> None:
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = []

    def _on_reveal_toggled(self, is_shown: bool) -> None:
        self._reveal.setText(_HIDE if is_shown else _SHOW)
        self._reveal.updateGeometry()
        self._model_answer.setVisible(is_shown)
        self._shelf.setVisible((is_shown or self._is_weak) and bool(self._shelf.text()))


def _row(mark: str, tone: Tone, words: Text, place: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2 * SPACE)
    sign = Text(mark, "strong", wraps=False)
    sign.set_tone(tone)
    sign.setFixedWidth(4 * SPACE)
    for text in (sign, words):
        text.setMinimumHeight(_ROW_PX)
    line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _words_of_place(words: str) -> Text:
    place = Text(words, "caption", wraps=False)
    place.setMinimumHeight(_ROW_PX)
    return place
