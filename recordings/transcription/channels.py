"""Many channels become one: which of them hold sound, whether they cancel each other out, how loud it is. No files."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.sound_used import ChannelChoice

# Our own bounds, all of them in decibels.
_SILENT_BESIDE_DB: Final = 30.0  # this far below the loudest, a channel holds hiss or what leaks over
_BASS_BESIDE_DB: Final = 40.0  # a bass channel has its say only where the others are this far below it
_CANCELLED_DB: Final = 6.0  # strangers lose 10·log10(channels) when averaged; whoever loses more works against it
_QUIET_DB: Final = -30.0
_QUIET_BECOMES_DB: Final = -20.0
_MOST_GAIN_DB: Final = 60.0
_OVER_DB: Final = 3.0  # lossy sound may overshoot by as much, and nobody hears it clipped
_OVER_BECOMES_DB: Final = -1.0
_LOUD_S: Final = 0.5  # a click is shorter


class ChannelSums:
    """What must be added up of a stretch of sound to know the power of its channels, and that of any mix of them."""

    def __init__(self, channel_count: int) -> None:
        self._count = 0
        self._sum = np.zeros(channel_count)
        self._products = np.zeros((channel_count, channel_count))

    def add(self, samples: NDArray[np.float32]) -> None:
        """Add samples of shape (channels, length)."""
        exact = samples.astype(np.float64)
        self._count += exact.shape[1]
        self._sum += exact.sum(axis=1)
        # By einsum, as the threads of a matrix product cost far more here than they bring.
        self._products += np.einsum("il,jl->ij", exact, exact)

    @property
    def count(self) -> int:
        """How many samples of each channel were added."""
        return self._count

    def covariance(self) -> NDArray[np.float64]:
        """Of shape (channels, channels): powers on the diagonal. A constant offset is not sound and does not count."""
        mean = self._sum / max(self._count, 1)
        return self._products / max(self._count, 1) - np.outer(mean, mean)


@dataclass(frozen=True, slots=True)
class Mix:
    """The indexes of the channels that are averaged, and why they."""

    channels: tuple[int, ...]
    choice: ChannelChoice

    def apply(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """One channel of shape (length,) out of (channels, length)."""
        mixed: NDArray[np.float32] = samples[list(self.channels)].mean(axis=0, dtype=np.float32)
        return mixed


def choose_mix(covariance: NDArray[np.float64], bass: Sequence[int] = ()) -> Mix:
    """The best mix of channels with this covariance. `bass` are the indexes of channels for low frequencies."""
    powers = covariance.diagonal()
    heard = _with_sound(powers, bass)
    part = covariance[np.ix_(heard, heard)]
    strangers = part.diagonal().sum() / len(heard) ** 2
    if len(heard) > 1 and part.sum() / len(heard) ** 2 < strangers / 10 ** (_CANCELLED_DB / 10):
        return Mix((int(powers.argmax()),), "opposed")
    voices = len(powers) - len(bass) if len(bass) < len(powers) else len(powers)
    return Mix(heard, "all" if len(heard) >= voices else "only")


def _with_sound(powers: NDArray[np.float64], bass: Sequence[int]) -> tuple[int, ...]:
    voices = [index for index in range(len(powers)) if index not in bass]
    loudest = powers[voices].max() if voices else 0.0
    if bass and powers[list(bass)].max() > loudest * 10 ** (_BASS_BESIDE_DB / 10):
        voices = list(bass)
        loudest = powers[voices].max()
    if not loudest:
        return tuple(voices)
    return tuple(index for index in voices if powers[index] >= loudest / 10 ** (_SILENT_BESIDE_DB / 10))


def loud_level_db(peaks: Iterable[tuple[float, float]]) -> float | None:
    """The level, in dBFS, that is reached for half a second in all; None for digital silence.

    `peaks` has, for each short piece of the sound, its largest deflection and its length in seconds.
    """
    loud_s, level = 0.0, 0.0
    for peak, duration_s in sorted(peaks, reverse=True):
        if not peak:
            break
        loud_s, level = loud_s + duration_s, peak
        if loud_s >= _LOUD_S:
            break
    return 20 * math.log10(level) if level else None


def gain_db_for(level_db: float | None) -> float:
    """How many decibels to add: 0 for all but very quiet sound, and for sound beyond full scale."""
    if level_db is None or _QUIET_DB <= level_db <= _OVER_DB:
        return 0.0
    if level_db > _OVER_DB:
        return _OVER_BECOMES_DB - level_db
    return min(_MOST_GAIN_DB, _QUIET_BECOMES_DB - level_db)
