"""The user's last word, for every place that shows an answer: kept, undone, and told. Shows nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.corrections import Correction
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.messages import Messages


class Correcting(QObject):
    """Keeps corrections of one answer at a time. If the library refuses, that is told, and all stands as before.

    Signals:
        answer_corrected(object): `AnswerRecord` as it is now.
    """

    answer_corrected = Signal(object)

    def __init__(self, store: Store, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._messages = messages

    def correct(self, answer_id: AnswerId, correction: Correction) -> None:
        """Take a flag off or put one on, or put a verdict right."""
        self._keep(answer_id, lambda: self._store.correct(answer_id, correction))

    def undo(self, answer_id: AnswerId) -> None:
        """Take the latest correction of this answer back; nothing happens if there is none."""
        self._keep(answer_id, lambda: self._store.uncorrect(answer_id))

    def _keep(self, answer_id: AnswerId, change: Callable[[], object]) -> None:
        try:
            change()
            record = self._store.answer(answer_id)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
        else:
            self.answer_corrected.emit(record)
