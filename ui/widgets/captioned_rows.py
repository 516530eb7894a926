"""Rows of a title, on as many lines as the row has room for, with a caption below it. Which words, the list says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, font
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, Value, draw_line, draw_lines

_LINE_PX: Final = 18
"""What one more line of the title adds to the height of a row."""

_ABOVE_PX: Final = 8
_ONE_LINE_PX: Final = 24
_CAPTION_PX: Final = 20
_BELOW_PX: Final = 8


class CaptionedRows(RowDelegate, Generic[Value]):
    """The title of a value on `lines` lines at most, its caption below; both are asked for when a row is painted."""

    def __init__(
        self, view: RowList, lines: int, title_of: Callable[[Value], str], caption_of: Callable[[Value], str]
    ) -> None:
        self._title_px = _ONE_LINE_PX + (lines - 1) * _LINE_PX
        super().__init__(view, _ABOVE_PX + self._title_px + _CAPTION_PX + _BELOW_PX)
        self._title_of, self._caption_of = title_of, caption_of

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        value: Value = index.data(VALUE_ROLE)
        title = QRect(area.left() + 3 * SPACE, area.top() + _ABOVE_PX, area.width() - 6 * SPACE, self._title_px)
        draw_lines(painter, title, self._title_of(value), font(BODY_PX, 500), palette.ink)
        caption = QRect(title.left(), title.bottom() + 2, title.width(), _CAPTION_PX)
        draw_line(painter, caption, self._caption_of(value), font(CAPTION_PX), palette.soft)
