"""Joins the Compare screen to the store and the player: two answers to one question, held against each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from simulator.comparison.comparison import Comparison, compare, expect_comparable, in_order
from simulator.errors import SimulatorError
from simulator.store.records import AnswerId, AnswerRecord
from ui.errands.answer_sound import AnswerSound
from ui.messages import Message, MessageKind
from ui.screens.compare_screen import CompareScreen
from ui.words.answer_line import duration_of
from ui.words.comparison import comparison_text

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.messages import Messages
    from ui.workers.jobs import Jobs
    from ui.workers.judging_queue import JudgingQueue

_AT_ITS_END_S: Final = 0.3


class ComparePlace(QObject):
    """Two answers at a time, of which one can be heard.

    Signals:
        opened(): two answers are there to be shown.
    """

    opened = Signal()

    def __init__(
        self,
        screen: CompareScreen,
        store: Store,
        sound: AnswerSound,
        judging_queue: JudgingQueue,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._sound = sound
        self._jobs = jobs
        self._messages = messages
        self._records: tuple[AnswerRecord, ...] = ()
        self._comparison: Comparison | None = None
        self._side = 0
        self._positions_s = [0.0, 0.0]
        screen.take_chosen.connect(self._on_take_chosen)
        screen.play_toggled.connect(self._on_play_toggled)
        screen.play_requested.connect(self._play)
        screen.copy_requested.connect(self._on_copy_requested)
        sound.position_changed.connect(self._on_position_changed)
        sound.playing_changed.connect(self._on_playing_changed)
        judging_queue.answer_judged.connect(self._on_answer_judged)

    def open(self, answer_id: int, other_id: int) -> None:
        """Hold two answers to one question against each other, the earlier on the left, whichever is named first."""
        if self._show(answer_id, other_id):
            self.opened.emit()
            self.screen.show_top()

    def enter(self) -> None:
        """What is open shows already."""

    def leave(self) -> None:
        """Fall silent."""
        self._sound.stop()

    def _show(self, answer_id: int, other_id: int) -> bool:
        """Whether the two could be shown; if not, the user is told why, and what shows stays."""
        store = self._store
        try:
            takes = store.takes.of_question(AnswerId(answer_id))
            records = in_order(store.answer(AnswerId(answer_id)), store.answer(AnswerId(other_id)))
            expect_comparable(*records)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return False
        self._sound.stop()
        self._records, self._comparison = records, None
        self._positions_s = [0.0, 0.0]
        self.screen.show_takes(takes, records)
        self._jobs.run(partial(compare, *records), self._on_compared, _raise)
        return True

    def _on_compared(self, comparison: Comparison) -> None:
        """Others may have been chosen meanwhile."""
        if comparison.first is self._records[0] and comparison.second is self._records[1]:
            self._comparison = comparison
            self.screen.show_comparison(comparison)

    def _on_take_chosen(self, side: int, answer_id: int) -> None:
        self._show(answer_id, self._records[1 - side].id)

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if self.screen.isVisible() and any(record.id == answer_id for record in self._records):
            self._show(*(record.id for record in self._records))

    def _on_play_toggled(self, side: int) -> None:
        at_s = self._positions_s[side]
        if side != self._side:
            self._play(side, at_s)
        else:
            self._sound.toggle(self._records[side], self._from(side, at_s))

    def _play(self, side: int, start_s: float) -> None:
        """One at a time: the player falls silent before it begins anew."""
        self._side = side
        self._sound.play(self._records[side], self._from(side, start_s))

    def _from(self, side: int, start_s: float) -> float:
        """From the beginning again once it has been heard to its end."""
        return 0.0 if start_s > duration_of(self._records[side]) - _AT_ITS_END_S else start_s

    def _on_position_changed(self, position_s: float) -> None:
        if self.screen.isVisible():
            self._positions_s[self._side] = position_s
            self.screen.set_position(self._side, position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self.screen.isVisible():
            self.screen.set_playing(self._side if is_playing else None)

    def _on_copy_requested(self) -> None:
        if self._comparison is not None:
            QGuiApplication.clipboard().setText(comparison_text(self._comparison))
            self.screen.show_copied()


def _raise(error: Exception) -> None:
    """Nothing is expected to go wrong between two answers that are there."""
    raise error
