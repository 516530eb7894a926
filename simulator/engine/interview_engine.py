"""An interview as it is held: leads from question to question, with follow-ups between them, to its end.

It knows no Qt, no thread and no clock of its own: moves and what happens in the world come in as calls, `events` go out
through one callback, and `ports` are what it works with. Which move is possible when is `session`'s to say, what an
answer leads to is `awaited_step`'s; the way from Start to the kept answer is `answer_in_progress`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from question_bank.models import Question
from simulator.analysis.rules import JudgingRules
from simulator.engine.answer_in_progress import AnswerInProgress
from simulator.engine.awaited_step import AwaitedStep
from simulator.engine.events import (
    AnswerKept,
    EngineEvent,
    InterviewProblem,
    NextDecided,
    QuestionChanged,
    SessionEnded,
    StageChanged,
    TypingWanted,
)
from simulator.engine.interview_record import InterviewRecord
from simulator.engine.ports import Ports
from simulator.follow_ups.ladder import NextStep
from simulator.interview.conduct import spoken_text
from simulator.interview.left_at import LeftAt
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Stage
from simulator.settings import Settings
from simulator.transcript import Word

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId


class InterviewEngine:
    """One interview at a time. `tell` gets every event, within the call that brought it about.

    A move that is not possible changes nothing, so a button may be pressed at any time. Whoever drives the engine calls
    `on_time` from `wake_at_s` on, and the other `on_…` methods when their thing happens.
    """

    def __init__(self, ports: Ports, settings: Settings, tell: Callable[[EngineEvent], None]) -> None:
        self._ports = ports
        self._settings = settings
        self._tell = tell
        self._session: Session | None = None
        self._is_ending = False
        self._record = InterviewRecord(ports.store, ports.folder, lambda sentence: tell(InterviewProblem(sentence)))
        self._answer = AnswerInProgress(ports, self._record, settings, self._pass_on, self.toggle_answer)
        self._awaited = AwaitedStep(ports.store)

    @property
    def is_running(self) -> bool:
        """Whether an interview is under way."""
        return self._session is not None

    @property
    def session(self) -> Session | None:
        """The interview under way, to be looked at; its moves are made here."""
        return self._session

    @property
    def stage(self) -> Stage:
        """Where the interview stands; ENDED when there is none."""
        return self._session.stage if self._session else Stage.ENDED

    @property
    def is_last(self) -> bool:
        """Whether nothing follows the question at hand, as far as is known: no question, no follow-up, no next try."""
        session, step = self._session, self._awaited.step
        leads_deeper = step is not None and step.question is not None
        return session is not None and not leads_deeper and session.is_last_try

    @property
    def next_step(self) -> NextStep | None:
        """What follows the answer just given; None while that is not known."""
        return self._awaited.step

    @property
    def microphone_id(self) -> str | None:
        """The microphone that this interview stays with; None while it has had none."""
        return self._answer.microphone.id

    @property
    def question(self) -> Question | None:
        """The question at hand."""
        return self._session.question if self._session else None

    @property
    def session_id(self) -> SessionId | None:
        """The interview under way, as the library knows it."""
        return self._record.session_id

    @property
    def answer_id(self) -> AnswerId | None:
        """The answer being given, or just given."""
        return self._record.answer_id

    @property
    def rules(self) -> JudgingRules:
        """The rules that give a question its target times."""
        return self._answer.rules

    @rules.setter
    def rules(self, rules: JudgingRules) -> None:
        self._answer.rules = rules

    @property
    def wake_at_s(self) -> float | None:
        """When `on_time` is to be called, in monotonic seconds; None while nothing waits for the time.

        Whenever that changes from None, an event is told after it.
        """
        return self._answer.wake_at_s

    def use_settings(self, settings: Settings) -> None:
        """Take over changed settings; they hold from the next question on."""
        self._settings = settings
        self._answer.use_settings(settings)

    def start(self, plan: SessionPlan) -> None:
        """Begin an interview: the microphone is opened while the first question is read."""
        if self._session is not None or not plan.questions:
            return
        if not self._record.begin_session(plan):
            return
        self._begin(Session(plan))

    def go_on(self, left: LeftAt) -> None:
        """Go on with an interview that was cut off, at the question it was left at; it stays one interview."""
        if self._session is None:
            self._record.go_on_session(left.session)
            self._begin(Session(left.plan, left.position, left.attempt))

    def toggle_answer(self) -> None:
        """Start the answer, or stop it."""
        if self.stage in (Stage.ANSWERING, Stage.HOLDING):
            self._answer.stop()
        elif not self._answer.is_typing and not self._is_meant_for_feedback():
            self.stop_speaking()
            if self._answer.start():
                self._prepare_next()

    def submit_typed(self, text: str) -> None:
        """Keep a typed answer (there is no microphone)."""
        self.stop_speaking()
        self._answer.type(text)

    def draft_typed(self, text: str) -> None:
        """So much of an answer is typed by now: it is kept, whatever happens."""
        self._answer.take_draft(text)

    def type_instead(self) -> None:
        """There is no microphone for this interview: answers are typed. What was said of an open answer is kept."""
        if self._session is not None and not self._answer.is_typing:
            self._tell(TypingWanted())
            self._answer.type_instead()

    def replay(self) -> None:
        """Read the question again, while nobody answers."""
        session = self._session
        if session is None:
            return
        if session.ask_again(self._ports.now()) or session.stage is Stage.ASKING:
            self._announce_stage()
            self._ports.voice.say(session.question.text, self._settings)

    def stop_speaking(self) -> None:
        """Cut the voice short; the question stays on screen."""
        if self._ports.voice.is_speaking:
            self._ports.voice.stop()
            self.on_question_read()

    def skip(self) -> None:
        """Leave this question and its follow-ups. An answer under way is not thrown away: it is stopped and kept."""
        session = self._session
        if session is None:
            return
        if session.stage is Stage.ANSWERING:
            self._answer.stop_now()
            self.leave_question()
            return
        if self._answer.draft.strip():
            self._submit_draft(session)
            self.leave_question()
            return
        question, step = session.question, session.step
        if session.skip(self._ports.now()):
            self._ports.voice.stop()
            if step in session.skipped:  # an answer kept before stands for the question
                self._record.skip(question, step)
            self._go_on(session)

    def next_question(self) -> None:
        """Go on: to the follow-up if one is due, else to the next question; after the last the interview ends.

        While the words of the answer are being written down, that is not known; then it goes on as soon as it is.
        """
        session = self._session
        if session is None or session.stage is not Stage.FEEDBACK:
            return
        if self._awaited.is_waiting:
            session.await_report(self._ports.now())
            self._announce_stage()
        else:
            self._follow_step()

    def leave_question(self) -> None:
        """Go on to the next question of the plan, without a follow-up."""
        session = self._session
        if session is not None and session.next_question(self._ports.now()):
            self._go_on(session)

    def answer_again(self) -> None:
        """The same question once more; the earlier answer stays."""
        session = self._session
        if session is not None and session.answer_again(self._ports.now()):
            self._get_ready(session)

    def toggle_pause(self) -> None:
        """Pause or go on. An answer under way stays open, its clock stands still."""
        session = self._session
        if session is None:
            return
        if session.stage is Stage.PAUSED:
            self._resume(session)
        elif session.pause(self._ports.now()):
            self._ports.voice.stop()
            self._answer.pause()
        self._announce_stage()

    def listen_again(self) -> None:
        """The microphone is back, or another was chosen: go on where it was lost."""
        if self.stage is Stage.PAUSED:
            self.toggle_pause()
        elif self._session is not None:
            self._answer.open_microphone()

    def use_microphone(self, device_id: str) -> None:
        """Another microphone was chosen for this interview: go on with it."""
        if self._session is not None:
            self._answer.microphone.use(device_id)
            self.listen_again()

    def end(self) -> None:
        """End the interview now; an answer under way is stopped and kept first."""
        session = self._session
        if session is None:
            return
        self._is_ending = True
        self._ports.voice.stop()
        self._answer.stop_now()
        self._submit_draft(session)
        self._is_ending = False
        session.end(self._ports.now())
        self._close_session()

    def on_question_read(self) -> None:
        """The voice has read what it was given, or could not."""
        if self._session is not None and self._session.question_spoken(self._ports.now()):
            self._announce_stage()

    def on_chunk(self, chunk: bytes) -> None:
        """The microphone gave sound, in an interview or not: 16 kHz mono 16-bit PCM."""
        self._answer.on_chunk(chunk)

    def on_microphone_opened(self) -> None:
        """The first sound is about to come since the microphone was opened."""
        self._answer.on_microphone_opened()

    def on_microphones_changed(self, ids: tuple[str, ...]) -> None:
        """These microphones are plugged in now."""
        self._answer.on_microphones_changed(ids)

    def on_microphone_lost(self, sentence: str) -> None:
        """The device is gone, as `sentence` says."""
        self._answer.on_microphone_lost(sentence)

    def on_sound_missing(self, lasted_s: float, ago_s: float) -> None:
        """For `lasted_s` seconds nothing was heard, `ago_s` seconds of sound ago: sleep, or something stood still."""
        self._answer.on_sound_missing(lasted_s, ago_s)

    def on_words_heard(self, job: str, settled: tuple[Word, ...], tentative: tuple[Word, ...]) -> None:
        """The words of `job` so far: those that are settled, and those that may still change."""
        self._answer.on_words_heard(job, settled, tentative)

    def on_answer_closed(self, answer_id: AnswerId) -> None:
        """The report of an answer is in the library, or there will be none."""
        if self._awaited.on_answer_closed(answer_id):
            self._tell_next()

    def on_time(self) -> None:
        """Time has passed."""
        self._answer.on_time()

    def _is_meant_for_feedback(self) -> bool:
        """Hands-free, a question comes by itself: what is pressed within 0.4 s was to stay where one was."""
        session = self._session
        return session is not None and self._settings.hands_free and session.is_settling(self._ports.now())

    def _submit_draft(self, session: Session) -> None:
        """What is typed is an answer, wherever the question stands."""
        if not self._answer.draft.strip():
            return
        self._ports.voice.stop()
        session.resume(self._ports.now())
        session.question_spoken(self._ports.now())
        self._answer.type(self._answer.draft)

    def _begin(self, session: Session) -> None:
        self._session = session
        self._answer.begin_session(session)
        self._ask(session)

    def _ask(self, session: Session) -> None:
        self._get_microphone_ready()
        self._ports.judge.prepare(session.question)
        self._show_question(session)
        text = session.question.text if session.rung else spoken_text(session.plan, session.position)
        self._ports.voice.say(text, self._settings)

    def _get_ready(self, session: Session) -> None:
        """The same question is answered once more, and need not be read again."""
        self._get_microphone_ready()
        self._show_question(session)

    def _get_microphone_ready(self) -> None:
        self._record.forget_answer()
        self._awaited.forget()
        self._answer.open_microphone()

    def _show_question(self, session: Session) -> None:
        self._tell(QuestionChanged(session.question, session.position + 1, len(session.plan.questions)))
        self._announce_stage()

    def _prepare_next(self) -> None:
        session = self._session
        if session is not None and not session.is_last:
            self._ports.voice.prepare(spoken_text(session.plan, session.position + 1), self._settings)

    def _follow_step(self) -> None:
        session, step = self._session, self._awaited.step
        if session is None or step is None or step.question is None:
            self.leave_question()
        elif session.follow_up(step.question, self._ports.now()):
            self._go_on(session)

    def _go_on(self, session: Session) -> None:
        if session.stage is Stage.ENDED:
            self._close_session()
        elif session.stage is Stage.READY:
            self._get_ready(session)
        else:
            self._ask(session)

    def _close_session(self) -> None:
        self._session = None
        self._awaited.forget()
        self._answer.end_session()
        session_id = self._record.end_session()
        if session_id is not None:
            self._tell(SessionEnded(session_id))

    def _resume(self, session: Session) -> None:
        if self._answer.can_resume() and session.resume(self._ports.now()):
            self._answer.resume()
            if session.stage is Stage.ASKING:
                self._ports.voice.say(session.question.text, self._settings)

    def _announce_stage(self) -> None:
        self._tell(StageChanged(self.stage))

    def _pass_on(self, event: EngineEvent) -> None:
        """What the answer in progress has to tell; once it is kept, what follows is waited for."""
        self._tell(event)
        if isinstance(event, AnswerKept):
            self._await_step(event.answer_id)

    def _await_step(self, answer_id: AnswerId) -> None:
        session = self._session
        if session is None or self._is_ending:
            return
        if self._awaited.expect(session, answer_id, self._settings):
            self._tell_next()

    def _tell_next(self) -> None:
        step = self._awaited.step
        assert step is not None  # noqa: S101 - it has just been decided
        if step.question is not None:
            self._ports.voice.prepare(step.question.text, self._settings)
        self._tell(NextDecided(step))
        if self.stage is Stage.DECIDING:
            self._follow_step()
