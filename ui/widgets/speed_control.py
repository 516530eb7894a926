"""How fast a recording is played: slower and faster in steps. Plays nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import IconButton
from ui.widgets.text import Text

_HEIGHT_PX: Final = 38  # as the small buttons beside it
RATES: Final = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class SpeedControl(QWidget):
    """A minus, the rate, a plus.

    Signals:
        rate_changed(float): 1.0 is as spoken.
    """

    rate_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = RATES.index(1.0)
        self._slower = IconButton("minus", "Slower")
        self._faster = IconButton("plus", "Faster")
        self._words = Text("", "soft", wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for part in (self._slower, self._words, self._faster):
            row.addWidget(part)
        self.setFixedHeight(_HEIGHT_PX)
        self._slower.clicked.connect(self.slow_down)
        self._faster.clicked.connect(self.speed_up)
        self._show()

    @property
    def rate(self) -> float:
        """The rate chosen."""
        return RATES[self._index]

    def slow_down(self) -> None:
        """One step slower, down to half."""
        self._choose(self._index - 1)

    def speed_up(self) -> None:
        """One step faster, up to double."""
        self._choose(self._index + 1)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(RATES) and index != self._index:
            self._index = index
            self._show()
            self.rate_changed.emit(self.rate)

    def _show(self) -> None:
        self._words.setText(f"{self.rate:g} ×")
        self._words.setAccessibleName(f"Speed {self.rate:g}")
        self._slower.setEnabled(self._index > 0)
        self._faster.setEnabled(self._index < len(RATES) - 1)
