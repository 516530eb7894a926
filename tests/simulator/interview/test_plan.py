"""Plans: what was wished for, in order, within its time; the same seed asks the same; nothing twice in a day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from question_bank.bank import Bank
from question_bank.draw import CLOSING_TOPIC, OPENING_TOPIC
from question_bank.models import FollowUp, FollowUpTrigger, Kind, Question, Role, Round, TargetTimes
from simulator.drills.drill import Drill
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.drills.think_aloud import THINK_ALOUD
from simulator.drills.thirty_seconds import THIRTY_SECONDS
from simulator.errors import NoQuestions
from simulator.interview.plan import (
    LEAST_IN_LOOP,
    MOST_DUE_AT_ONCE,
    Level,
    Past,
    SessionPlan,
    Wish,
    due_questions,
    expected_minutes,
    plan_drill,
    plan_due,
    plan_session,
    plan_these,
)
from tests.simulator.builders import a_question

ML = Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING)


@pytest.fixture
def bank() -> Bank:
    machine_learning = [a_question(number, kind) for number, kind in enumerate([Kind.QUICK, Kind.SHORT] * 5)]
    stories = [a_question(20 + number, Kind.STORY, round_=Round.BEHAVIOURAL) for number in range(4)]
    analyst = [a_question(30, role=Role.DATA_ANALYST)]
    return Bank([*machine_learning, *stories, *analyst])


@pytest.fixture(scope="module")
def built_in() -> Bank:
    return Bank.load()


def ids(plan: SessionPlan) -> list[str]:
    return [question.id for question in plan.questions]


def levels(plan: SessionPlan) -> list[int]:
    return [question.level for question in plan.questions]


def leveled(*wanted: int) -> Bank:
    return Bank(replace(a_question(number), level=level) for number, level in enumerate(wanted))


def test_the_plan_holds_what_was_asked_for(bank: Bank) -> None:
    plan = plan_session(bank, replace(ML, count=4, strict=True), seed=7)
    assert (plan.role, plan.round, plan.seed, plan.strict) == (Role.ML_ENGINEER, Round.MACHINE_LEARNING, 7, True)
    assert len(set(ids(plan))) == 4
    assert all(Round.MACHINE_LEARNING in question.rounds for question in plan.questions)
    assert (plan.drill, plan.rounds) == (None, ())


@pytest.mark.parametrize("wish", [ML, Wish(Role.ML_ENGINEER), replace(ML, minutes=20), replace(ML, level=Level.CLIMB)])
def test_the_same_seed_asks_the_same(built_in: Bank, wish: Wish) -> None:
    plans = [plan_session(built_in, wish, seed) for seed in (1, 1, 2)]
    assert plans[0] == plans[1]
    assert ids(plans[0]) != ids(plans[2])


def test_lately_asked_questions_wait(bank: Bank) -> None:
    asked = ids(plan_session(bank, ML, seed=1))
    assert not set(asked) & set(ids(plan_session(bank, ML, 1, Past(lately=asked))))


def test_what_is_due_comes_first_even_if_it_was_asked_lately(bank: Bank) -> None:
    due = ("made-up.3", "made-up.8")
    for seed in range(5):
        plan = plan_session(bank, replace(ML, count=3), seed, Past(due=due, lately=(*due, "made-up.1")))
        assert set(due) < set(ids(plan))


def test_nothing_is_asked_twice_in_a_day_unless_nothing_else_is_left(bank: Bank) -> None:
    today = [f"made-up.{number}" for number in range(7)]
    fresh = {"made-up.7", "made-up.8", "made-up.9"}
    past = Past(due=today[:2], today=today, lately=fresh)
    assert set(ids(plan_session(bank, replace(ML, count=3), 1, past))) == fresh
    assert set(ids(plan_session(bank, replace(ML, count=4), 1, past))) > fresh


def test_hidden_questions_are_never_asked(bank: Bank) -> None:
    hidden = {f"made-up.{number}" for number in range(9)}
    assert ids(plan_session(bank, ML, 1, Past(due=hidden, hidden=hidden))) == ["made-up.9"]
    with pytest.raises(NoQuestions):
        plan_session(bank, ML, 1, Past(hidden=hidden | {"made-up.9"}))
    with pytest.raises(NoQuestions):
        plan_drill(bank, QUICK, Role.ML_ENGINEER, 1, Past(hidden=hidden | {"made-up.9"}))


def test_a_small_bank_gives_a_short_interview(bank: Bank) -> None:
    assert len(plan_session(bank, Wish(Role.ML_ENGINEER, Round.BEHAVIOURAL, count=10), seed=1).questions) == 4


def test_nothing_that_fits_is_said_in_words(bank: Bank) -> None:
    with pytest.raises(NoQuestions, match="No question fits"):
        plan_session(bank, Wish(Role.DATA_ANALYST, Round.FINAL), seed=1)
    with pytest.raises(NoQuestions):
        plan_drill(bank, QUICK, Role.ROBOTICS_ENGINEER, seed=1)
    with pytest.raises(NoQuestions):
        plan_these((), Role.ML_ENGINEER)


def test_only_the_topics_asked_for(built_in: Bank) -> None:
    topics = ("found.bias-variance", "ml.pca")
    plan = plan_session(built_in, replace(ML, topics=topics, count=20), seed=1)
    assert len(plan.questions) >= 4
    assert all(not set(topics).isdisjoint(question.topics) for question in plan.questions)


def test_a_level_that_runs_out_is_filled_with_the_nearest() -> None:
    bank = leveled(1, 2, 2, 3, 3, 4, 5, 5)
    assert levels(plan_session(bank, replace(ML, level=Level.FIVE, count=3), 1)) == [4, 5, 5]
    assert levels(plan_session(bank, replace(ML, level=Level.TWO, count=2), 1)) == [2, 2]
    assert Level.CLIMB.exact is None
    assert Level.ANY.exact is None


def test_a_climb_rises_from_easy_to_hard() -> None:
    bank = leveled(*[1, 2, 3, 4, 5] * 4)
    for seed in range(5):
        climb = levels(plan_session(bank, replace(ML, level=Level.CLIMB, count=5), seed))
        assert climb == [1, 2, 3, 4, 5]
    assert levels(plan_session(bank, replace(ML, level=Level.CLIMB, count=3), 1)) == [1, 3, 5]


def test_a_loop_climbs_from_round_to_round(built_in: Bank) -> None:
    plan = plan_session(built_in, Wish(Role.ML_ENGINEER, level=Level.CLIMB), seed=1)
    rising = [question.level for question in plan.questions[:-1]]  # the last question is the candidate's
    assert all(before <= after for before, after in pairwise(rising))


@pytest.mark.parametrize("role", list(Role))
def test_a_whole_loop_goes_through_every_round_in_order(built_in: Bank, role: Role) -> None:
    for seed in range(3):
        plan = plan_session(built_in, Wish(role, count=3), seed)
        assert plan.rounds == tuple(Round)
        assert plan.round is None
        assert all(round_ in question.rounds for round_, question in zip(plan.rounds, plan.questions, strict=True))
        assert OPENING_TOPIC in plan.questions[0].topics
        assert CLOSING_TOPIC in plan.questions[-1].topics


def test_a_longer_loop_stays_in_order_and_goes_deeper_in_the_technical_rounds(built_in: Bank) -> None:
    plan = plan_session(built_in, Wish(Role.DATA_SCIENTIST, count=10), seed=4)
    order = list(Round)
    assert [order.index(round_) for round_ in plan.rounds] == sorted(order.index(round_) for round_ in plan.rounds)
    assert len(plan.questions) == 10
    deeper = (Round.TECHNICAL_SCREENING, Round.MACHINE_LEARNING, Round.SYSTEM_DESIGN)
    assert [plan.rounds.count(round_) for round_ in deeper] == [2, 2, 2]
    assert len(set(ids(plan))) == 10
    assert sum(CLOSING_TOPIC in question.topics for question in plan.questions) == 1
    assert CLOSING_TOPIC in plan.questions[-1].topics


def test_a_loop_leaves_out_a_round_without_questions(bank: Bank) -> None:
    plan = plan_session(bank, Wish(Role.ML_ENGINEER), seed=1)
    assert set(plan.rounds) == {Round.MACHINE_LEARNING, Round.BEHAVIOURAL}
    assert len(plan.questions) == LEAST_IN_LOOP


def test_screening_opens_with_the_candidate_and_the_final_round_ends_with_their_questions(built_in: Bank) -> None:
    for seed in range(5):
        screening = plan_session(built_in, Wish(Role.ML_ENGINEER, Round.INITIAL_SCREENING), seed)
        final = plan_session(built_in, Wish(Role.ML_ENGINEER, Round.FINAL, minutes=20), seed)
        assert OPENING_TOPIC in screening.questions[0].topics
        assert CLOSING_TOPIC in final.questions[-1].topics


def test_a_bank_of_thousands_is_planned_from_like_a_small_one(built_in: Bank) -> None:
    copies = [replace(question, id=f"{question.id}.{copy}") for copy in range(10) for question in built_in.questions]
    due = tuple(question.id for question in copies if Round.MACHINE_LEARNING in question.rounds)[-3:]
    loop = plan_session(Bank(copies), Wish(count=14, level=Level.CLIMB), seed=1)
    assert loop == plan_session(Bank(reversed(copies)), Wish(count=14, level=Level.CLIMB), seed=1)
    assert set(loop.rounds) == set(Round)
    assert OPENING_TOPIC in loop.questions[0].topics
    assert CLOSING_TOPIC in loop.questions[-1].topics
    assert set(due) < set(ids(plan_session(Bank(copies), Wish(round=Round.MACHINE_LEARNING), 1, Past(due=due))))


@pytest.mark.parametrize("minutes", [10, 20, 45])
@pytest.mark.parametrize("round_", [Round.MACHINE_LEARNING, Round.SYSTEM_DESIGN, None])
def test_an_interview_of_so_many_minutes_takes_about_so_many(
    built_in: Bank, minutes: int, round_: Round | None
) -> None:
    plan = plan_session(built_in, Wish(Role.ML_ENGINEER, round_, minutes=minutes), seed=2)
    assert minutes - 2 <= expected_minutes(plan) <= minutes
    if round_ is None:
        assert set(plan.rounds) == set(Round)


def test_too_short_a_time_gets_the_shortest_question(bank: Bank) -> None:
    plan = plan_session(bank, replace(ML, minutes=1), seed=1)
    assert [question.kind for question in plan.questions] == [Kind.QUICK]


def test_what_is_due_can_be_practised_at_once(bank: Bank) -> None:
    past = Past(due=("made-up.30", "gone.from-the-bank", "made-up.2", "made-up.20"), hidden=("made-up.20",))
    assert [question.id for question in due_questions(bank, past)] == ["made-up.30", "made-up.2"]
    plan = plan_due(bank, Role.ML_ENGINEER, 1, past, strict=True)
    assert set(ids(plan)) == {"made-up.30", "made-up.2"}
    assert plan.strict
    with pytest.raises(NoQuestions):
        plan_due(bank, None, 1, Past())


def test_a_backlog_is_worked_off_from_its_oldest_end(built_in: Bank) -> None:
    due = [question.id for question in built_in.questions[:30]]
    assert set(ids(plan_due(built_in, None, 1, Past(due=due)))) == set(due[:MOST_DUE_AT_ONCE])


def test_chosen_questions_are_asked_as_they_were_chosen(bank: Bank) -> None:
    plan = plan_these((bank.get("made-up.9"), bank.get("made-up.1")), Role.ML_ENGINEER)
    assert ids(plan) == ["made-up.9", "made-up.1"]


@pytest.mark.parametrize(
    ("drill", "count", "kinds", "times"),
    [
        (QUICK, 3, {Kind.QUICK, Kind.SHORT}, None),
        (THIRTY_SECONDS, 5, {Kind.QUICK}, TargetTimes(15, 30, 40)),
        (THINK_ALOUD, 1, {Kind.THINK_ALOUD}, None),
        (HOLD_THE_SILENCE, 2, {Kind.SHORT}, None),
        (GUESS_FIRST, 2, {Kind.SHORT}, None),
        (FILLER_FREE_MINUTE, 1, {Kind.SHORT}, TargetTimes(30, 60, 75)),
        (SAME_QUESTION, 1, {Kind.SHORT}, None),
    ],
)
@pytest.mark.parametrize("role", [None, *Role])
def test_drills(
    built_in: Bank, role: Role | None, drill: Drill, count: int, kinds: set[Kind], times: TargetTimes | None
) -> None:
    plan = plan_drill(built_in, drill, role, seed=5)
    assert (plan.drill, plan.role, plan.round, plan.rounds) == (drill, role, None, ())
    assert len(plan.questions) == count
    assert {question.kind for question in plan.questions} <= kinds
    assert not any(CLOSING_TOPIC in question.topics for question in plan.questions)
    if times is not None:
        assert {question.times for question in plan.questions} == {times}
    again = plan_drill(built_in, drill, role, seed=5, past=Past(today=ids(plan)))
    assert not set(ids(plan)) & set(ids(again))


def worded(question: Question, words: int, *, followed: bool = False) -> Question:
    follow_ups = (FollowUp("And then?", FollowUpTrigger.COVERED, "point"),) if followed else ()
    return replace(question, text=" ".join(["word"] * words), follow_ups=follow_ups)


@pytest.mark.parametrize(
    ("kind", "strict", "followed", "seconds"),
    [
        (Kind.QUICK, True, False, 50),
        (Kind.QUICK, False, True, 94),
        (Kind.SHORT, True, True, 20 + 100 + 50),
        (Kind.THINK_ALOUD, False, True, 20 + 250 + 60 + 30),
    ],
)
def test_minutes_count_reading_answers_follow_ups_and_feedback(
    kind: Kind, strict: bool, followed: bool, seconds: int
) -> None:
    question = worded(a_question(kind=kind), 55, followed=followed)  # 20 s at 165 words per minute
    plan = SessionPlan(None, None, (question,) * 60, seed=1, strict=strict)
    assert expected_minutes(plan) == seconds


def test_a_drill_has_no_follow_ups_and_one_repeats_itself() -> None:
    plan = SessionPlan(None, None, (worded(a_question(), 55, followed=True),) * 60, 1, drill=HOLD_THE_SILENCE)
    assert expected_minutes(plan) == 20 + 100 + 30
    assert expected_minutes(replace(plan, drill=SAME_QUESTION)) == 3 * (20 + 100 + 30)
