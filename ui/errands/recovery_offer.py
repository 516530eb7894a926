"""Offers what an earlier run left unfinished: Recover, Discard (asks again), Later. Nothing is deleted unasked.

Recordings are read beside the window, as an hour of sound takes a while. A recovered interview can be gone on with.
What was typed is `draft_offer`'s, what no answer names `stray_offer`'s.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from recordings.errors import RecordingError
from recordings.recovery import UnfinishedTake, discard, find_unfinished, read_finished, recover
from recordings.take import FinishedTake
from simulator.errors import SimulatorError
from simulator.interview.left_at import left_at
from simulator.store.records import AnswerRecord, SessionId
from ui.errands.confirming import is_deletion_wanted
from ui.errands.draft_offer import DraftOffer
from ui.errands.stray_offer import StrayOffer
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.judging_queue import JudgingQueue

GO_ON: Final = "Continue this interview"
UNDER_WAY: Final = "An interview is under way. Finish it first, then you can continue the one that was cut off."


class RecoveryOffer(QObject):
    """Answers that were being recorded when the program was cut off.

    Signals:
        review_wanted(object): `SessionId` whose answer was recovered; not while an interview is under way.
        going_on_wanted(object): `LeftAt` of the interview that the user wants to go on with.
    """

    review_wanted = Signal(object)
    going_on_wanted = Signal(object)

    def __init__(
        self,
        store: Store,
        library: TakeFolder,
        judging_queue: JudgingQueue,
        jobs: Jobs,
        messages: Messages,
        flow: InterviewFlow,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._store = store
        self._library = library
        self._judging_queue = judging_queue
        self._messages = messages
        self._flow = flow
        self._window = window
        self._strays = StrayOffer(store, library, judging_queue, jobs, messages, window, self)
        self._drafts = DraftOffer(store, judging_queue, messages, window, self)
        self._strays.review_wanted.connect(self._show_review)
        self._drafts.review_wanted.connect(self._show_review)

    def begin(self) -> None:
        """Look for unfinished takes, drafts and strays, and offer them; rows without anything are marked as lost."""
        self._strays.begin()
        self._drafts.begin()
        try:
            unfinished = self._store.unfinished()
            takes = self._takes() if unfinished else {}  # else the folder, which may hold very many, need not be read
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
            return
        found: list[tuple[AnswerRecord, UnfinishedTake]] = []
        for record in unfinished:
            take = takes.get(record.file_name or "")
            if take is not None:
                found.append((record, take))
            elif not record.typed:
                self._settle_without_part(record)
        if found:
            self._offer(tuple(found))

    def _takes(self) -> dict[str, UnfinishedTake]:
        return {take.file_name: take for take in find_unfinished(self._library.folder)}

    def _offer(self, found: tuple[tuple[AnswerRecord, UnfinishedTake], ...]) -> None:
        seconds = sum(take.duration_s for _, take in found)
        count = "An answer was" if len(found) == 1 else f"{len(found)} answers were"
        sentence = f"{count} cut off last time; {seconds:.0f} s of sound can be recovered."
        actions = (
            ("Recover", lambda: self._recover(found)),
            ("Discard", lambda: self._discard(found)),
            ("Later", lambda: None),
        )
        self._messages.tell(Message(MessageKind.ANSWER_CUT_OFF, sentence, actions))

    def _recover(self, found: tuple[tuple[AnswerRecord, UnfinishedTake], ...]) -> None:
        for record, take in found:
            self._jobs.run(partial(recover, take.path), partial(self._on_recovered, record), self._on_unreadable)

    def _on_recovered(self, record: AnswerRecord, whole: FinishedTake) -> None:
        is_saved = self._save(record, whole)
        self._judging_queue.transcribe_again(record.id)
        self._show_review(record.session_id)
        if is_saved:
            self._offer_going_on(record)

    def _on_read(self, record: AnswerRecord, whole: FinishedTake) -> None:
        if self._save(record, whole):
            self._judging_queue.catch_up()  # it may have looked for answers without words before

    def _show_review(self, session: SessionId) -> None:
        if not self._flow.is_running:  # nobody is led away from a question
            self.review_wanted.emit(session)

    def _on_unreadable(self, error: Exception) -> None:
        if not isinstance(error, RecordingError):
            raise error
        self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))

    def _offer_going_on(self, record: AnswerRecord) -> None:
        try:
            left = left_at(self._store, record)
        except SimulatorError:  # what cannot be read cannot be gone on with, and is told where it is looked at
            return
        if left is not None:
            number, count = left.position + 1, len(left.plan.questions)
            sentence = (
                f"The answer has been recovered. The interview was cut off; question {number} of {count} comes next."
            )
            self._tell_going_on(sentence, record)

    def _tell_going_on(self, sentence: str, record: AnswerRecord) -> None:
        actions = ((GO_ON, lambda: self._go_on(record)), ("Later", lambda: None))
        self._messages.settle(MessageKind.INTERVIEW_CUT_OFF)
        self._messages.tell(Message(MessageKind.INTERVIEW_CUT_OFF, sentence, actions))

    def _go_on(self, record: AnswerRecord) -> None:
        """The window may have moved on since it was offered: where it was left is looked up anew."""
        if self._flow.is_running:
            self._tell_going_on(UNDER_WAY, record)
            return
        try:
            left = left_at(self._store, record)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if left is not None:
            self.going_on_wanted.emit(left)

    def _save(self, record: AnswerRecord, whole: FinishedTake) -> bool:
        """Whether its row says so now. If not the take is whole all the same, and the next start finds it."""
        try:
            self._store.answer_saved(record.id, whole.samples, whole.byte_count, whole.sha256)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return False
        return True

    def _discard(self, found: tuple[tuple[AnswerRecord, UnfinishedTake], ...]) -> None:
        words = "The recording of the unfinished answer will be deleted. This cannot be undone."
        if not is_deletion_wanted(self._window, "Discard the recording?", words):
            self._offer(found)
            return
        for record, take in found:
            try:
                discard(take.path)
                self._store.answer_discarded(record.id)
            except (RecordingError, SimulatorError) as error:  # the session may have been deleted meanwhile
                self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))

    def _settle_without_part(self, record: AnswerRecord) -> None:
        """The crash came after the take was closed, or before it began."""
        path = self._library.path_of(record.file_name) if record.file_name else None
        if path is None or not path.is_file():
            try:
                self._store.answer_lost(record.id)
            except SimulatorError as error:
                self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        self._jobs.run(partial(read_finished, path), partial(self._on_read, record), self._on_unreadable)
