"""What `ui.workers.jobs` does on threads, done at once and in place: for a program that runs no event loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from simulator.child_process import ChildDied
from ui.workers.jobs import ChildReader, Jobs, Speaker

T = TypeVar("T")


class PromptJobs(Jobs):
    """Each job is done, and its callback called, before `run` returns."""

    def run(self, job: Callable[[], T], on_done: Callable[[T], None], on_failed: Callable[[Exception], None]) -> None:
        """Run `job` now."""
        try:
            result = job()
        except Exception as error:  # noqa: BLE001 - whoever asked for it decides what is expected
            on_failed(error)
        else:
            on_done(result)


class PromptReader(ChildReader):
    """Passes on what the child says when it is asked to."""

    def __init__(self, child: Speaker, parent: QObject | None = None) -> None:
        super().__init__(child, parent)
        self._speaker = child

    def start(self) -> None:
        """Nobody listens between two calls of `read`."""

    def read(self, patience_s: float) -> None:
        """Wait so long at most for the next message."""
        try:
            message = self._speaker.receive(patience_s)
        except TimeoutError:
            return
        except ChildDied as death:
            self.died.emit(str(death))
        else:
            self.message_received.emit(message)
