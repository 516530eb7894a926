"""A file on its way, as two threads share it: the one that fetches it, and the one that watches and may end it."""

from __future__ import annotations

import threading


class Transfer:
    """`received` is the number of bytes so far, with those that were here from an earlier try."""

    def __init__(self) -> None:
        self.received = 0
        self._cancelled = threading.Event()
        self._paused = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether it is no longer wanted."""
        return self._cancelled.is_set()

    @property
    def is_paused(self) -> bool:
        """Whether it is to end for now; what has come may be of use to a later try."""
        return self._paused.is_set()

    def cancel(self) -> None:
        """Let go of it."""
        self._cancelled.set()

    def pause(self) -> None:
        """Let go of it for now. A later try is another transfer."""
        self._paused.set()
