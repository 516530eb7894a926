"""Joins the Summary screen to the store and the player: what an interview came to, as soon as it is over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.errors import SimulatorError
from simulator.interview_summary.summed_up import SummedUp, sum_up
from simulator.store.records import AnswerId, AnswerRecord, SessionId, SessionSummary
from ui.errands.printing import ask_to_print
from ui.messages import Message, MessageKind
from ui.screens.summary_screen import SummaryScreen
from ui.words.coming_back import ComingBack, coming_back
from ui.words.interview_remarks import ShownRemark
from ui.words.marked_transcript import LEAD_IN_S
from ui.words.printed_summary import printed_summary
from ui.words.session_summary import session_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.interview_summary.asked_question import AskedQuestion
    from simulator.store.store import Store
    from ui.errands.answer_sound import AnswerSound
    from ui.messages import Messages
    from ui.workers.bank_in_use import BankInUse
    from ui.workers.jobs import Jobs
    from ui.workers.judging_queue import JudgingQueue
    from ui.workers.settings_in_use import SettingsInUse


class SummaryPlace(QObject):
    """One interview at a time, summed up beside the window; again, whenever one of its answers is judged.

    Signals:
        opened(): an interview is there to be shown.
        review_requested(int, object): a session's id, and that of the answer to begin with, None for the first.
        practise_requested(object): a tuple of ids, the questions to practise.
        export_requested(int): a session's id.
    """

    opened = Signal()
    review_requested = Signal(int, object)
    practise_requested = Signal(object)
    export_requested = Signal(int)

    def __init__(
        self,
        screen: SummaryScreen,
        store: Store,
        bank: BankInUse,
        sound: AnswerSound,
        judging_queue: JudgingQueue,
        settings: SettingsInUse,
        jobs: Jobs,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._store = store
        self._bank = bank
        self._sound = sound
        self._settings = settings
        self._jobs = jobs
        self._messages = messages
        self._session: SessionSummary | None = None
        self._answers: tuple[AnswerRecord, ...] = ()
        self._summed_up = SummedUp()
        self._is_here = False
        self._connect_screen()
        sound.playing_changed.connect(self._on_playing_changed)
        judging_queue.answer_judged.connect(self._on_answer_judged)
        judging_queue.judging_failed.connect(lambda answer_id, _reason: self._on_answer_judged(answer_id))

    def open_session(self, session: SessionId) -> None:
        """Open the summary of this interview."""
        self._session = self._store.session(session)
        self._summed_up = SummedUp()
        self.screen.show_session(self._session)
        self.opened.emit()
        self.screen.focus_ways_on()

    def enter(self) -> None:
        """Sum up what is kept by now."""
        self._is_here = True
        self._begin()

    def leave(self) -> None:
        """Fall silent."""
        self._is_here = False
        self._sound.stop()

    def _connect_screen(self) -> None:
        screen = self.screen
        screen.play_requested.connect(self._on_play_requested)
        screen.stop_requested.connect(self._sound.stop)
        screen.answer_opened.connect(self._ask_for_review)
        screen.review_requested.connect(self._ask_for_review)
        screen.practise_requested.connect(lambda: self.practise_requested.emit(self._weak_ids()))
        screen.print_requested.connect(self._on_print_requested)
        screen.export.clicked.connect(self._on_export_clicked)

    def _begin(self) -> None:
        """Read the answers here, and work out beside the window what they come to."""
        if self._session is None:
            return
        try:
            self._session = self._store.session(self._session.id)
            self._answers = answers = self._store.answers(self._session.id)
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))
            return
        depth = self._settings.now.follow_up_depth
        self._jobs.run(lambda: sum_up(answers, depth), lambda summed_up: self._show(answers, summed_up), _fail)

    def _show(self, answers: Sequence[AnswerRecord], summed_up: SummedUp) -> None:
        """Unless other answers, or these judged since, are being summed up by now."""
        if self._session is not None and answers is self._answers:
            self._summed_up = summed_up
            self.screen.show_summary(self._session, summed_up, self._due(), len(self._weak_ids()))

    def _due(self) -> tuple[str, ...]:
        """When the questions of the interview come back: those that will be asked again."""
        cards = ((one, self._store.cards.card(one.question.id)) for one in self._askable())
        due = [
            ComingBack(one.question, one.position + 1, card.due_at.astimezone().date())
            for one, card in cards
            if card is not None
        ]
        return coming_back(due, date.today())  # noqa: DTZ011 - the user's own day is meant

    def _weak_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.question.id for one in self._askable() if one.needs_work))

    def _askable(self) -> list[AskedQuestion]:
        """Those of its questions that are in the bank still, and not hidden."""
        hidden, known = self._store.marks.hidden_ids(), self._bank.now.ids
        return [one for one in self._summed_up.asked if one.question.id in known and one.question.id not in hidden]

    def _ask_for_review(self, answer_id: int | None = None) -> None:
        if self._session is not None:
            self.review_requested.emit(self._session.id, answer_id)

    def _on_play_requested(self, remark: ShownRemark) -> None:
        if remark.start_s is not None:
            self._sound.play(remark.answer, max(0.0, remark.start_s - LEAD_IN_S), remark.end_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self._is_here:
            self.screen.set_playing(is_playing)

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if self._is_here and any(record.id == answer_id for record in self._answers):
            self._begin()

    def _on_export_clicked(self) -> None:
        if self._session is not None:
            self.export_requested.emit(self._session.id)

    def _on_print_requested(self) -> None:
        if self._session is not None and self._summed_up.asked:
            page = printed_summary(self._session, self._summed_up, self._due())
            ask_to_print(page, session_title(self._session), self.screen.window())


def _fail(error: Exception) -> None:
    """Nothing of it is expected to fail."""
    raise error
