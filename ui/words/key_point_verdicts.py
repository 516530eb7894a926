"""What became of a key point or a red flag, in words. `simulator.analysis.key_points` judges it."""

from __future__ import annotations

from typing import Final

from question_bank.models import KeyPoint
from simulator.analysis.report import KeyPointResult, RedFlagHeard
from ui.words.times import clock

KEY_POINTS: Final = "Key points"
TO_COMPARE: Final = "If you want to compare"
MADE: Final = "made"
NOT_HEARD: Final = "not heard"
SAID: Final = "said"
_BY_MEANING: Final = "Heard by its meaning: none of its usual words was said. Listen whether you made it."


def point_spoken(point: KeyPoint, result: KeyPointResult) -> str:
    """The point as a screen reader says it: "Made: It thins the network at random."."""
    return f"{'Made' if result.covered else 'Not heard'}: {point.text}"


def how_found(result: KeyPointResult) -> str:
    """What is to be known of how a made point was found; empty if its words were said."""
    return _BY_MEANING if result.found_by == "meaning" else ""


def flag_shown(flag: RedFlagHeard) -> str:
    """What was better not said."""
    return f"Better not: {flag.text}"


def flag_spoken(flag: RedFlagHeard) -> str:
    """The flag as a screen reader says it, with the words that were said."""
    return f"Red flag, said: {flag.text} “{flag.said}”"


def hear_it_at(at_s: float) -> str:
    """What pressing the time beside it does."""
    return f"Hear it at {clock(at_s)}"


def read_next(shelf: tuple[str, ...]) -> str:
    """What to read on the question; empty if there is nothing."""
    return f"Read next: {' · '.join(shelf)}" if shelf else ""
