"""A speech child without a process: it hears what its script says, and can refuse or die."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recordings.transcription.messages import (
    Command,
    Event,
    Failed,
    Heard,
    NoEngine,
    Ready,
    Transcribed,
    TranscribeFile,
)
from recordings.transcription.model_speed import ModelChoice
from recordings.transcription.sound_used import SoundUsed
from simulator.errors import ChildDied
from simulator.transcript import Span, Transcript, Word

ANSWER = (
    "Um, regularisation keeps a model from learning the noise of its training data by heart. "
    "I would add a penalty on large weights, because small weights make a smoother function. "
    "With a penalty on absolute values many weights become exactly zero, and that selects features."
)


def spoken(text: str = ANSWER, model: str | None = "fake") -> Transcript:
    """`text` at two words a second."""
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(text.split()))
    length_s = len(words) / 2
    return Transcript(length_s, words, (Span(0.0, length_s),), language="en", model=model)


class FakeSpeech:
    """Plays the part of SpeechService.

    `script` says, by file name, what becomes of a file: a transcript, a reason for failing, or None for death.
    """

    started = 0
    killed = 0

    def __init__(
        self,
        script: Mapping[str, Transcript | str | None],
        first: Event | None = None,
        sound: SoundUsed | None = None,
    ) -> None:
        self._script = script
        self._sound = sound
        self._first: Event = first or Ready("fake", "fake")
        self._events: list[Event | None] = []
        self.asked: list[TranscribeFile] = []
        self.choice = ModelChoice()

    def __call__(self, _models: Path, choice: ModelChoice) -> FakeSpeech:
        self.choice = choice
        return self

    def start(self) -> None:
        self.started += 1
        self._events = [self._first]

    def send(self, command: Command) -> None:
        assert isinstance(command, TranscribeFile)
        self.asked.append(command)
        outcome = self._script[command.path.name]
        if isinstance(outcome, Transcript):
            self._events += [Heard(command.job, outcome.words, ()), Transcribed(command.job, outcome, self._sound)]
        else:
            self._events.append(Failed(command.job, outcome) if outcome else None)

    def receive(self, timeout_s: float | None = None) -> Event:
        event = self._events.pop(0)
        if event is None:
            raise ChildDied("speech recogniser", -9)
        return event

    def kill(self) -> None:
        self.killed += 1


def without_engine() -> FakeSpeech:
    """A child that cannot load any engine."""
    return FakeSpeech({}, NoEngine("No speech engine could be loaded."))
