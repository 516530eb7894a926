"""Unbroken voiced stretches, and how long each holds one sound, as drawn-out "um"s do. No words, no engine.

Filled pauses differ from words by their steady formants and level pitch (Goto, Itou & Hayamizu 1999, "A real-time
filled pause detection system for spontaneous speech recognition"). Here the change of colour is the distance between
mel-frequency cepstra 60 ms apart. On speech of several speakers its median is 1 to 3 in filled pauses that are drawn
out, and 5 to 12 in words; the threshold was chosen there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.sound import SAMPLE_RATE, Samples
from simulator.transcript import Span

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FRAME_S = 0.01
STEADY_CHANGE = 3.2
LEAST_STEADY_S = 0.18
_HOP = round(FRAME_S * SAMPLE_RATE)
_WINDOW = 512
_PITCH_WINDOW = 640
_PITCH_FFT = 2048
_LOWEST_HZ, _HIGHEST_HZ = 65, 350
_VOICED = 0.5  # of the energy comes back one period later
_QUIET_PERCENTILE = 10  # of the frames of a chunk: what is heard there is noise
_ABOVE_NOISE_DB = 8.0
_BELOW_LOUD_DB = 32.0
_BANDS = 24
_BAND_EDGES_HZ = (100.0, 4000.0)
_CEPSTRA = 12
_LAG = 3
_BRIDGED = 4  # frames: shorter breaks part nothing
_LEAST_ISLAND = 8
_FULL_SCALE = 32768.0
_SILENCE_POWER = 1e-10
_NOISE_ADDED = 2.0  # times a band's own noise; with 4 the tail of a word held one sound too
_TONE_BINS = 5  # the main lobe of one sine
_TONE_SHARE = 0.995


@dataclass(frozen=True, slots=True)
class Island:
    """An unbroken voiced stretch. `steady_s` of it hold one sound, whose colour changes by `change` (median) there.

    `colour` is the mean of its cepstra without the fifth at either end.
    """

    span: Span
    steady_s: float = 0.0
    change: float = math.inf
    colour: tuple[float, ...] = ()

    def later(self, by_s: float) -> Island:
        """The same island on a clock that began `by_s` earlier."""
        return replace(self, span=Span(self.span.start_s + by_s, self.span.end_s + by_s))

    def unlikeness(self, other: Island) -> float:
        """The distance between the colours of two islands, on the scale of `change`; endless if one is not known."""
        return math.dist(self.colour, other.colour) if self.colour and other.colour else math.inf


def voiced_islands(samples: Samples) -> tuple[Island, ...]:
    """Every voiced stretch of at least 0.08 s, in seconds from the first sample given; samples are 16 kHz mono."""
    if len(samples) < _WINDOW:
        return ()
    sound = samples.astype(np.float64) / _FULL_SCALE
    sound -= sound.mean()
    frames = _framed(sound, _WINDOW) * np.hanning(_WINDOW)
    is_voiced = _is_voiced(sound, len(frames)) & _is_loud(frames) & ~_is_tone(frames)
    cepstra = _cepstra(frames)
    change = _change_of_colour(cepstra)
    runs = (run for run in _runs(is_voiced) if run[1] - run[0] >= _LEAST_ISLAND)
    return tuple(
        replace(_island(start, end, is_voiced, change), colour=_colour(cepstra[start:end])) for start, end in runs
    )


def _island(start: int, end: int, is_voiced: Flags, change: Floats) -> Island:
    is_steady = is_voiced[start:end] & (change[start:end] < STEADY_CHANGE)
    steady = [run for run in _runs(is_steady, start) if (run[1] - run[0]) * FRAME_S >= LEAST_STEADY_S]
    if not steady:
        return Island(_span(start, end))
    median = float(np.median(np.concatenate([change[first:last] for first, last in steady])))
    return Island(_span(start, end), sum(last - first for first, last in steady) * FRAME_S, median)


def _span(start: int, end: int) -> Span:
    return Span(start * FRAME_S, end * FRAME_S + (_WINDOW - _HOP) / SAMPLE_RATE)


def _framed(sound: Floats, length: int) -> Floats:
    count = max(0, (len(sound) - length) // _HOP + 1)
    frames: Floats = sound[np.arange(count)[:, None] * _HOP + np.arange(length)]
    return frames


def _is_loud(frames: Floats) -> Flags:
    """Above the noise of this chunk, and not far below its loudest parts."""
    level_db = 10 * np.log10(np.mean(frames**2, axis=1) + _SILENCE_POWER)
    noise_db, loud_db = np.percentile(level_db, [_QUIET_PERCENTILE, 95])
    is_loud: Flags = level_db > max(noise_db + _ABOVE_NOISE_DB, loud_db - _BELOW_LOUD_DB)
    return is_loud


def _is_tone(frames: Floats) -> Flags:
    """Whether nearly all the energy is one sine, as from a machine: a throat makes overtones."""
    power = np.abs(np.fft.rfft(frames, _WINDOW)) ** 2
    strongest = np.sort(power, axis=1)[:, -_TONE_BINS:].sum(axis=1)
    is_tone: Flags = strongest > _TONE_SHARE * (power.sum(axis=1) + _SILENCE_POWER)
    return is_tone


def _is_voiced(sound: Floats, count: int) -> Flags:
    """Whether most of a frame's energy comes back one pitch period later (autocorrelation, Boersma 1993)."""
    shape = np.hanning(_PITCH_WINDOW)
    frames = _framed(np.pad(sound, (_WINDOW // 8, _PITCH_WINDOW)), _PITCH_WINDOW)[:count]
    likeness = _autocorrelation((frames - frames.mean(axis=1, keepdims=True)) * shape)
    likeness /= likeness[:, :1] + _SILENCE_POWER
    own = _autocorrelation(shape[None])[0]
    shortest, longest = SAMPLE_RATE // _HIGHEST_HZ, SAMPLE_RATE // _LOWEST_HZ
    periods = slice(shortest, longest + 1)
    voicing = likeness[:, periods] / (own[periods] / own[0])
    # A peak at the edge is no peak: the period lies outside, as with hiss and breath.
    is_voiced: Flags = (voicing.max(axis=1) > _VOICED) & (voicing.argmax(axis=1) > 0)
    return is_voiced


def _autocorrelation(frames: Floats) -> Floats:
    power = np.abs(np.fft.rfft(frames, _PITCH_FFT)) ** 2
    return np.asarray(np.fft.irfft(power), dtype=np.float64)[:, :_PITCH_WINDOW]


def _cepstra(frames: Floats) -> Floats:
    """Mel-frequency cepstra, frames by orders.

    Each band has its own noise added, so that one in which there is nothing else does not move: a hum with closed lips
    ("mm") is as steady as it sounds though most of its bands hold only the noise of the room.
    """
    bands = np.abs(np.fft.rfft(frames, _WINDOW)) ** 2 @ _mel_bands().T
    noise = np.percentile(bands, _QUIET_PERCENTILE, axis=0)
    cepstra: Floats = np.log(bands + _NOISE_ADDED * noise + 1e-8) @ _cosines().T
    return cepstra


def _change_of_colour(cepstra: Floats) -> Floats:
    """How far the cepstra 30 ms before and after each frame lie apart, smoothed over five frames."""
    change = np.full(len(cepstra), np.inf)
    if len(cepstra) > 2 * _LAG:
        change[_LAG:-_LAG] = np.linalg.norm(cepstra[2 * _LAG :] - cepstra[: -2 * _LAG], axis=1)
    smooth: Floats = np.median([np.roll(change, shift) for shift in range(-2, 3)], axis=0)
    return smooth


def _colour(cepstra: Floats) -> tuple[float, ...]:
    edge = max(1, len(cepstra) // 5)
    return tuple(map(float, cepstra[edge:-edge].mean(axis=0)))


def _mel_bands() -> Floats:
    """Triangular filters, evenly spaced in mel: bands by frequencies."""
    lowest, highest = (2595 * np.log10(1 + edge / 700) for edge in _BAND_EDGES_HZ)
    corners = 700 * (10 ** (np.linspace(lowest, highest, _BANDS + 2) / 2595) - 1)
    frequencies = np.fft.rfftfreq(_WINDOW, 1 / SAMPLE_RATE)
    left, peak, right = corners[:-2, None], corners[1:-1, None], corners[2:, None]
    bands: Floats = np.clip(
        np.minimum((frequencies - left) / (peak - left), (right - frequencies) / (right - peak)), 0, None
    )
    return bands


def _cosines() -> Floats:
    """The cosine transform that makes cepstra of band energies; loudness (order 0) is left out."""
    orders = np.arange(1, _CEPSTRA + 1)[:, None]
    return np.asarray(np.cos(np.pi / _BANDS * (np.arange(_BANDS) + 0.5) * orders) * np.sqrt(2 / _BANDS))


def _runs(flags: Flags, offset: int = 0) -> Iterator[tuple[int, int]]:
    """Where the flags hold, start and end (exclusive), short breaks bridged."""
    holding = np.flatnonzero(flags)
    if not len(holding):
        return
    breaks = np.flatnonzero(np.diff(holding) > _BRIDGED)
    for first, last in zip(np.r_[0, breaks + 1], np.r_[breaks, len(holding) - 1], strict=True):
        yield offset + int(holding[first]), offset + int(holding[last]) + 1
