"""Joins the Interview and Feedback screens to the corridor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from question_bank.questions_to_ask import worth_asking
from recordings.errors import RecordingError
from recordings.pcm import peaks
from simulator.corrections import Correction
from simulator.drills.outcome import outcome_for
from simulator.errors import SimulatorError
from simulator.interview.conduct import is_candidates_turn, round_at
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Stage
from simulator.store.records import AnswerId, AnswerRecord, SessionId
from ui.equipment import Equipment
from ui.places.flag_corrections import FlagCorrections
from ui.screens.feedback_screen import FINISH, NEXT_QUESTION, FeedbackScreen
from ui.screens.interview_screen import InterviewScreen
from ui.words.interview_heading import Heading, heading_of
from ui.words.what_next import what_next

if TYPE_CHECKING:
    from collections.abc import Callable

WAVEFORM_BUCKETS: Final = 400
WRITING: Final = "Writing down your answer…"


class InterviewPlace(QObject):
    """Shows the interview as it goes.

    Signals:
        interview_shown(): the question takes the whole window.
        feedback_shown(): the answer is kept; its feedback shows.
        finished(object): `SessionId` of the interview that ended.
        problem(str): one sentence for the user.
        microphone_lost(str): likewise, with a way on.
    """

    interview_shown = Signal()
    feedback_shown = Signal()
    finished = Signal(object)
    problem = Signal(str)
    microphone_lost = Signal(str)

    def __init__(
        self,
        interview: InterviewScreen,
        feedback: FeedbackScreen,
        equipment: Equipment,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._interview = interview
        self._feedback = feedback
        self._equipment = equipment
        self._flow = equipment.flow
        self._correcting = FlagCorrections(equipment.store, self)
        self._question: Question | None = None
        self._heading = Heading(0, 0)
        self._is_guessing = False
        self._connect_flow()
        self._connect_screens()

    def start(self, plan: SessionPlan) -> None:
        """Begin this interview."""
        self._interview.show_spoken_answer()
        self._interview.show_captions(self._equipment.settings.captions)
        self._flow.start(plan)

    def _connect_flow(self) -> None:
        flow, screen = self._flow, self._interview
        flow.question_changed.connect(self._on_question_changed)
        flow.stage_changed.connect(self._on_stage_changed)
        flow.level_changed.connect(screen.show_level)
        flow.clock_changed.connect(self._on_clock_changed)
        flow.caption_changed.connect(screen.show_caption)
        flow.cue_changed.connect(screen.show_cue)
        flow.answer_kept.connect(self._on_answer_kept)
        flow.next_decided.connect(lambda _step: self._show_what_next())
        flow.problem.connect(self.problem)
        flow.microphone_lost.connect(self.microphone_lost)
        flow.typing_wanted.connect(screen.show_typed_answer)
        flow.session_ended.connect(self._on_session_ended)
        judging_queue = self._equipment.judging_queue
        judging_queue.answer_judged.connect(self._on_answer_judged)
        judging_queue.judging_failed.connect(lambda answer_id, _reason: self._on_answer_judged(answer_id))

    def _connect_screens(self) -> None:
        flow, interview, feedback = self._flow, self._interview, self._feedback
        interview.answer_toggled.connect(flow.toggle_answer)
        interview.replay_requested.connect(flow.replay)
        interview.skip_requested.connect(flow.skip)
        interview.pause_toggled.connect(flow.toggle_pause)
        interview.end_requested.connect(flow.end)
        interview.captions_toggled.connect(self._on_captions_toggled)
        interview.silence_requested.connect(flow.stop_speaking)
        interview.answer_typed.connect(flow.submit_typed)
        feedback.play_requested.connect(self._on_play_requested)
        feedback.play_toggled.connect(self._on_play_toggled)
        feedback.answer_again_requested.connect(self._on_answer_again_requested)
        feedback.next_requested.connect(self._on_next_requested)
        feedback.leave_requested.connect(self._on_leave_requested)
        feedback.end_requested.connect(flow.end)
        feedback.guessed.connect(self._on_guessed)
        feedback.rated.connect(self._on_rated)
        feedback.transcribe_again_requested.connect(self._on_transcribe_again_requested)
        feedback.flag_corrected.connect(self._on_flag_corrected)
        feedback.undo_requested.connect(self._on_undo_requested)
        self._correcting.answer_corrected.connect(feedback.show_corrected)
        self._correcting.problem.connect(self.problem)
        player = self._equipment.devices.player
        player.position_changed.connect(self._on_position_changed)
        player.playing_changed.connect(self._on_playing_changed)

    @property
    def _session(self) -> Session:
        session = self._flow.session
        assert session is not None  # noqa: S101 - asked only while an interview is under way
        return session

    @property
    def _gives_feedback(self) -> bool:
        """Strict interviews say nothing before the end."""
        session = self._flow.session
        return session is not None and not session.conduct.is_strict

    def _on_question_changed(self, question: Question, _number: int, _total: int) -> None:
        question = self._equipment.rules.asked(question)
        self._question = question
        self._is_guessing = False
        self._interview.show_question(question, heading_of(self._session))
        self._interview.show_clock(0.0, question.times)
        self.interview_shown.emit()

    def _on_stage_changed(self, stage: Stage) -> None:
        self._interview.show_stage(stage)
        if stage is Stage.DECIDING and self._gives_feedback:
            self._feedback.show_deciding()

    def _on_clock_changed(self, elapsed_s: float) -> None:
        if self._question is not None:
            self._interview.show_clock(elapsed_s, self._question.times)

    def _on_captions_toggled(self, is_on: bool) -> None:
        from dataclasses import replace

        self._equipment.change_settings(replace(self._equipment.settings, captions=is_on))

    def _on_answer_kept(self, answer_id: AnswerId) -> None:
        if not self._gives_feedback:
            return
        self._heading = heading_of(self._session)
        record = self._equipment.store.answer(answer_id)
        self._is_guessing = self._session.conduct.guesses_first
        if self._is_guessing:
            self._feedback.ask_guess(record, self._heading, self._next_label())
        elif record.report is None and record.failure is None:
            self._feedback.show_waiting(WRITING, record, self._heading, self._next_label())
        self.feedback_shown.emit()

    def _on_answer_judged(self, answer_id: AnswerId) -> None:
        if answer_id != self._flow.answer_id or self._is_guessing or not self._gives_feedback:
            return
        self._heading = heading_of(self._session)
        record = self._equipment.store.answer(answer_id)
        self._with_peaks(record, lambda heights: self._show_feedback(record, heights))

    def _on_guessed(self, length_s: int, filler_sounds: int) -> None:
        answer_id = self._flow.answer_id
        if answer_id is None or not self._is_guessing:
            return
        self._is_guessing = False
        self._keep(lambda: self._equipment.store.drills.keep_guess(answer_id, length_s, filler_sounds))
        record = self._equipment.store.answer(answer_id)
        if record.report is None and record.failure is None:
            self._feedback.show_waiting(WRITING, record, self._heading, self._next_label())
        else:
            self._on_answer_judged(answer_id)

    def _on_rated(self, rating: int) -> None:
        answer_id = self._flow.answer_id
        if answer_id is not None:
            self._keep(lambda: self._equipment.store.cards.rate(answer_id, rating))

    def _keep(self, write: Callable[[], object]) -> None:
        """What the library refuses is said, and the interview goes on."""
        try:
            write()
        except SimulatorError as error:
            self.problem.emit(str(error))

    def _show_feedback(self, record: AnswerRecord, heights: list[float]) -> None:
        if record.id != self._flow.answer_id or not self._gives_feedback:
            return
        store, plan = self._equipment.store, self._session.plan
        usual = store.usual(record.question.kind, before=record.id)
        self._feedback.show_answer(record, heights, usual, self._heading, self._next_label())
        self._feedback.show_outcome(outcome_for(store, plan.drill, record))
        self._feedback.show_rating(store.cards.own_rating(record.id), is_asked=not record.rung)
        is_turn = is_candidates_turn(record.question)
        self._feedback.show_good_questions(worth_asking(round_at(plan, record.position)) if is_turn else ())
        self._show_what_next()

    def _show_what_next(self) -> None:
        step = self._flow.next_step
        if step is None or self._is_guessing or not self._gives_feedback or self._flow.stage is Stage.DECIDING:
            return
        self._feedback.show_what_next(what_next(step), is_follow_up=step.question is not None)
        self._feedback.show_next_label(self._next_label())

    def _next_label(self) -> str:
        if self._session.tries_left:
            return "Next try"
        is_known = self._flow.next_step is not None
        return FINISH if is_known and self._flow.is_last else NEXT_QUESTION

    def _with_peaks(self, record: AnswerRecord, then: Callable[[list[float]], None]) -> None:
        path = self._path_of(record)
        if path is None:
            then([])
            return
        self._equipment.jobs.run(lambda: peaks(path, WAVEFORM_BUCKETS), then, lambda error: self._no_sound(error, then))

    def _no_sound(self, error: Exception, then: Callable[[list[float]], None]) -> None:
        if not isinstance(error, RecordingError):
            raise error
        self.problem.emit(str(error))
        then([])

    def _path_of(self, record: AnswerRecord) -> Path | None:
        return self._equipment.library.path_of(record.file_name) if record.file_name else None

    def _on_play_requested(self, start_s: float, end_s: float | None) -> None:
        path = self._current_path()
        if path is not None:
            self._equipment.devices.player.play(path, start_s, end_s)

    def _on_play_toggled(self) -> None:
        player = self._equipment.devices.player
        if player.is_playing:
            player.toggle_pause()
        else:
            self._on_play_requested(self._feedback.position_s, None)

    def _current_path(self) -> Path | None:
        answer_id = self._flow.answer_id
        return self._path_of(self._equipment.store.answer(answer_id)) if answer_id is not None else None

    def _on_position_changed(self, position_s: float) -> None:
        if self._flow.stage is Stage.FEEDBACK:
            self._feedback.set_position(position_s)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if self._flow.stage is Stage.FEEDBACK:
            self._feedback.set_playing(is_playing)

    def _on_answer_again_requested(self) -> None:
        self._equipment.devices.player.stop()
        self._flow.answer_again()

    def _on_next_requested(self) -> None:
        self._equipment.devices.player.stop()
        self._flow.next_question()

    def _on_leave_requested(self) -> None:
        self._equipment.devices.player.stop()
        self._flow.leave_question()

    def _on_transcribe_again_requested(self) -> None:
        answer_id = self._flow.answer_id
        if answer_id is not None:
            record = self._equipment.store.answer(answer_id)
            self._feedback.show_waiting(WRITING, record, self._heading, self._next_label())
            self._equipment.judging_queue.transcribe_again(answer_id)

    def _on_flag_corrected(self, correction: Correction) -> None:
        if self._flow.answer_id is not None:
            self._correcting.correct(self._flow.answer_id, correction)

    def _on_undo_requested(self) -> None:
        if self._flow.answer_id is not None:
            self._correcting.undo(self._flow.answer_id)

    def _on_session_ended(self, session_id: SessionId) -> None:
        self._question = None
        self.finished.emit(session_id)
