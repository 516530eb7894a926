"""A growing file handed to the disk (fsync) on a thread of its own: a slow disk must hold up neither window nor sound.

What the disk says comes with the next question.
"""

from __future__ import annotations

import contextlib
import os
from concurrent.futures import Future, ThreadPoolExecutor


class DiskSync:
    """Syncs one open file, one time after another. For one thread; the file stays open until `close` has returned."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="disk sync")
        self._running: Future[None] | None = None

    def begin(self) -> bool:
        """Begin to sync what has been written by now; False while an earlier one still runs. Raises what that met."""
        if self._running is not None and not self._running.done():
            return False
        self.check()
        self._running = self._thread.submit(os.fsync, self._descriptor)
        return True

    def check(self) -> None:
        """Raise the OSError that a sync met that is done; once."""
        if self._running is not None and self._running.done():
            done, self._running = self._running, None
            done.result()

    def finish(self) -> None:
        """Sync all that has been written and wait for it. Raises OSError."""
        running, self._running = self._running, None
        if running is not None:
            running.result()
        os.fsync(self._descriptor)

    def close(self) -> None:
        """Wait for what runs, whatever it meets."""
        running, self._running = self._running, None
        if running is not None:
            with contextlib.suppress(OSError):
                running.result()
        self._thread.shutdown()
