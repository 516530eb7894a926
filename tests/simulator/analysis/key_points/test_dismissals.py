from __future__ import annotations

import pytest

from simulator.analysis.key_points.dismissals import Dismissal, dismissal_of, dismissed_clauses
from tests.simulator.analysis.speaking import heard


@pytest.mark.parametrize(
    "clause",
    [
        "salting i couldn't tell you how that goes",
        "i've never used spark",
        "and i don't care about label noise",
        "the whole model no idea",
        "scales i'd rather not talk about",
    ],
)
def test_what_the_speaker_does_not_know_is_seen(clause: str) -> None:
    assert dismissal_of(clause.split()) is Dismissal.NOT_KNOWN


@pytest.mark.parametrize(
    "clause",
    [
        "i wouldn't put a message in there",
        "penalties we didn't bother with",
        "suppression isn't needed then",
        "and we really never look at recall",
        "it has nothing to do with momentum",
    ],
)
def test_what_is_put_aside_is_seen(clause: str) -> None:
    assert dismissal_of(clause.split()) is Dismissal.PUT_ASIDE


@pytest.mark.parametrize(
    "clause",
    [
        "trees don't care about scale",
        "that is not the probability of the hypothesis",
        "i don't only look at accuracy",
        "the skip connection adds the input",
        "you can't differentiate accuracy",
        "the test set is never used for training",
        "from the loss you can't tell which one it is",
    ],
)
def test_what_is_denied_of_a_thing_is_still_said(clause: str) -> None:
    assert dismissal_of(clause.split()) is Dismissal.NONE


def test_only_the_clause_that_lets_go_is_named() -> None:
    utterance = heard("The batch is normalised by its mean and spread. I don't remember why it helps.")
    ((clause, how),) = dismissed_clauses(utterance)
    assert how is Dismissal.NOT_KNOWN
    assert utterance.words[clause.first].text == "I"


def test_hesitation_does_not_hide_it() -> None:
    utterance = heard("I um don't uh know anything about sharding.")
    assert [how for _, how in dismissed_clauses(utterance)] == [Dismissal.NOT_KNOWN]
