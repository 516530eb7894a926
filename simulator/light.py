"""The three-coloured light: how an answer stands against its target times, and how good a measure is."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from question_bank.models import TargetTimes


class Light(StrEnum):
    """How an answer stands against its target times; as the shade of a band: good, so-so, bad."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


LIGHT_WORDS: Final = {Light.GREEN: "on time", Light.AMBER: "wrap up", Light.RED: "over time"}
LIGHT_WORDS_AFTER: Final = LIGHT_WORDS | {Light.AMBER: "a little over"}
"""What is said of an answer that is over: there is nothing left to wrap up."""
LIGHT_SHAPES: Final = {Light.GREEN: "●", Light.AMBER: "▲", Light.RED: "■"}


def light_at(times: TargetTimes, elapsed_s: float) -> Light:
    """Green up to and including the target, amber up to and including the maximum, red after it."""
    if elapsed_s <= times.target_s:
        return Light.GREEN
    return Light.AMBER if elapsed_s <= times.max_s else Light.RED


def seconds_over(times: TargetTimes, elapsed_s: float) -> float:
    """Seconds beyond the target, 0 within it."""
    return max(0.0, elapsed_s - times.target_s)
