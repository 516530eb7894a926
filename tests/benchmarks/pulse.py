"""The pulse of an event loop: how long it was away at most."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

TICK_MS: Final = 5


class Pulse(QObject):
    """How long the event loop was away at most, seen by a timer that should fire every 5 ms."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last_s = time.monotonic()
        self._longest_s = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin to watch."""
        self._last_s = time.monotonic()
        self._timer.start()

    def take_longest_ms(self) -> float:
        """The longest gap since the last call."""
        longest_s, self._longest_s = self._longest_s, 0.0
        return 1000 * longest_s

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        now_s = time.monotonic()
        self._longest_s = max(self._longest_s, now_s - self._last_s)
        self._last_s = now_s
