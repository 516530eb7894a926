"""A whole program without windows, devices or speech engine: real library, takes and analysis on a disk of its own."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.models import Kind, Question
from recordings.pcm import SAMPLE_RATE
from simulator.data_folder import DataFolder
from simulator.interview.plan import SessionPlan
from simulator.interview.session import Stage
from simulator.settings import Settings
from simulator.store.errors import StoreFull
from simulator.store.records import AnswerRecord, SessionId
from simulator.store.store import Store
from simulator.transcript import Span, Transcript, Word
from tests.fakes import FakeMicrophone, FakePlayer, FakeSpeechService, FakeVoice
from tests.recordings.taking_in.fakes import FakeRecordingReader
from tests.simulator.builders import a_question
from tests.sound import tone
from ui.devices import Devices
from ui.equipment import Equipment
from ui.messages import Message, Messages

ANSWER = (
    "Um, regularisation keeps a model from learning the noise of its training data by heart. "
    "I would add a penalty on large weights, because small weights make a smoother function. "
    "With a penalty on absolute values many weights become exactly zero, and that selects features."
)


class ManualClock:
    """Monotonic seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s

    def pass_by(self, seconds: float) -> None:
        self.now_s += seconds


class Room:
    """Everything behind the screens, and the hands and mouth of the user."""

    def __init__(self, folder: Path, bank: Bank, settings: Settings | None = None, *names: str) -> None:
        self.data_folder = DataFolder.find(folder)
        self.data_folder.prepare()
        self.clock = ManualClock()
        self.microphone = FakeMicrophone(*names)
        self.player = FakePlayer()
        self.voice = FakeVoice(self.data_folder.voice_cache)
        self.speech = FakeSpeechService(heard())
        self.store = Store.open(self.data_folder.database)
        self.messages = HeardMessages()
        self.equipment = Equipment(
            self.data_folder,
            settings or Settings(),
            bank,
            self.store,
            Devices(
                self.microphone,
                self.player,
                self.voice,
                self.speech,
                clock=self.clock,
                recording_reader=FakeRecordingReader,
            ),
            self.messages,
        )
        self.flow = self.equipment.flow
        self.ended: list[SessionId] = []
        self.flow.session_ended.connect(self.ended.append)

    def say(self, seconds: float) -> None:
        """The user speaks; the clock goes on as long."""
        self.clock.pass_by(seconds)
        self.microphone.hear(tone(seconds))

    def toggle(self) -> None:
        """Space, a second after whatever came before."""
        self.clock.pass_by(1.0)
        self.flow.toggle_answer()

    def stage(self) -> Stage:
        """Where the interview stands now."""
        return self.flow.stage

    def is_listening(self) -> bool:
        """Whether the microphone is open now."""
        return self.microphone.is_open

    def begin(self, qtbot: QtBot, count: int = 2) -> None:
        """An interview whose first question has been read."""
        self.flow.start(plan_of(count))
        qtbot.waitUntil(lambda: self.player.is_playing)
        self.player.advance(1.0)
        assert self.stage() is Stage.READY

    def answer(self, seconds: float = 2.0) -> None:
        """A whole answer: Start, speech, Stop, and the tail."""
        self.flow.stop_speaking()
        self.toggle()
        self.say(seconds)
        self.toggle()
        self.say(0.5)

    def rows(self, session: SessionId | None = None) -> tuple[AnswerRecord, ...]:
        """The answers of a session; of the only one without."""
        return self.store.answers(session or self.store.sessions()[0].id)

    def takes(self) -> list[str]:
        """The names of all files in the recordings folder."""
        return sorted(path.name for path in self.data_folder.recordings.iterdir())

    def close(self) -> None:
        self.equipment.close()


class HeardMessages(Messages):
    """Messages that remember every one that was told, shown or not."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Message] = []

    def tell(self, message: Message) -> None:
        self.told.append(message)
        super().tell(message)

    @property
    def texts(self) -> list[str]:
        """What was told, in order."""
        return [message.text for message in self.told]


class RefusingStore:
    """A store whose disk is full for the methods named in `refused`."""

    def __init__(self, store: object, refused: Collection[str]) -> None:
        self._store = store
        self.refused = set(refused)

    def __getattr__(self, name: str) -> object:
        if name in self.refused:
            return self._refuse
        return getattr(self._store, name)

    @staticmethod
    def _refuse(*_args: object, **_named: object) -> None:
        raise StoreFull(Path("library.db"))


class Told(list[Any]):
    """What a signal said, in order: one value as it is, several as a tuple."""

    def __init__(self, signal: SignalInstance) -> None:
        super().__init__()
        signal.connect(self._on_told)

    def _on_told(self, *values: object) -> None:
        self.append(values[0] if len(values) == 1 else values)


def heard(text: str = ANSWER) -> Transcript:
    """`text` at two words a second."""
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(text.split()))
    length_s = len(words) / 2
    return Transcript(length_s, words, (Span(0.0, length_s),), language="en", model="fake")


def questions(count: int, kind: Kind = Kind.SHORT) -> tuple[Question, ...]:
    return tuple(a_question(number, kind) for number in range(1, count + 1))


def plan_of(count: int, kind: Kind = Kind.SHORT, *, strict: bool = False) -> SessionPlan:
    asked = questions(count, kind)
    return SessionPlan(asked[0].roles[0], asked[0].rounds[0], asked, seed=1, strict=strict)


def seconds(samples: int | None) -> float:
    return (samples or 0) / SAMPLE_RATE
