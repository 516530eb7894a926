"""One answer at a time, from Start to a take that is safe and whose words are asked for. It asks no questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from question_bank.models import Kind
from simulator.analysis.rules import DEFAULT_RULES
from simulator.engine.cue import LiveCue
from simulator.engine.events import (
    AnswerKept,
    CaptionChanged,
    CueChanged,
    EngineEvent,
    InterviewProblem,
    MicrophoneLost,
    StageChanged,
)
from simulator.engine.held_microphone import HeldMicrophone
from simulator.engine.interview_record import InterviewRecord
from simulator.engine.ports import Ports
from simulator.engine.sound_events import (
    ClockChanged,
    GapMarked,
    KeptTake,
    LevelChanged,
    SoundEvent,
    TakeBegun,
    TakeCutShort,
    TakeFinished,
    TakeRefused,
    VoiceBeforeAnswer,
    VoiceHeard,
)
from simulator.interview import turn_taking
from simulator.interview.session import SETTLE_S, Session, Stage
from simulator.settings import Settings
from simulator.transcript import Word, join_words

if TYPE_CHECKING:
    from simulator.store.records import AnswerId

NOTHING_HEARD: Final = "No sound came from the microphone, so nothing was recorded. Check it, then answer again."
DRAFT_EVERY_S: Final = 0.5
_CAPTION_WORDS: Final = 24


class AnswerInProgress:
    """The answers of one session at a time; makes the session's moves between Start and the kept answer.

    `begin_by_voice` is called when, with hands-free turns, somebody speaks and the answer is to be started.
    `rules` give a question its target times. `draft` is what is typed of an answer that is not given yet.
    """

    def __init__(
        self,
        ports: Ports,
        record: InterviewRecord,
        settings: Settings,
        tell: Callable[[EngineEvent], None],
        begin_by_voice: Callable[[], None],
    ) -> None:
        self._ports = ports
        self._record = record
        self._settings = settings
        self._tell = tell
        self._begin_by_voice = begin_by_voice
        self.rules = DEFAULT_RULES
        self.is_typing = False
        self.draft = ""
        self._draft_due_s: float | None = None
        self._session: Session | None = None
        self._stopped_s: float | None = None
        self._followed_words = 0
        self._cue = LiveCue()
        self._turns: turn_taking.TurnTaking | None = None
        self.microphone = HeldMicrophone(ports.microphone, settings.microphone_id)

    @property
    def wake_at_s(self) -> float | None:
        """When `on_time` is to be called, in monotonic seconds; None while nothing waits for the time."""
        waiting = (self._ports.recorder.wake_at_s, self._cue.wake_at_s, self._draft_due_s)
        return min((at_s for at_s in waiting if at_s is not None), default=None)

    def use_settings(self, settings: Settings) -> None:
        """Take over changed settings; they hold from the next answer on."""
        self._settings = settings
        if self.microphone.choose(settings.microphone_id) and not self._ports.recorder.is_recording:
            self._ports.microphone.close()  # the next question or answer opens the one that was chosen

    def begin_session(self, session: Session) -> None:
        """The answers to come belong to this interview."""
        self._session = session
        self.microphone.begin()

    def end_session(self) -> None:
        """The interview is over: nobody listens any more."""
        self._session = None
        self.is_typing = False
        self.draft, self._draft_due_s = "", None
        self._end_cue()
        self._ports.microphone.close()

    def open_microphone(self) -> None:
        """Listen, unless answers are typed."""
        if not self.is_typing:
            self.microphone.open()

    def start(self) -> bool:
        """Begin an answer; whether one is under way now."""
        session = self._session
        if session is None or self.is_typing or not session.start_answer(self._ports.now()):
            return False
        self.open_microphone()
        name = str(uuid4())
        if not self._record.begin_answer(session, f"{name}.wav"):
            self._lose()
            return False
        self._stopped_s = None
        self._turns = self._turns_of(session)
        pre_roll_s = turn_taking.PRE_ROLL_S if self._turns else None
        self._take_in(self._ports.recorder.start(name, pre_roll_s=pre_roll_s))
        return session.stage is Stage.ANSWERING

    def stop(self) -> None:
        """The answer is over; in one drill the interviewer stays quiet first, and a second Stop ends that."""
        session, recorder, now = self._session, self._ports.recorder, self._ports.now()
        if session is None:
            return
        if session.hold_silence(now):
            self._stopped_s = recorder.duration_s
            self._end_cue()
            told = recorder.hold(now)
        elif session.stop_answer(now):
            told = recorder.stop(now)
        else:
            return
        self._tell(StageChanged(session.stage))
        self._take_in(told)

    def stop_now(self) -> None:
        """Close an open take at once and keep it."""
        self._take_in(self._ports.recorder.stop_now())

    def type(self, text: str) -> None:
        """Keep a typed answer, where there is room for one."""
        session, now = self._session, self._ports.now()
        if session is None or not text.strip() or not session.start_answer(now):
            return
        session.stop_answer(now + SETTLE_S)
        if not self._record.save_typed(session, text):  # the words are still where they were typed
            session.answer_lost(now)
            self._tell(StageChanged(session.stage))
            return
        self.draft, self._draft_due_s = "", None
        session.answer_kept(now)
        answer_id = self._record.answer_id
        assert answer_id is not None  # noqa: S101 - saved above
        self._ports.judge.judge_typed(answer_id, session.question, text)
        self._announce(session, answer_id)

    def take_draft(self, text: str) -> None:
        """So much is typed of an answer that is not given yet: it is on the disk half a second later."""
        if self._session is None or not self.is_typing or self._session.is_kept:
            return
        self.draft = text
        if self._draft_due_s is None:
            self._draft_due_s = self._ports.now() + DRAFT_EVERY_S

    def type_instead(self) -> None:
        """Answers are typed from now on. What was said of an open answer is kept."""
        self.is_typing = True
        if self._session is not None and self._ports.recorder.is_recording:
            self._session.resume(self._ports.now())
            self.stop_now()

    def pause(self) -> None:
        """An answer under way stays open, its clock stands still."""
        self._ports.recorder.pause()

    def can_resume(self) -> bool:
        """Whether there is a microphone to go on with, or none is needed."""
        self.open_microphone()
        return self.is_typing or self._ports.microphone.is_open

    def resume(self) -> None:
        """Go on with the answer."""
        self._ports.recorder.resume()
        self._cue.resume()
        if self._turns is not None:
            self._turns.resume()

    def on_chunk(self, chunk: bytes) -> None:
        """The microphone gave sound, in an interview or not."""
        is_muted = self._ports.voice.is_audible
        self._take_in(self._ports.recorder.hear(chunk, self._ports.now(), is_muted=is_muted))

    def on_microphone_opened(self) -> None:
        """The first sound comes since the microphone was opened."""
        self._ports.recorder.on_microphone_opened()
        if self._session is not None:
            self.microphone.opened()

    def on_microphones_changed(self, ids: tuple[str, ...]) -> None:
        """These are plugged in now: one that was lost is listened to again, unless an answer waits to be resumed."""
        is_going_on = self._session is not None and self._session.stage is not Stage.PAUSED
        if is_going_on and self.microphone.is_back(ids):
            self.open_microphone()

    def on_microphone_lost(self, sentence: str) -> None:
        """The device is gone: an answer under way waits."""
        self.microphone.lost()
        self._take_in(self._ports.recorder.on_microphone_lost())
        session = self._session
        if session is None or self.is_typing:
            return
        if session.stage is Stage.ANSWERING:
            session.pause(self._ports.now())
            self._tell(StageChanged(session.stage))
        self._tell(MicrophoneLost(sentence))

    def on_sound_missing(self, lasted_s: float, ago_s: float) -> None:
        """For `lasted_s` seconds nothing was heard, `ago_s` seconds of sound ago."""
        self._take_in(self._ports.recorder.on_sound_missing(lasted_s, ago_s))

    def on_words_heard(self, job: str, settled: tuple[Word, ...], tentative: tuple[Word, ...]) -> None:
        """The words of `job` so far; the judge is told when more of them have settled, with captions or without."""
        if job != self._job or self._session is None:
            return
        if len(settled) > self._followed_words:
            self._followed_words = len(settled)
            self._ports.judge.follow(self._session.question, settled)
        if self._settings.captions:
            self._tell(CaptionChanged(join_words(settled[-_CAPTION_WORDS:]), join_words(tentative)))

    def on_time(self) -> None:
        """Time has passed: do what was to be done by now."""
        now = self._ports.now()
        if self._cue.wake(now):
            self._tell(CueChanged(""))
        if self._draft_due_s is not None and now >= self._draft_due_s:
            self._keep_draft()
        self._take_in(self._ports.recorder.wake(now))

    def _keep_draft(self) -> None:
        self._draft_due_s = None
        if self._session is not None:
            self._record.keep_draft(self._session, self.draft)

    @property
    def _job(self) -> str:
        """What the transcriber calls the answer."""
        return str(self._record.answer_id)

    def _take_in(self, told: tuple[SoundEvent, ...]) -> None:
        for event in told:
            if isinstance(event, GapMarked):
                self._record.note_gap(event.gap)
            else:
                self._take_in_one(event)

    def _take_in_one(self, event: SoundEvent) -> None:
        match event:
            case LevelChanged():
                self._tell(event)
            case ClockChanged(elapsed_s):
                self._tell(event)
                self._watch_time(elapsed_s)
            case VoiceHeard(at_s, is_voice):
                if self._cue.hear(at_s, self._ports.now(), is_voice=is_voice):
                    self._tell(CueChanged(self._cue.words))
                self._watch_turn(at_s, is_voice=is_voice)
            case VoiceBeforeAnswer(lasted_s, is_voice):
                self._await_turn(lasted_s, is_voice=is_voice)
            case TakeBegun(path):
                self._begin(path)
            case TakeRefused(sentence):
                self._record.lose()
                self._lose(sentence)
            case TakeFinished(take):
                self._keep(take)
            case TakeCutShort(sentence, kept):
                self._keep_rest(sentence, kept)

    def _begin(self, path: Path) -> None:
        session = self._session
        assert session is not None  # noqa: S101 - takes begin in a session
        self._followed_words = 0
        self._ports.transcriber.follow(self._job, path, session.question, captions=self._settings.captions)
        question = self.rules.asked(session.question)
        self._cue.begin(question, self._settings, is_strict=session.conduct.is_strict)
        self._tell(StageChanged(session.stage))

    def _watch_time(self, elapsed_s: float) -> None:
        if self._cue.warn(elapsed_s, self._ports.now()):
            self._tell(CueChanged(self._cue.words))
        elif self._cue.is_time_up(elapsed_s):
            self.stop()

    def _await_turn(self, lasted_s: float, *, is_voice: bool) -> None:
        """With hands-free turns the answer begins when somebody speaks after the question."""
        session = self._session
        if session is None or session.stage is not Stage.READY or self.is_typing:
            self._turns = None
            return
        self._turns = self._turns or self._turns_of(session)
        if self._turns is not None and self._turns.begins(lasted_s, is_voice=is_voice):
            self._begin_by_voice()

    def _watch_turn(self, at_s: float, *, is_voice: bool) -> None:
        """With hands-free turns the answer ends after a silence."""
        if self._turns is None or self._session is None or self._session.stage is not Stage.ANSWERING:
            return
        left_s = self._turns.left_s(at_s, is_voice=is_voice)
        if left_s == 0:
            self.stop()
        elif self._cue.count_down(left_s, self._ports.now()):
            self._tell(CueChanged(self._cue.words))

    def _turns_of(self, session: Session) -> turn_taking.TurnTaking | None:
        if not self._settings.hands_free:
            return None
        is_thinking_aloud = session.question.kind is Kind.THINK_ALOUD
        return turn_taking.TurnTaking(None if is_thinking_aloud else self._settings.hands_free_silence_s)

    def _keep(self, take: KeptTake) -> None:
        """The take is safe on disk: write that down, ask for its words, and let the user go on."""
        session, answer_id, now = self._session, self._record.answer_id, self._ports.now()
        if session is None or answer_id is None:
            return
        session.stop_answer(now + SETTLE_S)  # a take that closed by itself has nothing of a double click
        if not take.samples:
            self._record.drop(take)
            self._lose(NOTHING_HEARD)
            return
        self._record.save(take)
        if self._stopped_s is not None:
            self._record.note_silence(self._stopped_s, self._ports.recorder.went_on_s)
        self._ports.judge.expect(answer_id, session.question)
        session.answer_kept(now)
        self._end_cue()
        self._ports.transcriber.finish(self._job, take.path)
        self._announce(session, answer_id)

    def _keep_rest(self, sentence: str, take: KeptTake | None) -> None:
        """The disk failed; what was written before that is an answer too."""
        if self._session is not None:
            self._session.stop_answer(self._ports.now() + SETTLE_S)
        if take is None:  # what was written is still there, and so is its row: the next start offers to recover it
            self._lose(sentence)
        else:
            self._keep(take)
            self._tell(InterviewProblem(sentence))

    def _lose(self, sentence: str = "") -> None:
        """There is no take to go on with: back to before the answer."""
        session = self._session
        if session is not None:
            session.answer_lost(self._ports.now())
        self._ports.transcriber.cancel(self._job)
        self._record.forget_answer()
        self._end_cue()
        if sentence:
            self._tell(InterviewProblem(sentence))
        self._tell(StageChanged(session.stage if session else Stage.ENDED))

    def _announce(self, session: Session, answer_id: AnswerId) -> None:
        self._tell(StageChanged(session.stage))
        self._tell(AnswerKept(answer_id))

    def _end_cue(self) -> None:
        self._cue.end()
        self._tell(CueChanged(""))
