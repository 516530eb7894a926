"""What is offered once the window is open: to finish what an earlier run left, and to bring history up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recordings.errors import RecordingError
from simulator.errors import SimulatorError
from ui.errands.recovery_offer import RecoveryOffer
from ui.errands.rejudging_offer import RejudgingOffer
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.equipment import Equipment


class OffersAtStart(QObject):
    """One after the other, as each looks at what the one before has left.

    Signals:
        review_wanted(object): `SessionId` whose answer was recovered.
        going_on_wanted(object): `LeftAt` of an interview that was cut off.
        rules_wanted(): history is being judged anew; how far it is shows with the rules.
    """

    review_wanted = Signal(object)
    going_on_wanted = Signal(object)
    rules_wanted = Signal()

    def __init__(self, equipment: Equipment, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._equipment = equipment
        store, messages = equipment.store, equipment.messages
        self._recovery = RecoveryOffer(
            store, equipment.library, equipment.judging_queue, equipment.jobs, messages, equipment.flow, window, self
        )
        self._rejudging = RejudgingOffer(
            store, equipment.rejudging, equipment.rules, equipment.settings, messages, self
        )
        self._recovery.review_wanted.connect(self.review_wanted)
        self._recovery.going_on_wanted.connect(self.going_on_wanted)
        self._rejudging.progress_wanted.connect(self.rules_wanted)

    def begin(self) -> None:
        """Make them, where there is something to offer."""
        self._rejudging.begin()  # what was cut off is told above it
        self._clear_up_taking_in()
        self._recovery.begin()

    def _clear_up_taking_in(self) -> None:
        """Tell which recordings were not taken in, if the program was cut off meanwhile; nothing half done stays."""
        from recordings.taking_in.remains import clear_up
        from ui.words.taking_in import cut_off_words

        try:
            names = clear_up(self._equipment.store, self._equipment.library)
        except (SimulatorError, RecordingError) as error:
            self._equipment.messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        if names:
            self._equipment.messages.tell(Message(MessageKind.RECORDINGS_ADDED, cut_off_words(names)))
