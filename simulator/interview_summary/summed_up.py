"""A kept interview summed up: all that its summary says, worked out at once from its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from simulator.follow_ups.ladder_end import ladder_end
from simulator.interview_summary.asked_question import AskedQuestion, asked_questions
from simulator.interview_summary.remark import Remark

if TYPE_CHECKING:
    from simulator.drills.drill import Drill
    from simulator.store.records import AnswerRecord


@dataclass(frozen=True, slots=True)
class SummedUp:
    """The questions with their answers, what is worth saying, and by its answer's id why each ladder ended."""

    asked: tuple[AskedQuestion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ladder_ends: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def sum_up(answers: Sequence[AnswerRecord], max_depth: int) -> SummedUp:
    """An interview's `answers`, in the store's order; `max_depth` is the number of follow-ups at most.

    Long interviews take some tenths of a second: their follow-ups are looked at anew.
    """
    from simulator.interview_summary.remarks import remarks_on

    asked = asked_questions(answers)
    ends: dict[int, str] = {record.id: end for record in answers if (end := ladder_end(answers, record, max_depth))}
    return SummedUp(asked, remarks_on(asked), MappingProxyType(ends))


def ends_in_summary(drill: Drill | None) -> bool:
    """Whether an interview ends in its summary. A drill that says its own outcome after each answer has said it all by
    then: what one wants next is to look at the answers themselves.
    """
    return drill is None or drill.outcome is None
