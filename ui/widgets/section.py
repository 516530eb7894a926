"""A part of a long page: a heading, a sentence below it, and its cards in columns. What is in the cards is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.page import TurningRow
from ui.widgets.text import Text

_NARROW_PX: Final = 760


class Section(QWidget):
    """Columns stand side by side, or below one another where the page is narrow."""

    def __init__(
        self,
        title: str,
        sentence: str,
        *columns: Sequence[QWidget],
        parent: QWidget | None = None,
        narrow_px: int = _NARROW_PX,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.title = title
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2 * SPACE, 0, 3 * SPACE)
        whole.setSpacing(SPACE)
        whole.addWidget(Text(title, "brand"))
        whole.addWidget(Text(sentence, "soft"))
        whole.addSpacing(3 * SPACE)
        whole.addWidget(_row_of(columns, narrow_px))


def _row_of(columns: Sequence[Sequence[QWidget]], narrow_px: int) -> TurningRow:
    side_by_side = TurningRow(narrow_px)
    for cards in columns:
        column = QVBoxLayout()
        column.setSpacing(5 * SPACE)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        side_by_side.row.addLayout(column, 1)
    return side_by_side
