"""One or two of the user's questions take the places of those most like them, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.bank import Bank
from question_bank.models import Question, Role, Round
from simulator.drills.quick import QUICK
from simulator.interview.plan import SessionPlan, Wish, plan_drill, plan_session
from simulator.own_work.cv.project import Project
from simulator.own_work.mixed_plan import plan_own_work, with_own_work
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.questions.own_questions import questions_from
from simulator.own_work.questions.question_making import PACK

BROUGHT = OwnWork().with_techniques("XGBoost", "LightGBM").with_projects(Project("Bird songs"), Project("Recipes"))
OWN = questions_from(BROUGHT.with_company(Company("Nordwind", "parcels")))


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank.load()


def own_of(plan: SessionPlan) -> list[Question]:
    return [question for question in plan.questions if question.pack == PACK]


@pytest.mark.parametrize("round_", list(Round))
@pytest.mark.parametrize(("count", "own"), [(1, 0), (2, 1), (4, 1), (5, 2), (10, 2)])
def test_one_or_two_that_fit_the_round(bank: Bank, round_: Round, count: int, own: int) -> None:
    for seed in range(3):
        plan = plan_session(bank, Wish(Role.ML_ENGINEER, round_, count), seed)
        mixed = with_own_work(plan, OWN)
        assert len(own_of(mixed)) <= own
        assert len(mixed.questions) == len(plan.questions)
        assert all(round_ in question.rounds for question in own_of(mixed))
        subjects = {question.id.rpartition(".")[0] for question in own_of(mixed)}
        assert len(subjects) == len(own_of(mixed)) or round_ is Round.FINAL  # where only the company fits
        assert with_own_work(plan, OWN) == mixed
        assert replace(mixed, questions=plan.questions) == plan
        if count >= 4:
            assert len(own_of(mixed)) == own


def test_the_beginning_and_the_end_stay(bank: Bank) -> None:
    for seed in range(20):
        plan = plan_session(bank, Wish(Role.ML_ENGINEER, Round.INITIAL_SCREENING, 6), seed)
        mixed = with_own_work(plan, OWN)
        for before, after in zip(plan.questions, mixed.questions, strict=True):
            if {"you.background", "you.questions-for-us"} & set(before.topics):
                assert after is before


def test_in_a_loop_each_fits_the_round_of_its_place(bank: Bank) -> None:
    rounds = (Round.INITIAL_SCREENING, Round.MACHINE_LEARNING, Round.SYSTEM_DESIGN, Round.BEHAVIOURAL, Round.FINAL)
    questions = tuple(bank.matching(None, round_)[3] for round_ in rounds)
    mixed = with_own_work(SessionPlan(None, None, questions, 3, rounds=rounds), OWN)
    assert own_of(mixed)
    for question, round_ in zip(mixed.questions, rounds, strict=True):
        assert round_ in question.rounds


def test_drills_and_plans_without_own_questions_stay(bank: Bank) -> None:
    drill = plan_drill(bank, QUICK, Role.ML_ENGINEER, seed=1)
    assert with_own_work(drill, OWN) is drill
    assert drill.drill is QUICK
    plan = plan_session(bank, Wish(Role.ML_ENGINEER, Round.FINAL, 6), 1)
    assert with_own_work(plan, ()) == plan


def test_what_was_asked_lately_comes_last(bank: Bank) -> None:
    plan = plan_session(bank, Wish(Role.ML_ENGINEER, Round.PROJECT_PRESENTATION, 6), 1)
    fresh = {question.id for question in OWN if ".recipes" in question.id}
    avoid = {question.id for question in OWN} - fresh
    assert {question.id for question in own_of(with_own_work(plan, OWN, avoid))} <= fresh


def test_an_interview_of_these_alone() -> None:
    plan = plan_own_work(OWN, Role.ML_ENGINEER, 5, seed=1)
    assert len(plan.questions) == 5
    assert plan == plan_own_work(OWN, Role.ML_ENGINEER, 5, seed=1)
    assert {question.pack for question in plan.questions} == {PACK}
