"""Short exercises beside the interview, each for one habit. Names only: what each asks of a session is its plan's."""

from __future__ import annotations

from enum import StrEnum


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
