"""What the program and the child that reads recordings say to each other. Paths go in, figures come out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recordings.transcription.sound_used import SoundUsed


@dataclass(frozen=True, slots=True)
class Look:
    """Is there sound in the file at `path`, and how much? It is opened, and not decoded."""

    path: Path


@dataclass(frozen=True, slots=True)
class Copy:
    """Write the sound of the file at `path` into a take called `name` in `folder`. `number` tells the answer to it."""

    number: int
    path: Path
    folder: Path
    name: str


Order = Look | Copy


@dataclass(frozen=True, slots=True)
class Looked:
    """There is sound. `duration_s` is how long by the file's own word; None where it says nothing."""

    path: Path
    duration_s: float | None


@dataclass(frozen=True, slots=True)
class NoSound:
    """There is none to be had; `sentence` says why, for the user."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Copied:
    """The take is whole and safe on disk, with the figures that the library keeps. `sound` is what was used of it."""

    number: int
    samples: int
    byte_count: int
    sha256: str
    sound: SoundUsed


@dataclass(frozen=True, slots=True)
class NotCopied:
    """No take was made, and nothing of one is left; `sentence` says why, for the user."""

    number: int
    sentence: str


Outcome = Looked | NoSound | Copied | NotCopied
