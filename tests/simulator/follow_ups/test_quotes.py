"""Quotes are what was said, can be said again in one breath, and hold nothing that may have been misheard."""

from __future__ import annotations

import pytest

from simulator.analysis.utterance import Utterance
from simulator.follow_ups.quotes import quote_of, quote_or_fragment_of, touched_words

CLAIM = "At prediction time, all units are active."


def quote(said: str, *unsure: int, is_fragment_fine: bool = False) -> str:
    utterance = Utterance.typed(said)
    cut = quote_or_fragment_of if is_fragment_fine else quote_of
    return cut(utterance, range(len(utterance.words)), CLAIM, frozenset(unsure))


def test_of_several_sentences_the_one_about_the_claim_is_quoted() -> None:
    said = "In training they are set to zero. And at prediction half of the units are on. That is all there is to it."
    assert quote(said) == ""  # it begins with "at", and no part of it with a subject
    assert quote(said, is_fragment_fine=True) == "at prediction half of the units are on"
    assert quote("Training is another matter. Half of the units are on at prediction.") == (
        "Half of the units are on at prediction"
    )


def test_what_may_be_misheard_is_not_quoted() -> None:
    assert quote("Half of the units are on at prediction.", 3) == ""
    assert quote("Half of the units are on at prediction.", 3, is_fragment_fine=True) == ""


def test_a_long_sentence_gives_as_much_as_can_be_repeated() -> None:
    said = (
        "As I said before and as everybody in the field will tell you when you ask them about it, prediction is done "
        "with half of the units, and so on and so forth in every library that I have ever come across."
    )
    found = quote(said, is_fragment_fine=True)
    assert found
    assert found in said
    assert 4 <= len(found.split()) <= 18


@pytest.mark.parametrize("said", ["Units.", "Um, uh.", "All on."])
def test_a_few_words_are_no_quote(said: str) -> None:
    assert quote(said, is_fragment_fine=True) == ""


def test_the_words_that_touched_a_point_are_the_beginning_of_their_clause() -> None:
    utterance = Utterance.typed("And it has to do with the gradients, over the steps they get lost.")
    assert touched_words(utterance, 3).startswith("it has to do with the gradients")
