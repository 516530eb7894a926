"""Offers what an earlier run left unfinished: Recover, Discard (asks again), Later. Nothing is deleted unasked.

What was typed is `draft_offer`'s, what no answer names `stray_offer`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from recordings.errors import RecordingError
from recordings.recovery import UnfinishedTake, discard, find_unfinished, read_finished, recover
from recordings.take import FinishedTake
from simulator.errors import SimulatorError
from simulator.store.records import AnswerRecord, SessionId
from ui.errands.confirming import is_deletion_wanted
from ui.errands.draft_offer import DraftOffer
from ui.errands.stray_offer import StrayOffer
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from recordings.take_folder import TakeFolder
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.judging_queue import JudgingQueue


class RecoveryOffer(QObject):
    """Answers that were being recorded when the program was cut off.

    Signals:
        review_wanted(object): `SessionId` whose answer was recovered.
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
        self._strays = StrayOffer(store, library, judging_queue, messages, window, self)
        self._drafts = DraftOffer(store, judging_queue, messages, window, self)
        self._strays.review_wanted.connect(self.review_wanted)
        self._drafts.review_wanted.connect(self.review_wanted)

    def begin(self) -> None:
        """Look for unfinished takes, drafts and strays, and offer them; rows without anything are marked as lost."""
        self._strays.begin()
        self._drafts.begin()
        try:
            takes = {take.file_name: take for take in find_unfinished(self._library.folder)}
        except RecordingError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
            return
        found: list[tuple[AnswerRecord, UnfinishedTake]] = []
        for record in self._store.unfinished():
            take = takes.get(record.file_name or "")
            if take is not None:
                found.append((record, take))
            elif not record.typed:
                self._settle_without_part(record)
        if found:
            self._offer(tuple(found))

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
            try:
                whole = recover(take.path)
            except RecordingError as error:
                self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
                continue
            self._save(record, whole)
            self._judging_queue.transcribe_again(record.id)
            self.review_wanted.emit(SessionId(record.session_id))

    def _save(self, record: AnswerRecord, whole: FinishedTake) -> None:
        """If this fails the take is whole all the same, and the next start finds it."""
        try:
            self._store.answer_saved(record.id, whole.samples, whole.byte_count, whole.sha256)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))

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
            self._store.answer_lost(record.id)
            return
        try:
            whole = read_finished(path)
        except RecordingError as error:
            self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, str(error)))
        else:
            self._save(record, whole)
