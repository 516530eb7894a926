"""The corridor: drives one interview from question to report through voice, microphone, take, speech child and store.

No widgets live here; screens show what the signals say. Which move is possible when is `simulator.session`'s to say.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from question_bank.models import Question
from recordings.errors import RecordingError
from recordings.library import Library
from recordings.take import FinishedTake
from recordings.transcription.terms import terms_of
from simulator.analysis.rules import DEFAULT_RULES
from simulator.plan import SessionPlan
from simulator.session import SETTLE_S, Session, Stage
from simulator.settings import Settings
from simulator.transcript import Word, join_words
from ui.asking import Asking
from ui.cueing import Cueing
from ui.hearing import Hearing
from ui.judging import Judging
from ui.keeping import Keeping
from ui.listening import Listening, SoundSource

if TYPE_CHECKING:
    from simulator.store.records import AnswerId
    from simulator.store.store import Store

NOTHING_HEARD: Final = "The microphone gave no sound, so nothing was recorded. Check it, then answer again."


@dataclass(frozen=True, slots=True)
class Parts:
    """What an interview needs from the rest of the program."""

    store: Store
    library: Library
    microphone: SoundSource
    asking: Asking
    hearing: Hearing
    judging: Judging
    clock: Callable[[], float] = time.monotonic


class InterviewFlow(QObject):
    """One interview at a time.

    Signals:
        question_changed(object, int, int): the `Question`, its number from 1, how many there are.
        stage_changed(object): `Stage`.
        level_changed(float), clock_changed(float): for the meter and the timer.
        caption_changed(str, str): settled and tentative words, when captions are on.
        cue_changed(str): the one cue word, "" when it goes.
        answer_kept(object): `AnswerId`; the recording is safe and the report is on its way.
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
    problem = Signal(str)
    microphone_lost = Signal(str)
    typing_wanted = Signal()
    session_ended = Signal(object)

    def __init__(self, parts: Parts, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._settings = settings
        self.rules = DEFAULT_RULES
        self._session: Session | None = None
        self._is_typing = False
        self._keeping = Keeping(parts.store, parts.library, self)
        self._cueing = Cueing(self)
        self._listening = Listening(parts.microphone, lambda: parts.asking.is_audible, self)
        self._connect()

    @property
    def is_running(self) -> bool:
        """Whether an interview is under way."""
        return self._session is not None

    @property
    def stage(self) -> Stage:
        """Where the interview stands; ENDED when there is none."""
        return self._session.stage if self._session else Stage.ENDED

    @property
    def is_last(self) -> bool:
        """Whether the question at hand is the last one."""
        return self._session is not None and self._session.is_last

    @property
    def question(self) -> Question | None:
        """The question at hand."""
        return self._session.question if self._session else None

    @property
    def answer_id(self) -> AnswerId | None:
        """The answer being given, or just given."""
        return self._keeping.answer_id

    def use_settings(self, settings: Settings) -> None:
        """Take over changed settings; they hold from the next question on."""
        has_other_microphone = settings.microphone_id != self._settings.microphone_id
        self._settings = settings
        if has_other_microphone and not self._listening.is_recording:
            self._parts.microphone.close()  # the next question or answer opens the one that was chosen

    def start(self, plan: SessionPlan) -> None:
        """Begin an interview: the microphone is opened while the first question is read."""
        if self._session is not None or not plan.questions:
            return
        if not self._keeping.begin_session(plan):
            return
        self._session = Session(plan)
        self._ask()

    def toggle_answer(self) -> None:
        """Start the answer, or stop it."""
        if self.stage is Stage.ANSWERING:
            self._stop_answer()
        elif not self._is_typing:
            self._start_answer()

    def submit_typed(self, text: str) -> None:
        """Keep a typed answer (there is no microphone)."""
        session = self._session
        now = self._parts.clock()
        self.stop_speaking()
        if session is None or not text.strip() or not session.start_answer(now):
            return
        session.stop_answer(now + SETTLE_S)
        if not self._keeping.begin_answer(session):
            self._lose_answer()
            return
        self._keeping.save(None)
        session.answer_kept(now)
        answer_id = self._keeping.answer_id
        assert answer_id is not None  # noqa: S101 - begun above
        self._parts.judging.judge_typed(answer_id, session.question, text)
        self._announce_stage()
        self.answer_kept.emit(answer_id)

    def type_instead(self) -> None:
        """There is no microphone for this interview: answers are typed. What was said of an open answer is kept."""
        session = self._session
        if session is None or self._is_typing:
            return
        self._is_typing = True
        self.typing_wanted.emit()
        if self._listening.is_recording:
            session.resume(self._parts.clock())
            self._listening.stop_now()

    def replay(self) -> None:
        """Read the question again, while nobody answers."""
        session = self._session
        if session is None:
            return
        if session.ask_again(self._parts.clock()) or session.stage is Stage.ASKING:
            self._announce_stage()
            self._parts.asking.say(session.question.text, self._settings)

    def stop_speaking(self) -> None:
        """Cut the voice short; the question stays on screen."""
        if self._parts.asking.is_speaking:
            self._parts.asking.stop()
            self._on_spoken()

    def skip(self) -> None:
        """Leave this question. An answer under way is not thrown away: it is stopped and kept."""
        session = self._session
        if session is None:
            return
        if session.stage is Stage.ANSWERING:
            self._listening.stop_now()
            self.next_question()
            return
        question, position = session.question, session.position
        if session.skip(self._parts.clock()):
            self._parts.asking.stop()
            if position in session.skipped:  # an answer kept before stands for the question
                self._keeping.skip(question, position)
            self._go_on()

    def next_question(self) -> None:
        """Go on; after the last question the interview ends."""
        if self._session is not None and self._session.next_question(self._parts.clock()):
            self._go_on()

    def answer_again(self) -> None:
        """The same question once more; the earlier answer stays."""
        if self._session is not None and self._session.answer_again(self._parts.clock()):
            self._keeping.forget_answer()
            self._open_microphone()
            self._show_question()

    def toggle_pause(self) -> None:
        """Pause or go on. An answer under way stays open, its clock stands still."""
        session = self._session
        if session is None:
            return
        now = self._parts.clock()
        if session.stage is Stage.PAUSED:
            self._resume(session, now)
        elif session.pause(now):
            self._parts.asking.stop()
            self._listening.pause()
        self._announce_stage()

    def listen_again(self) -> None:
        """The microphone is back, or another was chosen: go on where it was lost."""
        if self.stage is Stage.PAUSED:
            self.toggle_pause()
        elif self._session is not None:
            self._open_microphone()

    def end(self) -> None:
        """End the interview now; an answer under way is stopped and kept first."""
        session = self._session
        if session is None:
            return
        self._parts.asking.stop()
        self._listening.stop_now()
        session.end(self._parts.clock())
        self._close_session()

    def _connect(self) -> None:
        parts, listening = self._parts, self._listening
        parts.asking.spoken.connect(self._on_spoken)
        parts.asking.voice_missing.connect(self.problem)
        parts.hearing.heard.connect(self._on_heard)
        self._keeping.problem.connect(self.problem)
        listening.level_changed.connect(self.level_changed)
        listening.clock_changed.connect(self.clock_changed)
        listening.clock_changed.connect(self._cueing.tick)
        listening.voice_changed.connect(self._cueing.hear)
        self._cueing.cue_changed.connect(self.cue_changed)
        self._cueing.time_is_up.connect(self._stop_answer)
        listening.take_finished.connect(self._keep)
        listening.take_broken.connect(self._on_take_broken)
        listening.microphone_lost.connect(self._on_microphone_lost)
        listening.only_silence.connect(self.problem)

    def _ask(self) -> None:
        session = self._session
        assert session is not None  # noqa: S101 - private, and every caller has one
        self._keeping.forget_answer()
        self._open_microphone()
        self._show_question()
        self._parts.asking.say(session.question.text, self._settings)

    def _show_question(self) -> None:
        session = self._session
        if session is not None:
            self.question_changed.emit(session.question, session.position + 1, len(session.plan.questions))
            self._announce_stage()

    def _open_microphone(self) -> None:
        if not self._is_typing and not self._parts.microphone.is_open:
            self._parts.microphone.open(self._settings.microphone_id)

    def _start_answer(self) -> None:
        session = self._session
        self.stop_speaking()
        if session is None or not session.start_answer(self._parts.clock()):
            return
        self._open_microphone()
        name = str(uuid4())
        if not self._keeping.begin_answer(session, f"{name}.wav"):
            self._lose_answer()
            return
        try:
            path = self._listening.start(self._parts.library.folder, name)
        except RecordingError as error:
            self._keeping.lose()
            self._lose_answer(str(error))
            return
        self._parts.hearing.follow(self._job, path, terms_of(session.question), captions=self._settings.captions)
        self._cueing.begin(self.rules.asked(session.question), replace(self._settings, strict=session.plan.strict))
        self._announce_stage()
        self._prepare_next(session)

    @property
    def _job(self) -> str:
        """What the speech child calls the answer."""
        return str(self._keeping.answer_id)

    def _lose_answer(self, sentence: str = "") -> None:
        """There is no take to go on with: back to before the answer."""
        session = self._session
        if session is not None:
            session.answer_lost(self._parts.clock())
        self._parts.hearing.cancel(self._job)
        self._keeping.forget_answer()
        self._cueing.end()
        if sentence:
            self.problem.emit(sentence)
        self._announce_stage()

    def _stop_answer(self) -> None:
        if self._session is not None and self._session.stop_answer(self._parts.clock()):
            self._announce_stage()
            self._listening.stop()

    def _prepare_next(self, session: Session) -> None:
        if not session.is_last:
            upcoming = session.plan.questions[session.position + 1]
            self._parts.asking.prepare(upcoming.text, self._settings)

    def _go_on(self) -> None:
        if self.stage is Stage.ENDED:
            self._close_session()
        else:
            self._ask()

    def _close_session(self) -> None:
        self._session = None
        self._is_typing = False
        self._cueing.end()
        self._parts.microphone.close()
        session_id = self._keeping.end_session()
        if session_id is not None:
            self.session_ended.emit(session_id)

    def _resume(self, session: Session, now: float) -> None:
        if not self._parts.microphone.is_open and not self._is_typing:
            self._open_microphone()
            if not self._parts.microphone.is_open:
                return
        if session.resume(now):
            self._listening.resume()
            self._cueing.resume()
            if session.stage is Stage.ASKING:
                self._parts.asking.say(session.question.text, self._settings)

    def _announce_stage(self) -> None:
        self.stage_changed.emit(self.stage)

    def _on_spoken(self) -> None:
        if self._session is not None and self._session.question_spoken(self._parts.clock()):
            self._announce_stage()

    def _on_heard(self, job: str, settled: tuple[Word, ...], tentative: tuple[Word, ...]) -> None:
        if job == self._job and self._settings.captions:
            self.caption_changed.emit(join_words(settled[-24:]), join_words(tentative))

    def _on_take_broken(self, sentence: str, take: FinishedTake | None) -> None:
        session = self._session
        if session is not None:
            session.stop_answer(self._parts.clock() + SETTLE_S)
        if take is None:  # what was written is still there, and so is its row: the next start offers to recover it
            self._lose_answer(sentence)
        else:
            self._keep(take)
            self.problem.emit(sentence)

    def _keep(self, take: FinishedTake) -> None:
        """The take is safe on disk: write that down, ask for its words, and let the user go on."""
        session, answer_id = self._session, self._keeping.answer_id
        if session is None or answer_id is None:
            return
        now = self._parts.clock()
        session.stop_answer(now + SETTLE_S)  # a take that closed by itself has nothing of a double click
        if not take.samples:
            self._keeping.drop(take)
            self._lose_answer(NOTHING_HEARD)
            return
        self._keeping.save(take)
        self._parts.judging.expect(answer_id, session.question)
        self._parts.hearing.finish(self._job, take.path)
        session.answer_kept(now)
        self._cueing.end()
        self._announce_stage()
        self.answer_kept.emit(answer_id)

    def _on_microphone_lost(self, sentence: str) -> None:
        session = self._session
        if session is None or self._is_typing:
            return
        if session.stage is Stage.ANSWERING:
            session.pause(self._parts.clock())
            self._announce_stage()
        self.microphone_lost.emit(sentence)
