"""Short exercises beside the interview, each for one habit: their names. What each asks: `interview.conduct`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Drill(StrEnum):
    """An exercise for one habit."""

    QUICK = "quick"
    """Three questions that take a minute or two each."""

    THIRTY_SECONDS = "thirty-seconds"
    """Quick facts, each answered within half a minute."""

    THINK_ALOUD = "think-aloud"
    """One open problem, every step of it spoken."""

    HOLD_THE_SILENCE = "hold-the-silence"
    """The interviewer stays quiet after the answer; does the candidate go on to fill the gap?"""

    GUESS_FIRST = "guess-first"
    """Say how long the answer was and how many fillers were in it, then see."""

    FILLER_FREE_MINUTE = "filler-free-minute"
    """One minute of speech with as few filler sounds as possible."""

    SAME_QUESTION = "same-question"
    """One question answered three times, each try beside the last."""


SAME_QUESTION_TRIES: Final = 3

_LABELS: Final = {
    Drill.QUICK: "Quick drill",
    Drill.THIRTY_SECONDS: "Thirty seconds",
    Drill.THINK_ALOUD: "Think aloud",
    Drill.HOLD_THE_SILENCE: "Hold the silence",
    Drill.GUESS_FIRST: "Guess first",
    Drill.FILLER_FREE_MINUTE: "Filler-free minute",
    Drill.SAME_QUESTION: "Same question",
}
_LINES: Final = {
    Drill.QUICK: "Three questions of a minute or two, from any round.",
    Drill.THIRTY_SECONDS: "Five facts, each told in half a minute.",
    Drill.THINK_ALOUD: "One open problem, every step of it spoken.",
    Drill.HOLD_THE_SILENCE: "Stop when you are done, though nobody says a word.",
    Drill.GUESS_FIRST: "Say how long you took and how often you said “um”, then see.",
    Drill.FILLER_FREE_MINUTE: "One minute, with a pause wherever an “um” would be.",
    Drill.SAME_QUESTION: "Three tries, each beside the one before.",
}


def drill_label(drill: Drill) -> str:
    """ "Hold the silence"."""
    return _LABELS[drill]


def drill_line(drill: Drill) -> str:
    """What one does in it, in one sentence."""
    return _LINES[drill]
