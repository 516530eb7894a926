"""How a question went so far, and what that is called. The figures come from `store.past_answers`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from simulator.analysis.report import AnswerReport

WELL_FROM: Final = 2 / 3
"""Share of key points from which an answer went well: four of six. Our own line; a word in a list, no score."""


class Standing(StrEnum):
    """How one stands with a question."""

    NEVER = "never"
    UNMEASURED = "unmeasured"
    WEAK = "weak"
    WELL = "well"


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """`times` saved answers; of the latest that was measured, the `share` of key points covered, None without one, and
    whether the contrary of a point was said.
    """

    times: int
    share: float | None
    has_contrary: bool = False


@dataclass(frozen=True, slots=True)
class TopicsRecord:
    """`times` saved answers to one question with these `topics`; of the latest that was measured, its number among all
    answers, later ones having higher numbers, and the `share` of key points covered. Both are None without one.
    """

    topics: frozenset[str]
    times: int
    latest: int | None = None
    share: float | None = None


def standing_of(record: QuestionRecord | None) -> Standing:
    """The word for a record; no record at all means never asked."""
    if record is None:
        return Standing.NEVER
    if record.share is None:
        return Standing.UNMEASURED
    return Standing.WELL if record.share >= WELL_FROM and not record.has_contrary else Standing.WEAK


def is_weak(report: AnswerReport) -> bool:
    """Whether there is something to read up on: too few of the key points, the contrary of one, or a red flag."""
    share = report.covered_share
    is_wrong = bool(report.red_flags or report.contrary_points)
    return is_wrong or (share is not None and share < WELL_FROM)
