"""Deletes a session or an answer once the time to undo that is over, and whatever works on it lets go of it first."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from recordings.deletion_journal import unfinished_deletions
from recordings.errors import RecordingError
from recordings.session_deletion import delete_answer, delete_session, finish_deletion
from simulator.errors import SimulatorError
from simulator.store.deletion import copies_beside
from simulator.store.errors import TracesLeft
from simulator.store.records import AnswerId, SessionId
from ui.messages import Message, MessageKind
from ui.words.deletion_notice import answer_deleted, copies_left, session_deleted

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.deletion_journal import Deletion
    from recordings.take_folder import TakeFolder
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages
    from ui.workers.jobs import Jobs

UNDO_MS: Final = 10_000
UNDER_WAY: Final = "This interview is still in progress. End it before you delete it."


class Forgetful(Protocol):
    """What works on kept answers, and can let go of some."""

    def forget(self, answers: Iterable[AnswerId]) -> None: ...


@dataclass(frozen=True, slots=True)
class _Going:
    """What is to go: a session, or one answer of it; or what is left of a deletion that an earlier run began."""

    session: SessionId
    answer: AnswerId | None
    unfinished: Deletion | None = None


class SessionDeleting(QObject):
    """What is deleted is out of sight at once, and can be brought back for `UNDO_MS`; then it is gone for good.

    That happens beside the window; a program that is closed before does not wait. Why something could not be done, or
    not wholly, is told.

    Signals:
        begun(object): `SessionId`; what shows it lets go of it now.
        answer_begun(object, object): `SessionId` and `AnswerId`, likewise.
        brought_back(): something that was out of sight is not to go after all.
        deleted(object): `SessionId`, it or an answer of it gone for good.
    """

    begun = Signal(object)
    answer_begun = Signal(object, object)
    brought_back = Signal()
    deleted = Signal(object)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        flow: InterviewFlow,
        workers: tuple[Forgetful, ...],
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._library = library
        self._flow = flow
        self._workers = workers
        self._jobs = jobs
        self._messages = messages
        self._waiting: dict[_Going, tuple[QTimer, str]] = {}
        self._leaving: list[_Going] = []

    def delete_session(self, session: SessionId) -> None:
        """Delete a session in a while. The interview in progress is not."""
        if self._flow.session_id == session:
            self._tell(UNDER_WAY)
            return
        try:
            words = session_deleted(self._store.session(session), self._store.answers(session))
        except SimulatorError as error:
            self._tell(str(error))
            return
        self._wait(_Going(session, None), words)
        self.begun.emit(session)

    def delete_answer(self, answer: AnswerId) -> None:
        """Delete an answer likewise. One of the interview in progress is not."""
        try:
            record = self._store.answer(answer)
        except SimulatorError as error:
            self._tell(str(error))
            return
        if self._flow.session_id == record.session_id:
            self._tell(UNDER_WAY)
            return
        self._wait(_Going(record.session_id, answer), answer_deleted(record))
        self.answer_begun.emit(record.session_id, answer)

    def resume(self) -> None:
        """Finish what was being deleted when an earlier run was cut off; it is out of sight meanwhile."""
        for deletion in unfinished_deletions(self._store.path.parent):
            self._leaving.append(_Going(deletion.session, deletion.answer, deletion))
        self._go_on()

    def undo(self) -> None:
        """Bring back what was deleted last, if there is still time."""
        if self._waiting:
            _, (timer, _words) = self._waiting.popitem()
            timer.stop()
            self._announce()
            self.brought_back.emit()

    def finish(self) -> None:
        """The program closes: what waits goes now. Why it could not is told to nobody; it is there the next time."""
        for timer, _words in self._waiting.values():
            timer.stop()
        for going in (*self._leaving, *self._waiting):
            _delete_quietly(self._store.path, self._library, going)
        self._waiting.clear()

    def is_going(self, session: SessionId) -> bool:
        """Whether a session is out of sight."""
        return any(one.session == session and one.answer is None for one in (*self._waiting, *self._leaving))

    def is_answer_going(self, answer: AnswerId) -> bool:
        """Whether an answer by itself is."""
        return any(one.answer == answer for one in (*self._waiting, *self._leaving))

    def can_undo(self, answer: AnswerId) -> bool:
        """Whether there is still time to bring an answer back."""
        return any(one.answer == answer for one in self._waiting)

    def _wait(self, going: _Going, words: str) -> None:
        timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        timer.timeout.connect(lambda: self._on_time_over(going))
        self._waiting[going] = timer, words
        timer.start()
        self._announce()

    def _announce(self) -> None:
        """Offer to undo the latest deletion; none is offered once there is none to undo."""
        self._messages.settle(MessageKind.DELETED)
        if self._waiting:
            _timer, words = list(self._waiting.values())[-1]
            self._messages.tell(Message(MessageKind.DELETED, words, (("Undo", self.undo),)))

    def _on_time_over(self, going: _Going) -> None:
        del self._waiting[going]
        if not self._waiting:
            self._messages.settle(MessageKind.DELETED)
        if self._flow.session_id == going.session:  # taken up again meanwhile
            self._tell(UNDER_WAY)
            self.brought_back.emit()
            return
        self._forget(going)
        self._leaving.append(going)
        if len(self._leaving) == 1:
            self._go_on()

    def _go_on(self) -> None:
        """One after the other: they would wait for each other anyway."""
        if self._leaving:
            going = self._leaving[0]
            work = partial(_delete, self._store.path, self._library, going)
            self._jobs.run(work, lambda _: self._on_gone(going), lambda error: self._on_refused(going, error))

    def _forget(self, going: _Going) -> None:
        """Whatever is still on its way for it must not bring it back."""
        try:
            answers = [record.id for record in self._store.answers(going.session) if going.answer in (None, record.id)]
        except SimulatorError:
            return  # then it cannot be deleted either, which is told
        for worker in self._workers:
            worker.forget(answers)

    def _on_gone(self, going: _Going) -> None:
        self._leaving.remove(going)
        self.deleted.emit(going.session)
        self._go_on()
        if left := copies_left(copies_beside(self._store.path)):
            self._tell(left)

    def _on_refused(self, going: _Going, error: Exception) -> None:
        if not isinstance(error, (SimulatorError, RecordingError)):
            raise error
        self._tell(str(error))
        if isinstance(error, TracesLeft):
            self._on_gone(going)
        else:
            self._leaving.remove(going)
            self.brought_back.emit()
            self._go_on()

    def _tell(self, sentence: str) -> None:
        self._messages.tell(Message(MessageKind.SESSION_NOT_DELETED, sentence))


def _delete(database: Path, library: TakeFolder, going: _Going) -> None:
    """The deed, with a connection of its own."""
    from simulator.store.store import Store

    with closing(Store.open_beside(database)) as store:
        if going.unfinished is not None:
            finish_deletion(store, library, going.unfinished)
        elif going.answer is None:
            delete_session(store, library, going.session)
        else:
            delete_answer(store, library, going.answer)


def _delete_quietly(database: Path, library: TakeFolder, going: _Going) -> None:
    try:
        _delete(database, library, going)
    except (SimulatorError, RecordingError):
        return
