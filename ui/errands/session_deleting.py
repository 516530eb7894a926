"""Deletes a session once the user is sure, and whatever still works on its answers lets go of them first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from recordings.errors import RecordingError
from recordings.session_deletion import delete_session
from simulator.errors import SimulatorError
from simulator.store.deletion import copies_beside
from simulator.store.errors import TracesLeft
from simulator.store.records import AnswerId, SessionId
from ui.errands.confirming import is_deletion_wanted
from ui.messages import Message, MessageKind
from ui.words.deletion_notice import copies_left, what_goes

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.take_folder import TakeFolder
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages

UNDER_WAY = "This interview is still in progress. End it before you delete it."


class Forgetful(Protocol):
    """What works on kept answers, and can let go of some."""

    def forget(self, answers: Iterable[AnswerId]) -> None: ...


class SessionDeleting(QObject):
    """The question before, and the deed. Why it could not be done, or not wholly, is told.

    Signals:
        begun(object): `SessionId`; the user is sure, and what shows it lets go of it now.
        deleted(object): `SessionId`, gone for good.
    """

    begun = Signal(object)
    deleted = Signal(object)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        database: Path,
        flow: InterviewFlow,
        workers: tuple[Forgetful, ...],
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._database = database
        self._flow = flow
        self._workers = workers
        self._messages = messages

    def ask(self, session: SessionId, window: QWidget) -> None:
        """Delete it if the user, told what goes, wants that; nothing that still works on its answers brings it back.

        The interview under way is not asked about.
        """
        if self._is_wanted(session, window):
            self.begun.emit(session)
            self._delete(session)

    def _is_wanted(self, session: SessionId, window: QWidget) -> bool:
        if self._flow.session_id == session:
            self._tell(UNDER_WAY)
            return False
        try:
            words = what_goes(self._store.session(session), self._store.answers(session))
        except SimulatorError as error:
            self._tell(str(error))
            return False
        return is_deletion_wanted(window, "Delete this interview?", f"{words}.\n\nThis cannot be undone.")

    def _delete(self, session: SessionId) -> None:
        try:
            answers = [record.id for record in self._store.answers(session)]
            for worker in self._workers:
                worker.forget(answers)
            delete_session(self._store, self._library, session)
        except TracesLeft as error:
            self._tell(str(error))
        except (SimulatorError, RecordingError) as error:
            self._tell(str(error))
            return
        self.deleted.emit(session)
        if left := copies_left(copies_beside(self._database)):
            self._tell(left)

    def _tell(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.SESSION_NOT_DELETED, sentence))
