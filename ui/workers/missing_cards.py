"""Answers that were judged before there was a schedule get their cards, one at a time. What a card is, is not known."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.errors import SimulatorError
from simulator.schedule import import_scheduler
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from simulator.store.records import AnswerId
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs


class MissingCards(QObject):
    """Goes through what the schedule does not know yet, an answer between two turns of the loop: 1 ms each.

    If the library refuses, that is told, and the rest waits for the next start.

    Signals:
        finished(): the schedule knows every answer there is; not said if it did already.
    """

    finished = Signal()

    def __init__(self, store: Store, jobs: Jobs, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._messages = messages
        self._left: deque[AnswerId] = deque()
        self._pulse = QTimer(self, interval=0)
        self._pulse.timeout.connect(self._on_pulse)

    def start(self) -> None:
        """Begin with the oldest answer, if there is any."""
        try:
            self._left = deque(self._store.cards.unreviewed())
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if self._left:
            self._jobs.run(import_scheduler, lambda _none: self._pulse.start(), self._on_failed)

    def stop(self) -> None:
        """Leave the rest for the next start."""
        self._pulse.stop()

    def forget(self, answers: Iterable[AnswerId]) -> None:
        """These answers are being deleted, and need no card."""
        gone = frozenset(answers)
        self._left = deque(answer_id for answer_id in self._left if answer_id not in gone)

    def _on_pulse(self) -> None:
        try:
            if self._left:
                self._store.cards.review_kept(self._left.popleft())
        except SimulatorError as error:
            self._pulse.stop()
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if not self._left:
            self._pulse.stop()
            self.finished.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error  # an import never fails in an installed program: this is a bug, for the crash report
