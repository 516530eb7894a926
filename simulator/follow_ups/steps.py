"""A step of the ladder: what it is after, and how it is put into words. Which step fits is chosen in `choice`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from question_bank.models import KeyPoint


class Aim(StrEnum):
    """What a follow-up is after."""

    CONTRARY = "contrary"
    """How the candidate came to say the contrary of a key point."""

    COVERED = "covered"
    """Deeper into a key point that was made."""

    MISSED = "missed"
    """A key point that was left out."""

    HALF = "half"
    """The rest of a key point that was said in part."""

    NAMED = "named"
    """What is behind a key point that counts as made and was only named."""

    TERM = "term"
    """A term that fell without an explanation, or one the question has a follow-up for."""

    EVIDENCE = "evidence"
    """What a great claim rests on."""

    PART = "part"
    """The candidate's own part in what "we" did."""

    MEASURED = "measured"
    """How success was measured."""

    METRIC = "metric"
    """Which of the measures mattered, and why."""

    UNSEEN = "unseen"
    """On which data, and why on unseen ones."""

    MODEL = "model"
    """How the model that was named works."""

    RESULT = "result"
    """What came of it."""

    LEARNT = "learnt"
    """What the candidate would do differently."""

    EXAMPLE = "example"
    """An example for what was said in general."""

    FAILED = "failed"
    """What did not work."""

    REASON = "reason"
    """Why this and not the best alternative."""

    LIMITS = "limits"
    """When it would no longer hold."""


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One possible follow-up: `about` is a key point's id, a term or a name; `why` is a sentence for the user."""

    aim: Aim
    about: str
    text: str
    why: str
    key_points: tuple[KeyPoint, ...] = ()
