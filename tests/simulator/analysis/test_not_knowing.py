from __future__ import annotations

import pytest

from simulator.analysis.not_knowing import clauses_not_known, is_not_known
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
    assert is_not_known(clause.split())


@pytest.mark.parametrize(
    "clause",
    [
        "i wouldn't put a message in there",
        "penalties we didn't bother with",
        "it has nothing to do with momentum",
        "trees don't care about scale",
        "that is not the probability of the hypothesis",
        "i don't only look at accuracy",
        "the skip connection adds the input",
        "you can't differentiate accuracy",
        "the test set is never used for training",
        "from the loss you can't tell which one it is",
    ],
)
def test_what_is_denied_of_a_thing_or_put_aside_is_known(clause: str) -> None:
    assert not is_not_known(clause.split())


def test_only_the_clause_that_says_so_is_named() -> None:
    utterance = heard("The batch is normalised by its mean and spread. I don't remember why it helps.")
    (clause,) = clauses_not_known(utterance)
    assert utterance.words[clause.first].text == "I"


def test_hesitation_does_not_hide_it() -> None:
    assert len(clauses_not_known(heard("I um don't uh know anything about sharding."))) == 1
