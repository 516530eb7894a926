"""A place to hold interviews without window or event loop: real takes and library, and the user's hands and mouth."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from question_bank.models import Kind
from recordings.pcm import SAMPLE_RATE
from recordings.recorder import Recorder
from recordings.take_folder import TakeFolder
from simulator.engine.events import (
    CueChanged,
    EngineEvent,
    InterviewProblem,
    MicrophoneLost,
    NextDecided,
    SessionEnded,
    StageChanged,
)
from simulator.engine.interview_engine import InterviewEngine
from simulator.engine.ports import Ports
from simulator.engine.sound_events import ClockChanged
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Stage
from simulator.settings import Settings
from simulator.store.records import AnswerId, AnswerRecord, SessionId
from simulator.store.store import Store
from tests.simulator.builders import a_question
from tests.simulator.engine.plain_ports import CHUNK_S, PlainJudge, PlainMicrophone, PlainTranscriber, PlainVoice
from tests.simulator.store.builders import a_transcript
from tests.sound import tone

ANSWER = (
    "Um, regularisation keeps a model from learning the noise of its training data by heart. "
    "I would add a penalty on large weights, because small weights make a smoother function. "
    "With a penalty on absolute values many weights become exactly zero, and that selects features."
)
UNPLUGGED = "The microphone was unplugged. What you said is saved."
NO_WORDS = "The speech engine stopped."

Event = TypeVar("Event")


class Studio:
    """Time passes when the test says so, and with the sound that the microphone hears."""

    def __init__(self, folder: Path, settings: Settings | None = None, *microphones: str) -> None:
        recordings = folder / "recordings"
        recordings.mkdir(parents=True, exist_ok=True)
        self.now_s = 100.0
        self.store = Store.open(folder / "library.db")
        self.folder = TakeFolder(recordings)
        self.microphone = PlainMicrophone(*microphones)
        self.voice = PlainVoice(lambda: self.now_s)
        self.transcriber = PlainTranscriber()
        self.judge = PlainJudge(self.store, lambda answer_id: self.engine.on_answer_closed(answer_id))
        self.told: list[EngineEvent] = []
        ports = Ports(
            store=self.store,
            folder=self.folder,
            microphone=self.microphone,
            recorder=Recorder(recordings),
            voice=self.voice,
            transcriber=self.transcriber,
            judge=self.judge,
            now=lambda: self.now_s,
        )
        self.engine = InterviewEngine(ports, settings or Settings(), self.told.append)

    def close(self) -> None:
        self.engine.end()
        self.store.close()

    def pass_by(self, seconds: float) -> None:
        """So much time passes, and who waits for it is told."""
        self.now_s += seconds
        wake_at_s = self.engine.wake_at_s
        if wake_at_s is not None and self.now_s >= wake_at_s:
            self.engine.on_time()

    def hear(self, pcm: bytes) -> None:
        """This is to be heard where the microphone stands."""
        for chunk in self.microphone.chunks(pcm):
            self.pass_by(CHUNK_S)
            self.engine.on_chunk(chunk)

    def say(self, seconds: float) -> None:
        """The user speaks."""
        self.hear(tone(seconds))

    def open_ears(self) -> None:
        """The first sound is about to come."""
        self.engine.on_microphone_opened()

    def unplug(self) -> None:
        """The microphone is gone, if it was open."""
        if self.microphone.is_open:
            self.microphone.close()
            self.engine.on_microphone_lost(UNPLUGGED)

    def finish_reading(self) -> None:
        """The question has been read, if one was."""
        if self.voice.is_speaking:
            self.voice.finish()
            self.engine.on_question_read()

    def toggle(self) -> None:
        """Start or Stop, a second after whatever came before."""
        self.pass_by(1.0)
        self.engine.toggle_answer()

    def begin(self, count: int = 2) -> None:
        """An interview whose first question has been read."""
        self.engine.start(plan_of(count))
        self.finish_reading()
        assert self.stage() is Stage.READY

    def answer(self, seconds: float = 2.0) -> None:
        """A whole answer: Start, speech, Stop, and the tail."""
        self.engine.stop_speaking()
        self.toggle()
        self.say(seconds)
        self.toggle()
        self.say(0.5)

    def write_down(self, text: str = ANSWER, answer_id: AnswerId | None = None) -> None:
        """The words of the answer at hand, or of this one, are there and judged."""
        wanted = answer_id or self.engine.answer_id
        if wanted is not None:
            self.judge.write_down(wanted, a_transcript(text))

    def fail_to_write_down(self) -> None:
        """There are none of the answer at hand, and will not be."""
        if self.engine.answer_id is not None:
            self.judge.fail(self.engine.answer_id, NO_WORDS)

    def stage(self) -> Stage:
        """Where the interview stands now."""
        return self.engine.stage

    def is_listening(self) -> bool:
        """Whether the microphone is open now."""
        return self.microphone.is_open

    def is_last(self) -> bool:
        """Whether nothing follows, as it is known now."""
        return self.engine.is_last

    def session(self) -> Session:
        """The interview under way."""
        assert self.engine.session is not None
        return self.engine.session

    def of(self, kind: type[Event]) -> list[Event]:
        """What was told of this kind, in order."""
        return [event for event in self.told if isinstance(event, kind)]

    @property
    def stages(self) -> list[Stage]:
        return [event.stage for event in self.of(StageChanged)]

    @property
    def cues(self) -> list[str]:
        return [event.words for event in self.of(CueChanged)]

    @property
    def problems(self) -> list[str]:
        return [event.sentence for event in self.of(InterviewProblem)]

    @property
    def lost(self) -> list[str]:
        return [event.sentence for event in self.of(MicrophoneLost)]

    @property
    def steps(self) -> list[NextDecided]:
        return self.of(NextDecided)

    @property
    def clock(self) -> list[float]:
        return [event.elapsed_s for event in self.of(ClockChanged)]

    @property
    def ended(self) -> list[SessionId]:
        return [event.session_id for event in self.of(SessionEnded)]

    def rows(self, session: SessionId | None = None) -> tuple[AnswerRecord, ...]:
        """The answers of a session; of the only one without."""
        return self.store.answers(session or self.store.sessions()[0].id)

    def takes(self) -> list[str]:
        """The names of all files in the recordings folder."""
        return sorted(path.name for path in self.folder.folder.iterdir())


def plan_of(count: int, kind: Kind = Kind.SHORT, *, strict: bool = False) -> SessionPlan:
    """An interview of questions that differ."""
    asked = tuple(a_question(number, kind) for number in range(1, count + 1))
    return SessionPlan(asked[0].roles[0], asked[0].rounds[0], asked, seed=1, strict=strict)


def seconds(samples: int | None) -> float:
    """How long so many samples last."""
    return (samples or 0) / SAMPLE_RATE
