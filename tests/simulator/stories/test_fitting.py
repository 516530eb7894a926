"""A story is offered where it answers the question, the best first, and none where none does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from question_bank.bank import Bank
from question_bank.models import Kind, Round
from simulator.stories.fitting import asks_for_a_story, stories_for
from tests.simulator.store.builders import NOON, a_question
from tests.simulator.stories.told import DISAGREEMENT, OUTAGE, SAVING, a_story, behavioural

FAILURE = a_story(1, OUTAGE, "failure", "learning")
CONFLICT = a_story(2, DISAGREEMENT, "conflict", "teamwork")
IMPACT = a_story(3, SAVING, "impact", "initiative")
ALL = (FAILURE, CONFLICT, IMPACT)


def test_the_story_with_the_tag_of_the_question_fits() -> None:
    asked = behavioural("Tell me about something that went wrong because of you.", "you.failure", "you.limits")
    assert stories_for(asked, ALL) == (FAILURE,)
    asked = behavioural("Describe a disagreement with a colleague.", "you.conflict", "you.teamwork")
    assert stories_for(asked, ALL) == (CONFLICT,)


def test_the_words_of_a_question_without_topics_are_enough() -> None:
    asked = behavioural("Tell me about a time when you made a mistake.")
    assert stories_for(asked, ALL) == (FAILURE,)


def test_more_in_common_comes_first() -> None:
    both = a_story(4, "We argued, and I was wrong.", "conflict", "failure")
    asked = behavioural("Tell me about a disagreement that ended in a failure.", "you.conflict")
    assert stories_for(asked, (FAILURE, CONFLICT, both))[0] == both


def test_of_equal_tags_the_shared_words_decide() -> None:
    other = a_story(5, "I forgot to renew a certificate.", "failure", "learning")
    asked = behavioural("Tell me about a release that failed on a Friday.", "you.failure")
    assert stories_for(asked, (other, FAILURE)) == (FAILURE, other)


def test_of_equals_the_one_that_rested_longest_comes_first() -> None:
    asked = behavioural("Tell me about a failure.", "you.failure")
    rested = replace(FAILURE, id=a_story(6, "").id, last_used_at=NOON)
    used = replace(FAILURE, last_used_at=NOON + timedelta(days=1))
    assert stories_for(asked, (used, rested)) == (rested, used)
    assert stories_for(asked, (used, rested, replace(rested, last_used_at=None)))[0].last_used_at is None


def test_words_alone_fit_if_they_are_several() -> None:
    untagged = a_story(7, "The shops in the north sent their sales by fax, and I taught the clerks to scan them.")
    asked = behavioural("Tell me about a time when clerks in shops taught you about sales.")
    assert stories_for(asked, (untagged,)) == (untagged,)
    asked = behavioural("Tell me about a time when you worked with shops.")
    assert stories_for(asked, (untagged,)) == ()


def test_a_tag_of_ones_own_fits_where_it_is_said() -> None:
    own = a_story(8, "We came third of two hundred.", "kaggle contest")
    assert stories_for(behavioural("Have you ever entered a contest on Kaggle?"), (own,)) == (own,)
    assert stories_for(behavioural("Have you ever entered a contest?"), (own,)) == ()


def test_a_passing_topic_is_no_fit() -> None:
    """Business sense comes up in nearly every round; it makes a story fit only where it leads."""
    asked = behavioural(
        "Your manager demanded something impossible. What did you do?", "you.conflict", "you.business-sense"
    )
    assert stories_for(asked, (IMPACT,)) == ()


@pytest.mark.parametrize(
    "asked",
    [
        behavioural("Tell me about a time when you calmed an angry passenger."),
        behavioural("Why do you want to work for us?", "you.why-this-company", kind=Kind.SHORT),
        a_question("dropout", "What is a failure mode of dropout?"),
        behavioural("Our pipeline failed. Think aloud about the mistake.", "you.failure", kind=Kind.THINK_ALOUD),
    ],
)
def test_where_none_fits_none_is_offered(asked: object) -> None:
    assert stories_for(asked, ALL) == ()  # type: ignore[arg-type]


def test_without_stories_none_is_offered() -> None:
    assert stories_for(behavioural("Tell me about a failure.", "you.failure"), ()) == ()


def test_what_asks_for_a_story_and_what_does_not() -> None:
    short = replace(behavioural("What do you do?", "you.ethics"), kind=Kind.SHORT)
    assert asks_for_a_story(short)
    assert not asks_for_a_story(replace(short, rounds=(Round.TECHNICAL_SCREENING,)))
    assert asks_for_a_story(a_question("own", "Tell me about a time when you were late."))
    assert not asks_for_a_story(a_question("own", "What is the time complexity?"))


def test_the_bank_asks_for_stories_in_its_behavioural_questions_only() -> None:
    asking = [question for question in Bank.load().questions if asks_for_a_story(question)]
    assert {question.kind for question in Bank.load().questions if question not in asking} >= {Kind.SHORT, Kind.QUICK}
    assert all(any(topic.startswith("you.") for topic in question.topics) for question in asking)
    assert len(asking) > 20
