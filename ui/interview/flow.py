"""The Qt shell of an interview: what happens in the window goes to the engine as calls, its events go out as signals.

No widgets and no rules live here; how an interview goes is `simulator.engine.interview_engine`'s to say.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from question_bank.models import Question
from recordings.recorder import Recorder
from simulator.analysis.rules import JudgingRules
from simulator.engine import events
from simulator.engine.interview_engine import InterviewEngine
from simulator.engine.ports import Ports
from simulator.engine.sound_events import ClockChanged, LevelChanged
from simulator.follow_ups.ladder import NextStep
from simulator.interview.session import Session, Stage
from simulator.settings import Settings
from ui.interview.parts import Parts

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId

TICK_MS: Final = 100  # how often the engine is told the time while it waits for it


class InterviewFlow(QObject):
    """One interview at a time; its moves and what it says of itself are the engine's.

    Signals: one for each of the engine's `events`, with what that tells.
        question_changed(object, int, int): the `Question`, its number from 1, how many there are.
        stage_changed(object): `Stage`.
        level_changed(float), clock_changed(float): for the meter and the timer.
        caption_changed(str, str): settled and tentative words, when captions are on.
        cue_changed(str): the one cue word, "" when it goes.
        answer_kept(object): `AnswerId`; the recording is safe and the report is on its way.
        next_decided(object): `NextStep`; what follows the answer just given.
        problem(str): one sentence for the user.
        microphone_lost(str): the answer waits for `listen_again` or for the end.
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
        self._signals: dict[type[events.EngineEvent], SignalInstance] = {
            events.QuestionChanged: self.question_changed,
            events.StageChanged: self.stage_changed,
            LevelChanged: self.level_changed,
            ClockChanged: self.clock_changed,
            events.CaptionChanged: self.caption_changed,
            events.CueChanged: self.cue_changed,
            events.AnswerKept: self.answer_kept,
            events.NextDecided: self.next_decided,
            events.InterviewProblem: self.problem,
            events.MicrophoneLost: self.microphone_lost,
            events.TypingWanted: self.typing_wanted,
            events.SessionEnded: self.session_ended,
        }
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        engine = self._engine = InterviewEngine(_ports_of(parts), settings, self._pass_on)
        self.use_settings = engine.use_settings
        self.start, self.go_on, self.end = engine.start, engine.go_on, engine.end
        self.toggle_answer, self.answer_again = engine.toggle_answer, engine.answer_again
        self.submit_typed, self.type_instead = engine.submit_typed, engine.type_instead
        self.replay, self.stop_speaking = engine.replay, engine.stop_speaking
        self.skip, self.next_question, self.leave_question = engine.skip, engine.next_question, engine.leave_question
        self.toggle_pause, self.listen_again = engine.toggle_pause, engine.listen_again
        self.use_microphone = engine.use_microphone
        self._connect(parts)

    def draft_typed(self, text: str) -> None:
        """So much of an answer is typed by now."""
        self._engine.draft_typed(text)
        self._wait_for_time()

    @property
    def is_running(self) -> bool:
        return self._engine.is_running

    @property
    def session(self) -> Session | None:
        return self._engine.session

    @property
    def stage(self) -> Stage:
        return self._engine.stage

    @property
    def is_last(self) -> bool:
        return self._engine.is_last

    @property
    def next_step(self) -> NextStep | None:
        return self._engine.next_step

    @property
    def question(self) -> Question | None:
        return self._engine.question

    @property
    def microphone_id(self) -> str | None:
        return self._engine.microphone_id

    @property
    def session_id(self) -> SessionId | None:
        return self._engine.session_id

    @property
    def answer_id(self) -> AnswerId | None:
        return self._engine.answer_id

    @property
    def rules(self) -> JudgingRules:
        return self._engine.rules

    @rules.setter
    def rules(self, rules: JudgingRules) -> None:
        self._engine.rules = rules

    def _connect(self, parts: Parts) -> None:
        engine, microphone, judging_queue = self._engine, parts.microphone, parts.judging_queue
        microphone.chunk_received.connect(engine.on_chunk)
        microphone.opened.connect(engine.on_microphone_opened)
        microphone.lost.connect(engine.on_microphone_lost)
        microphone.devices_changed.connect(
            lambda: engine.on_microphones_changed(tuple(info.id for info in microphone.devices()))
        )
        microphone.sound_missing.connect(engine.on_sound_missing)
        microphone.only_silence.connect(self.problem)
        parts.question_reader.spoken.connect(engine.on_question_read)
        parts.speech_child.heard.connect(engine.on_words_heard)
        judging_queue.answer_judged.connect(engine.on_answer_closed)
        judging_queue.judging_failed.connect(lambda answer_id, _reason: engine.on_answer_closed(answer_id))

    def _pass_on(self, event: events.EngineEvent) -> None:
        self._signals[type(event)].emit(*(getattr(event, field.name) for field in fields(event)))
        self._wait_for_time()

    def _wait_for_time(self) -> None:
        is_needed = self._engine.wake_at_s is not None
        if is_needed is not self._timer.isActive():
            self._timer.start() if is_needed else self._timer.stop()

    def _on_tick(self) -> None:
        self._engine.on_time()
        self._wait_for_time()


def _ports_of(parts: Parts) -> Ports:
    return Ports(
        store=parts.store,
        folder=parts.library,
        microphone=parts.microphone,
        recorder=Recorder(parts.library.folder, parts.closing),
        voice=parts.question_reader,
        transcriber=parts.speech_child,
        judge=parts.judging_queue,
        now=parts.clock,
    )
