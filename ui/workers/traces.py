"""Clears, beside the window, what the library's file still holds of a note, a tag or a name that was taken away."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from simulator.errors import SimulatorError

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store
    from ui.workers.jobs import Jobs

log = logging.getLogger(__name__)
PAUSE_MS: Final = 1_000  # so that whoever clears several is waited for


class TracesClearing(QObject):
    """Once for all that was taken away shortly before. The copies of the history go with it; one is made anew."""

    def __init__(self, store: Store, jobs: Jobs, back_up: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = store.path
        self._jobs = jobs
        self._back_up = back_up
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._clear)
        store.mending.on_words_gone(self._pause.start)

    def finish(self) -> None:
        """The program closes: what is still to be cleared is cleared now."""
        if self._pause.isActive():
            self._pause.stop()
            _clear_quietly(self._path)

    def _clear(self) -> None:
        path, back_up = self._path, self._back_up

        def work() -> None:
            _clear_quietly(path)
            back_up()

        self._jobs.run(work, lambda _done: None, _on_failed)


def _clear_quietly(path: Path) -> None:
    """What cannot be cleared now goes with whatever is deleted next."""
    from simulator.store.store import Store

    try:
        with closing(Store.open_beside(path)) as store:
            store.mending.clear_traces()
    except SimulatorError as error:
        log.warning("traces could not be cleared: %s", type(error).__name__)


def _on_failed(error: Exception) -> None:
    if not isinstance(error, SimulatorError):
        raise error
    log.warning("no copy of the history was made: %s", type(error).__name__)
