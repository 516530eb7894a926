"""A table of widgets for reading, filled row by row and emptied as a whole. It knows no row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import SPACE


class CellGrid(QWidget):
    """Cells in columns whose widths go by `shares`; a share of 0 is as wide as its widest cell."""

    def __init__(self, shares: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[QWidget] = []
        self._row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def add_row(self, cells: Sequence[QWidget]) -> None:
        """A row below the last one, each cell at the top of its place."""
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, self._row, column, Qt.AlignmentFlag.AlignTop)
            self._cells.append(cell)
            cell.show()
        self._row += 1

    def clear(self) -> None:
        """Take all rows away."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        self._row = 0
