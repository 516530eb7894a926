"""How loud the microphone is now. It knows levels from 0 to 1 and nothing of sound."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme import colours
from ui.widgets.painting import draw_box

_BAR_WIDTH = 7
_BAR_STEP = 10
_HEIGHT = 14


class LevelMeter(QProgressBar):
    """A row of small bars, lit up to the level; a progress bar with a value in percent to a screen reader."""

    def __init__(self, name: str = "Microphone level", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setValue(0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float) -> None:
        """Show a level from 0 (silence) to 1 (full scale)."""
        self.setValue(round(100 * min(1.0, max(0.0, level))))

    def sizeHint(self) -> QSize:
        return QSize(26 * _BAR_STEP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * _BAR_STEP, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = max(1, self.width() // _BAR_STEP)
        lit = round(count * self.value() / 100)
        for index in range(count):
            bar = QRect(index * _BAR_STEP, 0, _BAR_WIDTH, self.height())
            draw_box(painter, bar, 2, palette.accent if index < lit else palette.line, None)
