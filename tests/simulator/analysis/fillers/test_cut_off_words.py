from __future__ import annotations

import pytest

from simulator.analysis.fillers.cut_off_words import cut_off, is_taken_up_again, is_the_beginning_of
from simulator.transcript import Word


@pytest.mark.parametrize(
    ("written", "letters"),
    [("th-", "th"), ("(Over-", "Over"), ("bet—", "bet"), ("gate:-", ""), ("L1-", ""), ("-", ""), ("k-means", "")],
)
def test_what_may_be_cut_off(written: str, letters: str) -> None:
    assert cut_off(Word(written, 0, 1)) == letters


@pytest.mark.parametrize(
    ("broken", "following"), [("th", "think"), ("Over", "overfitting,"), ("T", "TensorFlow"), ("k", "k-means")]
)
def test_a_word_that_goes_on_as_it_began_was_cut_off(broken: str, following: str) -> None:
    assert is_the_beginning_of(broken, following)


@pytest.mark.parametrize(
    ("broken", "following"), [("over", "and"), ("sum", "that"), ("B", "because"), ("NOTE", "notes"), ("gate", "gate")]
)
def test_any_other_hyphen_is_none(broken: str, following: str) -> None:
    assert not is_the_beginning_of(broken, following)


def test_words_that_share_an_end_are_not_begun_again() -> None:
    assert is_the_beginning_of("a", "and", "then")
    assert not is_the_beginning_of("a", "and", "b-branch")


def test_a_last_word_is_cut_off_if_it_was_said_whole_before() -> None:
    assert is_taken_up_again("th", ["i", "think", "i"])
    assert not is_taken_up_again("th", ["we", "tried"])
