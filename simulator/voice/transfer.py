"""A file on its way, as two threads share it: the one that fetches it, and the one that watches and may cancel."""

from __future__ import annotations

import threading


class Transfer:
    """`received` is the number of bytes so far."""

    def __init__(self) -> None:
        self.received = 0
        self._cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether it is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Let go of it."""
        self._cancelled.set()
