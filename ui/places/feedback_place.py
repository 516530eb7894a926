"""Joins the Feedback screen to the interview, the store and the player: what is said of the answer just given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.draw import is_candidates_turn
from question_bank.questions_to_ask import worth_asking
from simulator.corrections import Correction
from simulator.errors import SimulatorError
from simulator.interview.conduct import round_at
from simulator.interview.session import Session, Stage
from simulator.kept_outcome import outcome_for
from simulator.store.records import AnswerId, AnswerRecord
from ui.errands.answer_sound import AnswerSound
from ui.errands.careful_offer import CarefulOffer
from ui.errands.compare_offer import CompareOffer
from ui.errands.correcting import Correcting
from ui.errands.going_on_alone import GoingOnAlone
from ui.errands.listening_volume import ListeningVolume
from ui.errands.reading_aloud import ReadingAloud
from ui.errands.story_keeping import StoryKeeping
from ui.errands.term_offer import TermOffer
from ui.messages import Message, MessageKind
from ui.screens.feedback_screen import FINISH, NEXT_QUESTION, FeedbackScreen
from ui.words.answer_line import duration_of
from ui.words.feedback_length import words_to_read
from ui.words.interview_heading import Heading, heading_of
from ui.words.interview_stage import WRITING_DOWN
from ui.words.what_next import what_next

if TYPE_CHECKING:
    from simulator.store.store import Store
    from ui.interview.flow import InterviewFlow
    from ui.messages import Messages
    from ui.workers.careful_listening import CarefulListening
    from ui.workers.judging_queue import JudgingQueue
    from ui.workers.settings_in_use import SettingsInUse


class FeedbackPlace(QObject):
    """Shows what was kept, then what was found in it. Strict interviews say nothing before the end.

    Signals:
        shown(): an answer is kept; its feedback is there to be shown.
    """

    shown = Signal()

    def __init__(
        self,
        screen: FeedbackScreen,
        flow: InterviewFlow,
        store: Store,
        sound: AnswerSound,
        reading_aloud: ReadingAloud,
        judging_queue: JudgingQueue,
        careful_listening: CarefulListening,
        going_on: GoingOnAlone,
        settings: SettingsInUse,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.screen = screen
        self._flow = flow
        self._store = store
        self._sound = sound
        self._reading_aloud = reading_aloud
        self._judging_queue = judging_queue
        self._going_on = going_on
        self._messages = messages
        self._correcting = Correcting(store, judging_queue, TermOffer(store, settings, messages), messages, self)
        self._careful_offer = CarefulOffer(screen.careful, careful_listening, self)
        self.compare_offer = CompareOffer(screen.compare, store, self)
        self._story_keeping = StoryKeeping(screen.keep_story, store, messages, self)
        ListeningVolume(screen.volume, sound, settings, self)
        self._heading = Heading(0, 0)
        self._is_guessing = False
        self._shown: AnswerRecord | None = None
        self._connect_parts()
        self._connect_screen()

    def enter(self) -> None:
        """The feedback shows already."""

    def leave(self) -> None:
        """An answer being heard may be heard to its end; nobody is fetched back from elsewhere."""
        self._going_on.stay()

    def _connect_parts(self) -> None:
        flow = self._flow
        flow.question_changed.connect(self._on_question_changed)
        flow.stage_changed.connect(self._on_stage_changed)
        flow.answer_kept.connect(self._on_answer_kept)
        flow.next_decided.connect(lambda _step: self._show_what_next())
        self._judging_queue.answer_judged.connect(self._on_answer_judged)
        self._judging_queue.judging_failed.connect(lambda answer_id, _reason: self._on_answer_judged(answer_id))
        self._correcting.answer_corrected.connect(self._on_answer_corrected)
        self._reading_aloud.ended.connect(lambda: self.screen.show_reading(""))
        self._sound.position_changed.connect(self._on_position_changed)
        self._sound.playing_changed.connect(self._on_playing_changed)
        self._going_on.due.connect(self._on_next_requested)
        flow.session_ended.connect(self._going_on.forget)

    def _connect_screen(self) -> None:
        screen = self.screen
        screen.play_requested.connect(self._on_play_requested)
        screen.read_aloud_requested.connect(self._on_read_aloud_requested)
        screen.play_toggled.connect(self._on_play_toggled)
        screen.answer_again_requested.connect(self._on_answer_again_requested)
        screen.next_requested.connect(self._on_next_requested)
        screen.leave_requested.connect(self._on_leave_requested)
        screen.end_requested.connect(self._flow.end)
        screen.guessed.connect(self._on_guessed)
        screen.rated.connect(self._on_rated)
        screen.transcribe_again_requested.connect(self._on_transcribe_again_requested)
        screen.corrected.connect(self._on_corrected)
        screen.undo_requested.connect(self._on_undo_requested)
        for by_hand in (
            screen.play_requested,
            screen.play_toggled,
            screen.volume.volume_changed,
            screen.read_aloud_requested,
            screen.corrected,
        ):
            by_hand.connect(self._going_on.stay)  # a screen reader presses without a key

    @property
    def _session(self) -> Session:
        session = self._flow.session
        assert session is not None  # noqa: S101 - asked only while an interview is under way
        return session

    @property
    def _is_given(self) -> bool:
        session = self._flow.session
        return session is not None and not session.conduct.is_strict

    @property
    def _record(self) -> AnswerRecord | None:
        answer_id = self._flow.answer_id
        return self._store.answer(answer_id) if answer_id is not None else None

    def _on_question_changed(self) -> None:
        self._is_guessing = False
        self._let_go()

    def _let_go(self) -> None:
        self._shown = None
        self._going_on.forget()

    def _on_stage_changed(self, stage: Stage) -> None:
        if stage is Stage.DECIDING and self._is_given:
            self.screen.show_deciding()

    def _on_answer_kept(self, answer_id: AnswerId) -> None:
        if not self._is_given:
            return
        self._let_go()
        self._heading = heading_of(self._session)
        record = self._store.answer(answer_id)
        self._careful_offer.show(None)
        self.compare_offer.show(None)
        self._is_guessing = self._session.conduct.guesses_first
        if self._is_guessing:
            self.screen.ask_guess(record, self._heading, self._next_label())
        elif record.report is None and record.failure is None:
            self.screen.show_waiting(WRITING_DOWN, record, self._heading, self._next_label())
        self.shown.emit()

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if self._is_guessing or not self._is_awaited(answer_id):
            return
        self._heading = heading_of(self._session)
        record = self._store.answer(answer_id)
        self._sound.read_waveform(
            record, lambda heights: self._show_feedback(record, heights), lambda: self._is_awaited(record.id)
        )

    def _is_awaited(self, answer_id: AnswerId) -> bool:
        return answer_id == self._flow.answer_id and self._is_given

    def _on_guessed(self, length_s: int, filler_sounds: int) -> None:
        answer_id = self._flow.answer_id
        if answer_id is None or not self._is_guessing:
            return
        self._is_guessing = False
        self._keep(lambda: self._store.drills.keep_guess(answer_id, length_s, filler_sounds))
        record = self._store.answer(answer_id)
        if record.report is None and record.failure is None:
            self.screen.show_waiting(WRITING_DOWN, record, self._heading, self._next_label())
        else:
            self._on_answer_judged(answer_id)

    def _on_rated(self, rating: int) -> None:
        answer_id = self._flow.answer_id
        if answer_id is not None:
            self._keep(lambda: self._store.cards.rate(answer_id, rating))

    def _keep(self, write: Callable[[], object]) -> None:
        """What the library refuses is told, and the interview goes on."""
        try:
            write()
        except SimulatorError as error:
            self._messages.tell(Message(MessageKind.LIBRARY_REFUSED, str(error)))

    def _show_feedback(self, record: AnswerRecord, heights: list[float]) -> None:
        if not self._is_awaited(record.id):
            return
        store, plan = self._store, self._session.plan
        usual = store.usual(record.question.kind, before=record.id)
        self.screen.show_answer(record, heights, usual, self._heading, self._next_label())
        self.screen.show_outcome(outcome_for(store, plan.drill, record))
        self.screen.show_rating(store.cards.own_rating(record.id), is_asked=not record.rung)
        self._story_keeping.show(record)
        self._careful_offer.show(record)
        self.compare_offer.show(record)
        is_turn = is_candidates_turn(record.question)
        self.screen.show_good_questions(worth_asking(round_at(plan, record.position)) if is_turn else ())
        self._shown = record
        self._show_what_next()

    def _show_what_next(self) -> None:
        step = self._flow.next_step
        if step is None or self._is_guessing or not self._is_given or self._flow.stage is Stage.DECIDING:
            return
        self.screen.show_what_next(what_next(step), is_follow_up=step.question is not None)
        self.screen.show_next_label(self._next_label())
        self._go_on_alone(what_next(step), is_follow_up=step.question is not None)

    def _go_on_alone(self, next_words: str, *, is_follow_up: bool) -> None:
        """Not to the end, where nothing waits for an answer; nor where answers are typed, which takes hands anyway."""
        record, label = self._shown, self._next_label()
        if record is not None and duration_of(record) > 0 and label != FINISH and self.screen.isVisible():
            self._going_on.begin(words_to_read(record, next_words), "Follow-up" if is_follow_up else label)

    def _next_label(self) -> str:
        if self._session.tries_left:
            return "Next try"
        is_known = self._flow.next_step is not None
        return FINISH if is_known and self._flow.is_last else NEXT_QUESTION

    def _on_play_requested(self, start_s: float, end_s: float | None) -> None:
        self._reading_aloud.stop()
        self._sound.play(self._record, start_s, end_s)

    def _on_read_aloud_requested(self, words: str) -> None:
        """The voice and the answer share the loudspeaker: whichever is asked for last is heard."""
        self._sound.stop()
        self._reading_aloud.stop()
        if words:
            self._reading_aloud.say(words, self._sound.volume)
            self.screen.show_reading(self._reading_aloud.text)

    def _on_play_toggled(self) -> None:
        self._reading_aloud.stop()
        self._sound.toggle(self._record, self.screen.position_s)

    def _on_position_changed(self, position_s: float) -> None:
        if self._is_heard:
            self.screen.set_position(position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self._is_heard:
            self.screen.set_playing(is_playing)

    def _fall_silent(self) -> None:
        self._reading_aloud.stop()
        self._sound.stop()

    @property
    def _is_heard(self) -> bool:
        """Whether what plays is the answer."""
        is_at_hand = self._flow.stage is Stage.FEEDBACK and self._sound.may_be(self._flow.answer_id)
        return is_at_hand and not self._reading_aloud.text

    def _on_answer_again_requested(self) -> None:
        self._fall_silent()
        self._flow.answer_again()

    def _on_next_requested(self) -> None:
        self._fall_silent()
        self._flow.next_question()

    def _on_leave_requested(self) -> None:
        self._fall_silent()
        self._flow.leave_question()

    def _on_transcribe_again_requested(self) -> None:
        record = self._record
        if record is not None:
            self.screen.show_waiting(WRITING_DOWN, record, self._heading, self._next_label())
            self._judging_queue.transcribe_again(record.id)

    def _on_corrected(self, correction: Correction) -> None:
        if self._flow.answer_id is not None:
            self._correcting.correct(self._flow.answer_id, correction)

    def _on_answer_corrected(self, record: AnswerRecord) -> None:
        """Its words may have taken a while to be judged, and the interview have gone on."""
        if not self._is_awaited(record.id):
            return
        self.screen.show_corrected(record)
        self._story_keeping.show(record)
        self.screen.show_outcome(outcome_for(self._store, self._session.plan.drill, record))

    def _on_undo_requested(self) -> None:
        if self._flow.answer_id is not None:
            self._correcting.undo(self._flow.answer_id)
