"""The user's last word, for every place that shows an answer: kept, undone, and told. Shows nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.word_corrections import WordCorrection
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.corrections import Correction
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.errands.term_offer import TermOffer
    from ui.messages import Messages
    from ui.workers.judging_queue import JudgingQueue


class Correcting(QObject):
    """Keeps corrections of one answer at a time. If the library refuses, that is told, and all stands as before.

    What follows from corrected words is judged beside the window; until then the report is that of the words before.

    Signals:
        answer_corrected(object): `AnswerRecord` as it is now; of corrected words once more when they are judged.
    """

    answer_corrected = Signal(object)

    def __init__(
        self,
        store: Store,
        judging_queue: JudgingQueue,
        term_offer: TermOffer,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._judging_queue = judging_queue
        self._term_offer = term_offer
        self._messages = messages
        self._being_judged: set[AnswerId] = set()
        judging_queue.judged_anew.connect(self._on_judged_anew)

    def correct(self, answer_id: AnswerId, correction: Correction) -> None:
        """Take a flag off or put one on, put a verdict right, or what was said."""
        self._keep(answer_id, lambda: self._correct(answer_id, correction))

    def undo(self, answer_id: AnswerId) -> None:
        """Take the latest correction of this answer back; nothing happens if there is none."""
        self._keep(answer_id, lambda: self._store.uncorrect(answer_id))

    def _correct(self, answer_id: AnswerId, correction: Correction) -> Correction:
        self._store.correct(answer_id, correction)
        if isinstance(correction, WordCorrection) and self._store.answer(answer_id).transcript is not None:
            self._term_offer.consider(correction)
        return correction

    def _keep(self, answer_id: AnswerId, change: Callable[[], Correction | None]) -> None:
        try:
            changed = change()
            record = self._store.answer(answer_id)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        self.answer_corrected.emit(record)
        if isinstance(changed, WordCorrection):
            self._being_judged.add(answer_id)
            self._judging_queue.judge_anew(answer_id)

    def _on_judged_anew(self, answer_id: AnswerId) -> None:
        if answer_id not in self._being_judged:
            return
        self._being_judged.discard(answer_id)
        self._keep(answer_id, lambda: None)
