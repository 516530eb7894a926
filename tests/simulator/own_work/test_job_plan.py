"""An interview for a job: what it demands, why this company, and of the CV only what the CV says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.bank import Bank
from question_bank.models import Question, Role
from simulator.errors import NoQuestions
from simulator.interview.plan import Past, SessionPlan
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.advertisement.reading import read_advertisement
from simulator.own_work.cv.project import Project
from simulator.own_work.job_plan import company_of, plan_for_advertisement
from simulator.own_work.own_work import Company, OwnWork
from simulator.own_work.questions.question_making import PACK
from tests.simulator.own_work.advertisement.adverts import BULLETED

JOB = read_advertisement(BULLETED)
WITHOUT_CV = OwnWork().with_advertisement(JOB)
WITH_CV = WITHOUT_CV.with_techniques("XGBoost", "Fortran").with_projects(Project("Bird songs", ("XGBoost",)))


@pytest.fixture(scope="module")
def bank() -> tuple[Question, ...]:
    return Bank.load().questions


def made_of(plan: SessionPlan) -> list[Question]:
    return [one for one in plan.questions if one.pack == PACK]


def test_it_opens_with_why_us_and_asks_what_is_demanded(bank: tuple[Question, ...]) -> None:
    demanded = {topic for one in JOB.demands for topic in one.topics}
    for seed in range(5):
        plan = plan_for_advertisement(WITHOUT_CV, bank, 6, seed)
        assert plan == plan_for_advertisement(WITHOUT_CV, bank, 6, seed)
        assert (plan.role, plan.round, len(plan.questions)) == (Role.DATA_SCIENTIST, None, 6)
        assert "Nordwind" in plan.questions[0].text
        assert "you.why-this-company" in plan.questions[0].topics
        (_why,) = made_of(plan)
        assert all(demanded & set(one.topics) for one in plan.questions[1:])
        assert all(Role.DATA_SCIENTIST in one.roles for one in plan.questions)
        assert len({one.id for one in plan.questions}) == 6


def test_a_long_one_has_two_of_the_company(bank: tuple[Question, ...]) -> None:
    plan = plan_for_advertisement(WITHOUT_CV, bank, 9, 1)
    assert len(made_of(plan)) == 2
    assert len(plan.questions) == 9


def test_the_most_named_come_first_and_then_the_least_practised(bank: tuple[Question, ...]) -> None:
    kafka = Demand("Kafka", DemandSort.TECHNIQUE, "Kafka", ("de.kafka",), times=1)
    sql = Demand("SQL", DemandSort.TECHNIQUE, "SQL", ("prog.sql",), times=3)
    own_work = OwnWork().with_advertisement(Advertisement(role=Role.DATA_ENGINEER, demands=(kafka, sql)))
    (_, first) = plan_for_advertisement(own_work, bank, 2, 1).questions
    assert "prog.sql" in first.topics
    (_, then) = plan_for_advertisement(own_work, bank, 2, 1, answered={"SQL": 1}).questions
    assert "de.kafka" in then.topics


def test_of_the_cv_only_what_it_names_and_the_job_demands(bank: tuple[Question, ...]) -> None:
    for seed in range(5):
        plan = plan_for_advertisement(WITH_CV, bank, 6, seed)
        (own,) = (one for one in made_of(plan) if ".technique." in one.id)
        assert "xgboost" in own.id
        without = " ".join(one.text for one in plan_for_advertisement(WITHOUT_CV, bank, 6, seed).questions)
        assert "your CV" not in without
        assert "you used" not in " ".join(
            one.text for one in made_of(plan_for_advertisement(WITHOUT_CV, bank, 6, seed))
        )


def test_seniority_says_how_hard(bank: tuple[Question, ...]) -> None:
    def mean(level: int) -> float:
        own_work = OwnWork().with_advertisement(replace(JOB, level=level))
        asked = plan_for_advertisement(own_work, bank, 8, 3).questions
        levels = [one.level for one in asked if one.pack != PACK]
        return sum(levels) / len(levels)

    assert mean(2) < mean(4)


def test_hidden_ones_never_and_todays_last(bank: tuple[Question, ...]) -> None:
    first = plan_for_advertisement(WITHOUT_CV, bank, 6, 1)
    asked = {one.id for one in first.questions if one.pack != PACK}
    for past in (Past(hidden=asked), Past(today=asked)):
        again = {one.id for one in plan_for_advertisement(WITHOUT_CV, bank, 6, 1, past).questions}
        assert not asked & again


def test_what_is_ticked_off_is_not_asked(bank: tuple[Question, ...]) -> None:
    job = JOB
    for name in JOB.names:
        job = job.with_wanted(name, is_wanted=name == "SQL")
    plan = plan_for_advertisement(OwnWork().with_advertisement(job), bank, 5, 1)
    assert all("prog.sql" in one.topics for one in plan.questions[1:])


def test_without_anything_to_ask_it_says_so(bank: tuple[Question, ...]) -> None:
    with pytest.raises(NoQuestions, match="no job advertisement"):
        plan_for_advertisement(OwnWork(), bank, 5, 1)
    baking = Advertisement(demands=(Demand("Bake bread", DemandSort.DUTY),))
    for job in (baking, JOB.with_wanted("Python", is_wanted=False)):
        questions = bank if job is baking else ()
        with pytest.raises(NoQuestions, match="nothing on what this job asks for"):
            plan_for_advertisement(OwnWork().with_advertisement(job), questions, 5, 1)


def test_what_was_entered_about_another_company_is_not_mixed_in() -> None:
    other = WITHOUT_CV.with_company(Company("Fennel", "Vegetables", "Grow them"))
    assert company_of(other).name == "Nordwind"
    assert company_of(other).does == ""
    assert "ranking models" in company_of(other).role
    same = WITHOUT_CV.with_company(Company("Nordwind Group", "Parcels"))
    assert (company_of(same).name, company_of(same).does) == ("Nordwind Group", "Parcels")
    unnamed = OwnWork().with_advertisement(replace(JOB, company=""))
    assert company_of(unnamed).name == ""
