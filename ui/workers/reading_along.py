"""Answers read while they are spoken, beside the window: one reading at a time, and always of the latest words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.workers.jobs import Jobs


class ReadingAlong:
    """Runs one reading after another; of those that come while one is running, only the latest is kept."""

    def __init__(self, jobs: Jobs, on_bug: Callable[[Exception], None]) -> None:
        self._jobs = jobs
        self._on_bug = on_bug
        self._next: Callable[[], None] | None = None
        self._is_running = False

    def read(self, reading: Callable[[], None]) -> None:
        """Run `reading`, which may block, once the one before is done."""
        self._next = reading
        self._go_on()

    def drop(self) -> None:
        """The answer is over: what waits is not wanted any more. What is running comes to its end."""
        self._next = None

    def _go_on(self) -> None:
        reading = self._next
        if reading is not None and not self._is_running:
            self._next, self._is_running = None, True
            self._jobs.run(reading, lambda _: self._on_read(), self._on_failed)

    def _on_read(self) -> None:
        self._is_running = False
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._is_running = False
        self._on_bug(error)
