"""What the program and its speech child say to each other. Plain values; paths go in, words come out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recordings.transcription.sound_used import SoundUsed
from simulator.transcript import Transcript, Word


@dataclass(frozen=True, slots=True)
class Follow:
    """Transcribe the take at `path` while it grows. `terms` are words of the question that the engine should know."""

    job: str
    path: Path
    terms: tuple[str, ...] = ()
    captions: bool = False


@dataclass(frozen=True, slots=True)
class Finish:
    """The take is closed and now lies at `path`: transcribe what is left of it and report."""

    job: str
    path: Path


@dataclass(frozen=True, slots=True)
class TranscribeFile:
    """Transcribe a finished sound file of any kind."""

    job: str
    path: Path
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancel:
    """Forget `job`."""

    job: str


Command = Follow | Finish | TranscribeFile | Cancel


@dataclass(frozen=True, slots=True)
class Ready:
    """The engine is loaded. `degraded` says, for the user, what it cannot do; None for Whisper.

    `instead` says why this is not the model that the user has chosen; None if it is, or none was.
    """

    engine: str
    model: str
    degraded: str | None = None
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class NoEngine:
    """No engine could be had; `reason` is a sentence for the user. The child ends after this."""

    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Words so far: `settled` are all words that are final, `tentative` may still change."""

    job: str
    settled: tuple[Word, ...]
    tentative: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Transcribed:
    """The whole answer, and, of a file, what was listened to in it."""

    job: str
    transcript: Transcript
    sound: SoundUsed | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """`job` could not be transcribed; `reason` is a sentence for the user."""

    job: str
    reason: str


Event = Ready | NoEngine | Heard | Transcribed | Failed
