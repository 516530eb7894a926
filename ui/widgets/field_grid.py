"""Fields in a row, or in several rows of one width where room is short. It knows none of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import SPACE


class FieldGrid(QWidget):
    """As many fields side by side as there is room for."""

    def __init__(
        self, fields: Sequence[QWidget], steps: Sequence[tuple[int, int]], parent: QWidget | None = None
    ) -> None:
        """`steps` are widths in pixels, the largest first, each with the number of columns from there on."""
        super().__init__(parent)
        self._fields = tuple(fields)
        self._steps = tuple(steps)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * SPACE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._arrange(steps[0][1])

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for field in self._fields:
            self._grid.removeWidget(field)
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(self._steps[0][1]):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = event.size().width()
        self._arrange(next((columns for from_px, columns in self._steps if width >= from_px), 1))
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._grow)  # what lies around is being laid out, and would not hear of it now

    def _grow(self) -> None:
        self.setMinimumHeight(self._grid.minimumSize().height())
        above = self.parentWidget()
        while above is not None:  # layouts of texts that wrap remember a height for each width
            if (layout := above.layout()) is not None:
                layout.invalidate()
            above.updateGeometry()
            above = above.parentWidget()
