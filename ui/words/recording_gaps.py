"""What a recording lacks, in words: where time passed that was not recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.gap import Gap
from ui.words.times import clock, counted, short_seconds

_LEAST_S: Final = 0.05  # shorter than this it rounds to nothing
_TOLD: Final = 4
WHY: Final = "The clock stopped because the interview was paused, the computer slept, or the microphone gave no sound."


def gap_words(gaps: Sequence[Gap]) -> str:
    """Where and for how long nothing was recorded, and why that may be; empty where all is there."""
    told = [gap for gap in gaps if gap.lasted_s >= _LEAST_S]
    if not told:
        return ""
    places = [f"{_length(gap.lasted_s)} at {clock(gap.at_s)}" for gap in told[:_TOLD]]
    if more := told[_TOLD:]:
        places.append(f"{counted(len(more), 'more gap')} of {_length(sum(gap.lasted_s for gap in more))} in all")
    return f"Not recorded: {', '.join(places)}. {WHY}"


def _length(seconds: float) -> str:
    return short_seconds(seconds) if seconds >= 1 else f"{seconds:.1f} s"
