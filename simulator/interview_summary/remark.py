"""One thing that is said of a whole interview, and the answer that proves it. Its sentence: `ui.words`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from question_bank.models import KeyPoint
from simulator.analysis.report import Finding
from simulator.store.records import AnswerRecord


class RemarkKind(StrEnum):
    """What it is about."""

    WENT_WELL = "went well"
    """The answer that made most of its key points."""
    PRAISED = "praised"
    """The praise that weighed most in an answer's own feedback."""
    CONTRARY = "contrary"
    """The contrary of a key point was said, and not put right since."""
    NOT_HEARD = "not heard"
    """The question of which most is left to say."""
    UNCLEAR = "unclear"
    """A key point that was perhaps made."""
    TOO_LONG = "too long"
    """The answer that ran furthest past its target."""
    FOUND = "found"
    """Something else that its own feedback found."""

    @property
    def is_praise(self) -> bool:
        return self in (RemarkKind.WENT_WELL, RemarkKind.PRAISED)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said, and `answer`, in which it shows from `start_s` to `end_s`, both None where there is no moment to
    hear: in a typed answer, or of what was not said.

    `point` is the key point that it speaks of, `count` how many there are of its kind, and `finding` what the feedback
    found, for those kinds that have one.
    """

    kind: RemarkKind
    answer: AnswerRecord
    start_s: float | None = None
    end_s: float | None = None
    point: KeyPoint | None = None
    count: int = 0
    finding: Finding | None = None
