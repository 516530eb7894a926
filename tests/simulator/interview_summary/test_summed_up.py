"""All that the summary of a kept interview says, and which interviews end in one."""

from __future__ import annotations

import pytest

from simulator.drills.catalogue import DRILLS
from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.quick import QUICK
from simulator.interview_summary.summed_up import SummedUp, ends_in_summary, sum_up
from tests.simulator.interview_summary.kept import a_follow_up, an_answer


def test_questions_remarks_and_the_ends_of_ladders_come_together() -> None:
    first = an_answer("mmmmm")
    follow_up = a_follow_up(first, "m----")
    summed_up = sum_up((first, follow_up, an_answer("mo", 1)), 1)
    assert len(summed_up.asked) == 2
    assert summed_up.remarks
    assert list(summed_up.ladder_ends) == [follow_up.id]
    assert "answers were good" in summed_up.ladder_ends[follow_up.id]


def test_without_answers_there_is_nothing() -> None:
    assert sum_up((), 4) == SummedUp()


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.id)
def test_a_drill_with_an_outcome_of_its_own_has_said_it(drill: Drill) -> None:
    assert ends_in_summary(drill) is (drill.outcome is None)


def test_an_interview_and_what_is_like_one_end_in_their_summary() -> None:
    assert ends_in_summary(None)
    assert ends_in_summary(QUICK)
    assert not ends_in_summary(FILLER_FREE_MINUTE)
