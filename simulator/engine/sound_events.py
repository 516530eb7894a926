"""What a recorder tells the interview of the sound it keeps: plain values, in the order in which they came about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from simulator.gap import Gap


class KeptTake(Protocol):
    """A recording that is whole and safe on disk. `sha256` is that of its samples."""

    @property
    def path(self) -> Path: ...
    @property
    def samples(self) -> int: ...
    @property
    def byte_count(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LevelChanged:
    """For the meter, from 0 to 1; also between answers."""

    level: float


@dataclass(frozen=True, slots=True)
class ClockChanged:
    """The answer has lasted `elapsed_s` seconds, counted in samples written."""

    elapsed_s: float


@dataclass(frozen=True, slots=True)
class GapMarked:
    """Time has passed of which the open take has no sound."""

    gap: Gap


@dataclass(frozen=True, slots=True)
class VoiceHeard:
    """At `at_s` seconds of the answer there is a voice, or none."""

    at_s: float
    is_voice: bool


@dataclass(frozen=True, slots=True)
class VoiceBeforeAnswer:
    """For `lasted_s` seconds more, while no answer is recorded, there was a voice, or none."""

    lasted_s: float
    is_voice: bool


@dataclass(frozen=True, slots=True)
class TakeBegun:
    """The take grows at `path` from now on."""

    path: Path


@dataclass(frozen=True, slots=True)
class TakeRefused:
    """The take could not begin; `sentence` says why."""

    sentence: str


@dataclass(frozen=True, slots=True)
class TakeFinished:
    """The take is closed."""

    take: KeptTake


@dataclass(frozen=True, slots=True)
class TakeCutShort:
    """The disk failed, as `sentence` says; `take` is all that was kept. None: only an unfinished file is left."""

    sentence: str
    take: KeptTake | None


SoundEvent = (
    LevelChanged
    | ClockChanged
    | GapMarked
    | VoiceHeard
    | VoiceBeforeAnswer
    | TakeBegun
    | TakeRefused
    | TakeFinished
    | TakeCutShort
)
