"""The answers of an interview as rows of a list: each with its question, and below it how its length stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from simulator.light import Light
from simulator.store.records import AnswerRecord
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, draw_line
from ui.words.answer_line import answer_name, length_words, light_of, light_words
from ui.words.answer_title import title_of

_ROW_PX: Final = 86
_STEP_IN_PX: Final = 4 * SPACE
_LIGHT_COLOURS: Final = {Light.GREEN: "green", Light.AMBER: "amber_ink", Light.RED: "red"}


class AnswerDelegate(RowDelegate):
    """The question, and below it the length with the light's shape and word."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view, _ROW_PX)

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        record: AnswerRecord = index.data(VALUE_ROLE)
        step_in = _STEP_IN_PX if record.rung else 0
        inner = area.adjusted(3 * SPACE + step_in, 10, -3 * SPACE, 0)
        self._draw_question(painter, QRect(inner.left(), inner.top(), inner.width(), 40), answer_name(record), palette)
        second = QRect(inner.left(), inner.top() + 43, inner.width(), 20)
        light = light_of(record)
        if light is None:
            draw_line(painter, second, title_of(record), font(CAPTION_PX), palette.soft)
            return
        length = f"{length_words(record)}   "
        taken = draw_line(painter, second, length, font(CAPTION_PX, tabular=True), palette.soft)
        words = light_words(record, light)
        colour = getattr(palette, _LIGHT_COLOURS[light])
        draw_line(painter, second.adjusted(taken, 0, 0, 0), words, font(CAPTION_PX), colour)

    def _draw_question(self, painter: QPainter, area: QRect, words: str, palette: Palette) -> None:
        """Two lines of the question at most."""
        text_font = font(BODY_PX, 500)
        two_lines_px = 2 * area.width() - 4 * text_font.pixelSize()  # a long word may wrap early
        shown = QFontMetrics(text_font).elidedText(words, Qt.TextElideMode.ElideRight, two_lines_px)
        painter.setFont(text_font)
        painter.setPen(QColor(palette.ink))
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), shown)
