"""The last seconds of the microphone's level as a strip of bars. It shows that one is heard."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colours

_BAR_COUNT = 48
_COMPACT_COUNT = 20
_BAR_WIDTH = 5.0
_BAR_STEP = 8.0
_HEIGHT = 28
_OLDEST_ALPHA = 0.35


class LevelStrip(QWidget):
    """The newest level stands on the right; older ones fade to the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Recent sound level")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = _BAR_COUNT
        self._levels: deque[float] = deque([0.0] * _BAR_COUNT, maxlen=_BAR_COUNT)

    def push(self, level: float) -> None:
        """Add a level from 0 to 1 on the right."""
        self._levels.append(min(1.0, max(0.0, level)))
        self.update()

    def clear(self) -> None:
        """Forget all levels."""
        self._levels.extend([0.0] * _BAR_COUNT)
        self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Show only the newest levels, where there is little room."""
        self._shown = _COMPACT_COUNT if is_compact else _BAR_COUNT
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(self._shown * _BAR_STEP), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(colours(self).accent)
        middle = self.height() / 2
        for index, level in enumerate(list(self._levels)[-self._shown :]):
            colour.setAlphaF(_OLDEST_ALPHA + (1 - _OLDEST_ALPHA) * index / self._shown)
            painter.setBrush(colour)
            height = max(4.0, level * (self.height() - 2))
            painter.drawRoundedRect(QRectF(index * _BAR_STEP, middle - height / 2, _BAR_WIDTH, height), 2, 2)
