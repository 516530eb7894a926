"""Offers answers that were being typed when the program was cut off: Recover, Discard (asks again), Later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.errors import SimulatorError
from simulator.store.records import AnswerRecord
from ui.errands.confirming import is_deletion_wanted
from ui.messages import Message, MessageKind
from ui.words.times import counted

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.judging_queue import JudgingQueue


class DraftOffer(QObject):
    """Answers that were half typed.

    Signals:
        review_wanted(object): `SessionId` whose answer was recovered.
    """

    review_wanted = Signal(object)

    def __init__(
        self, store: Store, judging_queue: JudgingQueue, messages: Messages, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._judging_queue = judging_queue
        self._messages = messages
        self._window = window

    def begin(self) -> None:
        """Offer every answer that has words and was never given."""
        found = tuple(record for record in self._store.unfinished() if record.typed)
        if found:
            self._offer(found)

    def _offer(self, found: tuple[AnswerRecord, ...]) -> None:
        words = counted(sum(len(record.typed.split()) for record in found), "word")
        which = "An answer was" if len(found) == 1 else f"{len(found)} answers were"
        actions = (
            ("Recover", lambda: self._recover(found)),
            ("Discard", lambda: self._discard(found)),
            ("Later", lambda: None),
        )
        sentence = f"{which} half typed when Viva Voce was interrupted last time; {words} can be recovered."
        self._messages.tell(Message(MessageKind.DRAFT_CUT_OFF, sentence, actions))

    def _recover(self, found: tuple[AnswerRecord, ...]) -> None:
        for record in found:
            try:
                self._store.typed_saved(record.id, record.typed)
            except SimulatorError as error:
                self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
                continue
            self._judging_queue.judge_typed(record.id, record.question, record.typed)
            self.review_wanted.emit(record.session_id)

    def _discard(self, found: tuple[AnswerRecord, ...]) -> None:
        words = "The text you typed will be deleted. This cannot be undone."
        if not is_deletion_wanted(self._window, "Discard the text you typed?", words):
            self._offer(found)
            return
        for record in found:
            try:
                self._store.keep_draft(record.id, "")
                self._store.answer_discarded(record.id)
            except SimulatorError as error:  # the session may have been deleted meanwhile
                self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
