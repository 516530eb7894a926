"""Slips come from what was heard; a denial is never one of them."""

import random

from tests.answers.labelled import HeardStatement
from tests.training.pairs import Pair
from tests.training.slips import Slips, as_heard, with_slips

SAID = "The training set is not shuffled"


def _heard(heard: str, said: str = SAID) -> HeardStatement:
    return HeardStatement("q", "p", "made", said, heard, "hibari", 3)


def _often(slips: Slips, text: str) -> set[str]:
    chance = random.Random(1)
    return {slips.heard(text, chance) for _ in range(300)}


def test_a_word_is_heard_as_it_was_heard_before() -> None:
    slips = Slips.of([_heard("The trading set is not shuffled.")])
    assert "trading" in " ".join(_often(slips, "training"))


def test_a_lost_word_is_a_slip_and_a_lost_denial_is_none() -> None:
    slips = Slips.of([_heard("The training set not shuffled"), _heard("The training set is shuffled")])
    found = _often(slips, SAID)
    assert "The training set not shuffled" in found
    assert all("not" in text.split() for text in found)


def test_one_word_can_fall_apart() -> None:
    slips = Slips.of([_heard("the over fitting", "the overfitting")])
    assert any("over fitting" in text for text in _often(slips, "Overfitting."))


def test_a_longer_word_slips_into_one_that_begins_like_it() -> None:
    slips = Slips.of([], ["predictions precision increases decreases"])
    found = " ".join(_often(slips, "prediction increases"))
    assert "predictions" in found
    assert "decreases" not in found


def test_a_share_of_the_pairs_has_slips() -> None:
    slips = Slips.of([_heard("trading", "training")])
    pairs = [Pair("c", "training", "made")] * 200
    found = with_slips(pairs, slips, 0.5, random.Random(1))
    assert 0 < sum(pair.said == "trading" for pair in found) < 150
    assert with_slips(pairs, slips, 0.0, random.Random(1)) == pairs


def test_what_was_heard_stands_beside_its_claim() -> None:
    assert as_heard([_heard("x"), _heard("")], {("q", "p"): "claim"}) == [Pair("claim", "x", "made")]
