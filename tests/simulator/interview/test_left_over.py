"""What an interview that was ended early has left."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import Round
from simulator.interview.left_over import left_over
from simulator.interview.session import Session
from tests.simulator.engine.studio import plan_of

LATER_S = 10.0


def answer(session: Session, now: float) -> None:
    session.question_spoken(now)
    session.start_answer(now)
    session.stop_answer(now + 1.0)
    session.answer_kept(now + 1.0)


def test_the_question_at_hand_is_left_until_it_is_answered() -> None:
    session = Session(plan_of(3))
    rest = left_over(session)
    assert rest == session.plan
    answer(session, LATER_S)
    rest = left_over(session)
    assert rest is not None
    assert rest.questions == session.plan.questions[1:]


def test_ending_changes_nothing_of_it() -> None:
    session = Session(plan_of(3))
    answer(session, LATER_S)
    session.end(2 * LATER_S)
    rest = left_over(session)
    assert rest is not None
    assert len(rest.questions) == 2


def test_a_follow_up_is_not_left_its_question_was_answered() -> None:
    session = Session(plan_of(2))
    answer(session, LATER_S)
    session.follow_up(session.question, 2 * LATER_S)
    rest = left_over(session)
    assert rest is not None
    assert rest.questions == session.plan.questions[1:]


def test_nothing_is_left_of_an_interview_that_came_to_its_end() -> None:
    session = Session(plan_of(1))
    answer(session, LATER_S)
    session.next_question(2 * LATER_S)
    assert left_over(session) is None


def test_what_was_skipped_is_not_asked_again() -> None:
    session = Session(plan_of(1))
    session.skip(LATER_S)
    assert left_over(session) is None


def test_a_loop_goes_on_in_its_rounds() -> None:
    rounds = (Round.MACHINE_LEARNING, Round.BEHAVIOURAL)
    session = Session(replace(plan_of(2), round=None, rounds=rounds))
    answer(session, LATER_S)
    rest = left_over(session)
    assert rest is not None
    assert rest.rounds == rounds[1:]
