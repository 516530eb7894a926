"""A recording held against what there was to hear: where sound was dropped, and how far the two drifted apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from recordings.pcm import SAMPLE_RATE
from simulator.gap import Gap

WINDOW: Final = SAMPLE_RATE  # a second of noise is found again to the sample
_FIRST_SEARCH: Final = 15 * SAMPLE_RATE  # the recording begins before the playing does
_SEARCH: Final = 2 * SAMPLE_RATE
_LEAST_LIKENESS: Final = 0.3
_LEAST_STEP: Final = SAMPLE_RATE // 100  # 10 ms; clocks that differ make less of a second
_NEAR_S: Final = 3.0
_MOST: Final = 0.5

Samples = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`dropped_ms` of sound are missing in the recording, in `drops` places, `unmarked` of which no gap tells of.

    `missing_ms` and `added_ms` add up all that is missing and all that came in, in steps however small. `drift_ms`: by
    how much the recording grew longer than what there was, beside drops. `lost_windows` are seconds that were not found
    again at all; `compared_s` those that were looked for.
    """

    dropped_ms: float
    drops: int
    unmarked: int
    missing_ms: float
    added_ms: float
    drift_ms: float
    lost_windows: int
    compared_s: int


def compare(heard: Samples, recorded: Samples, gaps: Sequence[Gap] = ()) -> Comparison:
    """Both are mono at 16 kHz; what was heard is noise that never repeats, with silence in it perhaps."""
    places = _places(heard, recorded)
    found = [(index, place - index * WINDOW) for index, place in places.items() if place is not None]
    steps = [(at, later - sooner) for (_, sooner), (at, later) in pairwise(found)]
    drops = [(at, -step) for at, step in steps if step <= -_LEAST_STEP]
    jumps = sum(step for _, step in steps if abs(step) >= _LEAST_STEP)
    drift = found[-1][1] - found[0][1] - jumps if found else 0
    unmarked = sum(not _is_marked((places[at] or 0) / SAMPLE_RATE, gaps) for at, _ in drops)
    return Comparison(
        dropped_ms=1000 * sum(length for _, length in drops) / SAMPLE_RATE,
        drops=len(drops),
        unmarked=unmarked,
        missing_ms=1000 * sum(max(0, -step) for _, step in steps) / SAMPLE_RATE,
        added_ms=1000 * sum(max(0, step) for _, step in steps) / SAMPLE_RATE,
        drift_ms=1000 * drift / SAMPLE_RATE,
        lost_windows=len(places) - len(found),
        compared_s=len(places),
    )


def _places(heard: Samples, recorded: Samples) -> dict[int, int | None]:
    """Where each second of what was heard begins in the recording, as far as it is found. Silence is not looked for."""
    places: dict[int, int | None] = {}
    offset: int | None = None
    for index in range(len(heard) // WINDOW):
        start = index * WINDOW
        pattern = heard[start : start + WINDOW]
        if not _is_loud(pattern):
            continue
        reach = _FIRST_SEARCH if offset is None else _SEARCH
        begin = max(0, start + (offset or 0) - reach)
        place = _find(pattern, recorded[begin : start + (offset or 0) + WINDOW + reach])
        places[index] = None if place is None else begin + place
        offset = offset if place is None else begin + place - start
    return places


def _is_loud(pattern: Samples) -> bool:
    """Whether noise fills most of it: less may be found anywhere."""
    return bool(np.mean(pattern != 0) > _MOST)


def _find(pattern: Samples, within: Samples) -> int | None:
    if len(within) < len(pattern):
        return None
    size = 1 << (len(within) + len(pattern)).bit_length()
    likeness = np.fft.irfft(np.fft.rfft(within, size) * np.conj(np.fft.rfft(pattern, size)), size)
    likeness = likeness[: len(within) - len(pattern) + 1]
    place = int(np.argmax(likeness))
    there = within[place : place + len(pattern)]
    loudness = float(np.linalg.norm(there) * np.linalg.norm(pattern))
    return place if loudness and likeness[place] / loudness >= _LEAST_LIKENESS else None


def _is_marked(at_s: float, gaps: Sequence[Gap]) -> bool:
    return any(abs(gap.at_s - at_s) <= _NEAR_S for gap in gaps)
