"""The corridor: leads one interview from question to question, with follow-ups between them, to its end.

No widgets live here; screens show what the signals say. Which move is possible when is `simulator.interview.session`'s
to say, what an answer leads to is the ladder's; the way from Start to the kept answer is `answering`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from simulator.analysis.rules import JudgingRules
from simulator.follow_ups.ladder import NextStep
from simulator.interview.conduct import spoken_text
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Stage
from simulator.settings import Settings
from ui.interview.answering import Answering
from ui.interview.deepening import Deepening
from ui.interview.keeping import Keeping
from ui.interview.parts import Parts

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId


class InterviewFlow(QObject):
    """One interview at a time.

    Signals:
        question_changed(object, int, int): the `Question`, its number from 1, how many there are. A follow-up has the
            number of the question it belongs to; `session` tells which it is.
        stage_changed(object): `Stage`.
        level_changed(float), clock_changed(float): for the meter and the timer.
        caption_changed(str, str): settled and tentative words, when captions are on.
        cue_changed(str): the one cue word, "" when it goes.
        answer_kept(object): `AnswerId`; the recording is safe and the report is on its way.
        next_decided(object): `NextStep`; what follows the answer just given.
        problem(str): one sentence for the user.
        microphone_lost(str): the answer waits for `resume` or for the end.
        typing_wanted(): there is no microphone; answers may be typed.
        session_ended(object): `SessionId`.
    """

    question_changed = Signal(object, int, int)
    stage_changed = Signal(object)
    level_changed = Signal(float)
    clock_changed = Signal(float)
    caption_changed = Signal(str, str)
    cue_changed = Signal(str)
    answer_kept = Signal(object)
    next_decided = Signal(object)
    problem = Signal(str)
    microphone_lost = Signal(str)
    typing_wanted = Signal()
    session_ended = Signal(object)

    def __init__(self, parts: Parts, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._settings = settings
        self._session: Session | None = None
        self._is_ending = False
        self._keeping = Keeping(parts.store, parts.library, self)
        self._answering = Answering(parts, self._keeping, settings, self)
        self._deepening = Deepening(parts.store, parts.judging_queue, self)
        self._connect()

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
        session, step = self._session, self._deepening.step
        if session is None or (step is not None and step.question is not None):
            return False
        return session.is_last and session.tries_left <= (0 if session.is_kept else 1)

    @property
    def next_step(self) -> NextStep | None:
        """What follows the answer just given; None while that is not known."""
        return self._deepening.step

    @property
    def question(self) -> Question | None:
        """The question at hand."""
        return self._session.question if self._session else None

    @property
    def session_id(self) -> SessionId | None:
        """The interview under way, as the library knows it."""
        return self._keeping.session_id

    @property
    def answer_id(self) -> AnswerId | None:
        """The answer being given, or just given."""
        return self._keeping.answer_id

    @property
    def rules(self) -> JudgingRules:
        """The rules that give a question its target times."""
        return self._answering.rules

    @rules.setter
    def rules(self, rules: JudgingRules) -> None:
        self._answering.rules = rules

    def use_settings(self, settings: Settings) -> None:
        """Take over changed settings; they hold from the next question on."""
        self._settings = settings
        self._answering.use_settings(settings)

    def start(self, plan: SessionPlan) -> None:
        """Begin an interview: the microphone is opened while the first question is read."""
        if self._session is not None or not plan.questions:
            return
        if not self._keeping.begin_session(plan):
            return
        self._session = Session(plan)
        self._answering.begin_session(self._session)
        self._ask()

    def toggle_answer(self) -> None:
        """Start the answer, or stop it."""
        if self.stage in (Stage.ANSWERING, Stage.HOLDING):
            self._answering.stop()
        elif not self._answering.is_typing:
            self.stop_speaking()
            if self._answering.start():
                self._prepare_next()

    def submit_typed(self, text: str) -> None:
        """Keep a typed answer (there is no microphone)."""
        self.stop_speaking()
        self._answering.type(text)

    def type_instead(self) -> None:
        """There is no microphone for this interview: answers are typed. What was said of an open answer is kept."""
        if self._session is not None and not self._answering.is_typing:
            self.typing_wanted.emit()
            self._answering.type_instead()

    def replay(self) -> None:
        """Read the question again, while nobody answers."""
        session = self._session
        if session is None:
            return
        if session.ask_again(self._parts.clock()) or session.stage is Stage.ASKING:
            self._announce_stage()
            self._parts.question_reader.say(session.question.text, self._settings)

    def stop_speaking(self) -> None:
        """Cut the voice short; the question stays on screen."""
        if self._parts.question_reader.is_speaking:
            self._parts.question_reader.stop()
            self._on_spoken()

    def skip(self) -> None:
        """Leave this question and its follow-ups. An answer under way is not thrown away: it is stopped and kept."""
        session = self._session
        if session is None:
            return
        if session.stage is Stage.ANSWERING:
            self._answering.stop_now()
            self.leave_question()
            return
        question, step = session.question, session.step
        if session.skip(self._parts.clock()):
            self._parts.question_reader.stop()
            if step in session.skipped:  # an answer kept before stands for the question
                self._keeping.skip(question, step)
            self._go_on()

    def next_question(self) -> None:
        """Go on: to the follow-up if one is due, else to the next question; after the last the interview ends.

        While the words of the answer are being written down, that is not known; then it goes on as soon as it is.
        """
        session = self._session
        if session is None or session.stage is not Stage.FEEDBACK:
            return
        if self._deepening.is_waiting:
            session.await_report(self._parts.clock())
            self._announce_stage()
        else:
            self._follow_step()

    def leave_question(self) -> None:
        """Go on to the next question of the plan, without a follow-up."""
        if self._session is not None and self._session.next_question(self._parts.clock()):
            self._go_on()

    def answer_again(self) -> None:
        """The same question once more; the earlier answer stays."""
        if self._session is not None and self._session.answer_again(self._parts.clock()):
            self._get_ready()

    def toggle_pause(self) -> None:
        """Pause or go on. An answer under way stays open, its clock stands still."""
        session = self._session
        if session is None:
            return
        now = self._parts.clock()
        if session.stage is Stage.PAUSED:
            self._resume(session, now)
        elif session.pause(now):
            self._parts.question_reader.stop()
            self._answering.pause()
        self._announce_stage()

    def listen_again(self) -> None:
        """The microphone is back, or another was chosen: go on where it was lost."""
        if self.stage is Stage.PAUSED:
            self.toggle_pause()
        elif self._session is not None:
            self._answering.open_microphone()

    def end(self) -> None:
        """End the interview now; an answer under way is stopped and kept first."""
        if self._session is None:
            return
        self._is_ending = True
        self._parts.question_reader.stop()
        self._answering.stop_now()
        self._is_ending = False
        self._session.end(self._parts.clock())
        self._close_session()

    def _connect(self) -> None:
        question_reader, answering = self._parts.question_reader, self._answering
        question_reader.spoken.connect(self._on_spoken)
        question_reader.voice_missing.connect(self.problem)
        self._keeping.problem.connect(self.problem)
        answering.level_changed.connect(self.level_changed)
        answering.clock_changed.connect(self.clock_changed)
        answering.caption_changed.connect(self.caption_changed)
        answering.cue_changed.connect(self.cue_changed)
        answering.stage_changed.connect(self._announce_stage)
        answering.answer_kept.connect(self._on_answer_kept)
        answering.problem.connect(self.problem)
        answering.microphone_lost.connect(self.microphone_lost)
        self._deepening.decided.connect(self._on_decided)

    def _ask(self) -> None:
        session = self._session
        assert session is not None  # noqa: S101 - private, and every caller has one
        self._forget_answer()
        self._answering.open_microphone()
        self._parts.judging_queue.prepare(session.question)
        self._show_question()
        text = session.question.text if session.rung else spoken_text(session.plan, session.position)
        self._parts.question_reader.say(text, self._settings)

    def _get_ready(self) -> None:
        """The same question is answered once more, and need not be read again."""
        self._forget_answer()
        self._answering.open_microphone()
        self._show_question()

    def _forget_answer(self) -> None:
        self._keeping.forget_answer()
        self._deepening.forget()

    def _show_question(self) -> None:
        session = self._session
        if session is not None:
            self.question_changed.emit(session.question, session.position + 1, len(session.plan.questions))
            self._announce_stage()

    def _prepare_next(self) -> None:
        session = self._session
        if session is not None and not session.is_last:
            self._parts.question_reader.prepare(spoken_text(session.plan, session.position + 1), self._settings)

    def _follow_step(self) -> None:
        session, step = self._session, self._deepening.step
        assert session is not None  # noqa: S101 - private, and every caller has one
        if step is None or step.question is None:
            self.leave_question()
        elif session.follow_up(step.question, self._parts.clock()):
            self._go_on()

    def _go_on(self) -> None:
        if self.stage is Stage.ENDED:
            self._close_session()
        elif self.stage is Stage.READY:
            self._get_ready()
        else:
            self._ask()

    def _close_session(self) -> None:
        self._session = None
        self._deepening.forget()
        self._answering.end_session()
        session_id = self._keeping.end_session()
        if session_id is not None:
            self.session_ended.emit(session_id)

    def _resume(self, session: Session, now: float) -> None:
        if self._answering.can_resume() and session.resume(now):
            self._answering.resume()
            if session.stage is Stage.ASKING:
                self._parts.question_reader.say(session.question.text, self._settings)

    def _announce_stage(self) -> None:
        self.stage_changed.emit(self.stage)

    def _on_spoken(self) -> None:
        if self._session is not None and self._session.question_spoken(self._parts.clock()):
            self._announce_stage()

    def _on_answer_kept(self, answer_id: AnswerId) -> None:
        self.answer_kept.emit(answer_id)
        if self._session is not None and not self._is_ending:
            self._deepening.expect(self._session, answer_id, self._settings)

    def _on_decided(self, step: NextStep) -> None:
        if step.question is not None:
            self._parts.question_reader.prepare(step.question.text, self._settings)
        self.next_decided.emit(step)
        if self.stage is Stage.DECIDING:
            self._follow_step()
