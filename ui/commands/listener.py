"""The speech child, for the command line: started with the first sound file, again if it dies, ended at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from question_bank.models import Question
from recordings.transcription.expected_terms import terms_of, with_own
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
from simulator.data_folder import DataFolder
from simulator.errors import ChildDied
from simulator.settings import load_settings
from simulator.transcript import Transcript
from ui.words.times import clock

Show = Callable[[str], None]
"""Tells how far it is, in a few words."""


class NotJudged(Exception):
    """A file, or a line of one, cannot be judged; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class HeardFile:
    """What is said in a sound file, and what of it was listened to."""

    transcript: Transcript
    sound: SoundUsed | None


class ListenerProcess(Protocol):
    """The parent's side of the speech child."""

    def start(self) -> None: ...
    def send(self, command: Command) -> None: ...
    def receive(self, timeout_s: float | None = None) -> Event: ...
    def kill(self) -> None: ...


class Listener:
    """Turns sound files into transcripts, one after the other; `end` ends the child, from any thread and for good.

    `new_speech` makes a speech child from the folder of models and the user's choice among them, which hears with
    `threads`. In `notes` is what the user is to know of the engine; whoever tells it empties it.
    """

    def __init__(
        self,
        data_folder: DataFolder,
        question: Question | None,
        new_speech: Callable[[Path, ModelChoice], ListenerProcess],
        threads: int = 2,
    ) -> None:
        self._data_folder = data_folder
        settings = load_settings(data_folder.settings_file)
        self._terms = with_own(terms_of(question) if question else (), settings.own_words)
        self._choice = ModelChoice(settings.speech_model, must_keep_up=False, threads=threads)
        self._new_speech = new_speech
        self._speech: ListenerProcess | None = None
        self._no_engine: str | None = None
        self._is_over = False
        self.notes: list[str] = []

    def end(self) -> None:
        """Nothing is heard any more."""
        self._is_over = True
        self._end()

    def transcribe(self, file: Path, show: Show) -> HeardFile:
        """What is said in `file`. Raises NotJudged, or PlacesError if there is nowhere to keep the speech model."""
        if not file.is_file():
            raise NotJudged(f"{file} does not exist." if not file.exists() else f"{file} is not a file.")
        try:
            speech = self._ready(show)
            speech.send(TranscribeFile(str(file), file.absolute(), self._terms))
            return self._wait_for_words(speech, file, show)
        except ChildDied as error:
            self._end()
            raise NotJudged(f"{file} could not be transcribed: {error}") from error

    def _ready(self, show: Show) -> ListenerProcess:
        """The child with its model loaded."""
        if self._no_engine is not None:
            raise NotJudged(self._no_engine)
        if self._is_over:
            raise NotJudged("Interrupted.")
        if self._speech is None:
            show("Loading the speech model…")
            self._data_folder.prepare()
            self._speech = self._new_speech(self._data_folder.models, self._choice)
            self._speech.start()
            self._welcome(self._speech.receive())
        return self._speech

    def _welcome(self, event: Event) -> None:
        match event:
            case NoEngine(reason):
                self._no_engine = reason
                self._end()
                raise NotJudged(reason)
            case Ready(degraded=str(sentence)) | Ready(instead=str(sentence)):
                self.notes.append(sentence)

    def _wait_for_words(self, speech: ListenerProcess, file: Path, show: Show) -> HeardFile:
        show(f"{file.name}: transcribing…")
        while True:
            match speech.receive():
                case Transcribed(_, transcript, sound):
                    return HeardFile(transcript, sound)
                case Failed(_, reason):
                    raise NotJudged(f"{file} was not judged: {reason}")
                case Heard(_, settled, _) if settled:
                    show(f"{file.name}: {clock(settled[-1].end_s)} transcribed…")

    def _end(self) -> None:
        speech, self._speech = self._speech, None
        if speech is not None:
            speech.kill()
