"""How far a library is on its way to being encrypted, or back; it can be stopped. It changes nothing itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.words.encryption import GOING_BACK, MAY_BE_STOPPED

_WIDTH_PX: Final = 480
_STEPS: Final = 1_000


class EncryptionProgress(QDialog):
    """Closing it is no way out: it is gone once all is done.

    Signals:
        stop_requested(): everything is to be as it was before.
    """

    stop_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.setModal(True)
        self._words = Text(MAY_BE_STOPPED, "body")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, _STEPS)
        self._stop = Button("Stop and undo", "Esc", is_small=True)
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def show_progress(self, done: int, whole: int) -> None:
        """So many bytes of so many."""
        self._bar.setValue(_STEPS * done // whole if whole else _STEPS)

    def reject(self) -> None:
        """Escape, the button and the window's own ask for the same, once."""
        if self._stop.isEnabled():
            self._stop.setEnabled(False)
            self._words.setText(GOING_BACK)
            self.stop_requested.emit()
