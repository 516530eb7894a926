"""What of a sound file was listened to: its track, its channels, how much louder. The program reads these values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChannelChoice = Literal["all", "only", "opposed"]
"""All channels were mixed; only those that hold sound; or one alone, as they cancel each other out when mixed."""


@dataclass(frozen=True, slots=True)
class SoundUsed:
    """What was listened to in a file, and what state the file is in.

    Tracks and channels count from 1. `level_db` is the peak of the loudest half second or so, in dBFS, before
    `gain_db` was added; None for digital silence. `expected_s` is how long the sound should be by what the file says of
    itself; None where it says nothing. `is_cut_off`: it ends before that, or within a piece;
    `is_damaged`: pieces of it had to be left out.
    """

    duration_s: float
    track: int = 1
    track_count: int = 1
    channels: tuple[int, ...] = (1,)
    channel_count: int = 1
    channel_choice: ChannelChoice = "all"
    level_db: float | None = None
    gain_db: float = 0.0
    expected_s: float | None = None
    is_cut_off: bool = False
    is_damaged: bool = False
