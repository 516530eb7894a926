"""Offers recordings that no answer names: Recover, Discard (asks again), Later. Nothing is deleted unasked."""

from __future__ import annotations

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
    from simulator.store.store import Store
    from ui.messages import Messages
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
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._judging_queue = judging_queue
        self._messages = messages
        self._window = window

    def begin(self) -> None:
        """Look for them and offer them."""
        try:
            found = find_strays(self._library.folder, self._store)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
            return
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
        newest = None
        for sitting in sittings_of(found):
            try:
                newest, _ = take_in(self._store, sitting)
            except SimulatorError as error:
                self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
        self._judging_queue.catch_up()
        if newest is not None:
            self.review_wanted.emit(newest)

    def _discard(self, found: tuple[Stray, ...]) -> None:
        if not is_deletion_wanted(self._window, "Delete these recordings?", strays_deleted(found)):
            self._offer(found)
            return
        try:
            throw_away(found)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
