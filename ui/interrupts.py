"""Signals from outside close the program as its window's button does."""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Interrupts(QObject):
    """SIGTERM, SIGINT and SIGHUP close the program as its window's button does: what is being recorded is kept.

    Python runs signal handlers only between its own instructions, and Qt's loop has none: the wake-up socket brings the
    loop back to Python (https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._far, self._near = socket.socketpair()
        for end in (self._far, self._near):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._near.fileno())
        self._handlers = {number: signal.signal(number, self._on_signal) for number in _ENDING}
        self._notifier = QSocketNotifier(self._far.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)

    def close(self) -> None:
        """Leave signals to Python again."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._far.close()
        self._near.close()

    def _on_activated(self) -> None:
        self._far.recv(64)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        QApplication.closeAllWindows()
        QApplication.exit(0)
