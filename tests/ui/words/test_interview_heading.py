from __future__ import annotations

from dataclasses import replace

from question_bank.models import Round
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.quick import QUICK
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import Session
from tests.simulator.builders import a_plan, a_question
from ui.words.interview_heading import Heading, heading_of

NOW_S = 1000.0


def answer(session: Session) -> None:
    """A whole answer, kept."""
    session.question_spoken(NOW_S)
    session.start_answer(NOW_S)
    session.stop_answer(NOW_S + 1)
    assert session.answer_kept(NOW_S + 1)


def test_a_question_and_its_follow_up() -> None:
    session = Session(a_plan(5))
    assert heading_of(session) == Heading(1, 5, "", "Machine learning")
    answer(session)
    session.follow_up(a_question(9), NOW_S)
    assert heading_of(session).words == "Question 1 of 5 · follow-up 1"


def test_tries_are_counted_by_what_is_kept() -> None:
    session = Session(replace(a_plan(1), drill=SAME_QUESTION))
    assert heading_of(session).detail == "try 1 of 3"
    for number in (1, 2, 3):
        answer(session)
        assert heading_of(session).detail == f"try {number} of 3"
        if number < 3:
            session.next_question(NOW_S)
            assert heading_of(session).detail == f"try {number + 1} of 3"


def test_a_round_is_news_at_its_first_question_alone() -> None:
    rounds = (Round.MACHINE_LEARNING, Round.BEHAVIOURAL, Round.BEHAVIOURAL)
    session = Session(replace(a_plan(3), round=None, rounds=rounds))
    words = "Behavioural · round 2 of 2"
    answer(session)
    session.next_question(NOW_S)
    assert (heading_of(session).round_words, heading_of(session).news) == (words, words)
    answer(session)
    session.follow_up(a_question(9), NOW_S)
    assert heading_of(session).news == ""
    answer(session)
    session.next_question(NOW_S)
    assert (heading_of(session).round_words, heading_of(session).news) == (words, "")


def test_without_a_round_the_question_names_its_own() -> None:
    session = Session(replace(a_plan(1), round=None))
    assert heading_of(session).round_words == "Machine learning"


def test_a_drill_has_its_name_and_says_at_first_what_to_do() -> None:
    session = Session(replace(a_plan(2), drill=HOLD_THE_SILENCE))
    heading = heading_of(session)
    assert heading.round_words == "Hold the silence"
    assert heading.news == "Stop when you are done, even if nobody says a word."
    answer(session)
    session.next_question(NOW_S)
    assert heading_of(session).news == ""
    assert heading_of(Session(replace(a_plan(2), drill=QUICK))).news == ""
