"""Offers recordings that no answer names: Recover, Discard (asks again), Later. Nothing is deleted unasked."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from recordings.strays import Stray, find_strays, sittings_of, take_in, throw_away
from simulator.errors import SimulatorError
from ui.errands.confirming import is_deletion_wanted
from ui.messages import Message, MessageKind
from ui.words.stray_words import strays_deleted, strays_found

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.records import SessionId
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.judging_queue import JudgingQueue


class StrayOffer(QObject):
    """Recordings of which the library knows nothing: after a power cut, or because the library itself is gone.

    Signals:
        review_wanted(object): the `SessionId` of the newest session that was made of them.
    """

    review_wanted = Signal(object)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        judging_queue: JudgingQueue,
        jobs: Jobs,
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._store = store
        self._library = library
        self._judging_queue = judging_queue
        self._messages = messages
        self._window = window

    def begin(self) -> None:
        """Look for them beside the window, as there may be very many recordings, and offer them."""
        self._jobs.run(partial(_found, self._store.path, self._library.folder), self._on_found, self._on_refused)

    def _on_found(self, found: tuple[Stray, ...]) -> None:
        if found:
            self._offer(found)

    def _offer(self, found: tuple[Stray, ...]) -> None:
        actions = (
            ("Recover", lambda: self._recover(found)),
            ("Discard", lambda: self._discard(found)),
            ("Later", lambda: None),
        )
        self._messages.tell(Message(MessageKind.RECORDINGS_FOUND, strays_found(found), actions))

    def _recover(self, found: tuple[Stray, ...]) -> None:
        work = partial(_take_in_all, self._store.path, self._library.folder, found)
        self._jobs.run(work, self._on_taken_in, self._on_refused)

    def _on_taken_in(self, taken: tuple[SessionId | None, tuple[str, ...]]) -> None:
        newest, refusals = taken
        for sentence in refusals:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, sentence))
        self._judging_queue.catch_up()
        if newest is not None:
            self.review_wanted.emit(newest)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, SimulatorError):
            raise error
        self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))

    def _discard(self, found: tuple[Stray, ...]) -> None:
        if not is_deletion_wanted(self._window, "Delete these recordings?", strays_deleted(found)):
            self._offer(found)
            return
        try:
            throw_away(_still_strays(self._library.folder, self._store, found))
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))


def _found(database: Path, folder: Path) -> tuple[Stray, ...]:
    """For a thread. Raises as `find_strays`."""
    from simulator.store.store import Store

    with closing(Store.open_beside(database)) as store:
        return find_strays(folder, store)


def _still_strays(folder: Path, store: Store, offered: Iterable[Stray]) -> tuple[Stray, ...]:
    """Those of them that no answer has come to name since they were offered. Raises as `find_strays`."""
    paths = {stray.path for stray in offered}
    return tuple(stray for stray in find_strays(folder, store) if stray.path in paths)


def _take_in_all(database: Path, folder: Path, found: tuple[Stray, ...]) -> tuple[SessionId | None, tuple[str, ...]]:
    """For a thread: every recording is read to its end. Gives the newest session made, and what was refused.

    Before each sitting it is looked again at what is still nobody's: the library may be put right meanwhile.
    """
    from simulator.store.store import Store

    newest, refusals = None, []
    with closing(Store.open_beside(database)) as store:
        for sitting in sittings_of(found):
            try:
                if left := _still_strays(folder, store, sitting):
                    newest, _ = take_in(store, left)
            except SimulatorError as error:
                refusals.append(str(error))
    return newest, tuple(refusals)
