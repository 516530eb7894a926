from __future__ import annotations

import pytest

from question_bank.bank import Bank
from question_bank.models import Kind, Role, Round
from simulator.errors import NoQuestions
from simulator.plan import QUICK_DRILL_COUNT, SessionPlan, expected_minutes, plan_quick_drill, plan_session
from tests.simulator.builders import a_question


@pytest.fixture
def bank() -> Bank:
    machine_learning = [a_question(number, kind) for number, kind in enumerate([Kind.QUICK, Kind.SHORT] * 5)]
    stories = [a_question(20 + number, Kind.STORY, round_=Round.BEHAVIOURAL) for number in range(4)]
    analyst = [a_question(30, role=Role.DATA_ANALYST)]
    return Bank([*machine_learning, *stories, *analyst])


def ids(plan: SessionPlan) -> list[str]:
    return [question.id for question in plan.questions]


def test_the_plan_holds_what_was_asked_for(bank: Bank) -> None:
    plan = plan_session(bank, Role.ML_ENGINEER, Round.MACHINE_LEARNING, count=4, seed=7, strict=True)
    assert (plan.role, plan.round, plan.seed, plan.strict) == (Role.ML_ENGINEER, Round.MACHINE_LEARNING, 7, True)
    assert len(set(ids(plan))) == 4
    assert all(Round.MACHINE_LEARNING in question.rounds for question in plan.questions)


def test_the_same_seed_asks_the_same(bank: Bank) -> None:
    plans = [plan_session(bank, Role.ML_ENGINEER, Round.MACHINE_LEARNING, 4, seed) for seed in (1, 1, 2, 3, 4)]
    assert plans[0] == plans[1]
    assert len({tuple(ids(plan)) for plan in plans}) > 1


def test_lately_asked_questions_wait(bank: Bank) -> None:
    asked = ids(plan_session(bank, Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5, seed=1))
    assert not set(asked) & set(ids(plan_session(bank, Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5, 1, avoid=asked)))


def test_a_small_bank_gives_a_short_interview(bank: Bank) -> None:
    assert len(plan_session(bank, Role.ML_ENGINEER, Round.BEHAVIOURAL, count=10, seed=1).questions) == 4


def test_nothing_that_fits_is_said_in_words(bank: Bank) -> None:
    with pytest.raises(NoQuestions, match="No question fits"):
        plan_session(bank, Role.DATA_ANALYST, Round.FINAL, count=5, seed=1)
    with pytest.raises(NoQuestions):
        plan_quick_drill(bank, Role.ROBOTICS_ENGINEER, seed=1)


def test_a_quick_drill_is_three_questions_with_short_answers(bank: Bank) -> None:
    plan = plan_quick_drill(bank, Role.ML_ENGINEER, seed=1, avoid=["made-up.0"])
    assert len(plan.questions) == QUICK_DRILL_COUNT
    assert {question.kind for question in plan.questions} <= {Kind.QUICK, Kind.SHORT}
    assert "made-up.0" not in ids(plan)
    assert plan.round is None


@pytest.mark.parametrize(
    ("kinds", "minutes"),
    [([Kind.QUICK], 1), ([Kind.SHORT, Kind.SHORT], 3), ([Kind.SHORT, Kind.QUICK], 2), ([Kind.THINK_ALOUD] * 3, 15)],
)
def test_minutes_come_from_the_target_times(kinds: list[Kind], minutes: int) -> None:
    questions = tuple(a_question(number, kind) for number, kind in enumerate(kinds))
    assert expected_minutes(SessionPlan(None, None, questions, seed=1)) == minutes
