"""A term that is heard wrongly in the same way twice is offered, once, and nothing else is."""

from __future__ import annotations

import pytest

from simulator.transcript import Word
from simulator.vocabulary_offer import HeardTerm, is_offered, term_between, term_of
from simulator.word_corrections import AS_HEARD, WordCorrection


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(word, float(at), at + 0.5) for at, word in enumerate(text.split()))


@pytest.mark.parametrize(
    ("heard", "said", "term"),
    [
        ("K means,", "k-means,", HeardTerm("k means", "k-means")),
        ("tensor flow.", "TensorFlow", HeardTerm("tensor flow", "TensorFlow")),
        ("tensorflow", "TensorFlow", HeardTerm("tensorflow", "TensorFlow")),
        ("see plus plus", "C++", HeardTerm("see plus plus", "C++")),
        ("cross-malibation", "cross-validation", HeardTerm("cross-malibation", "cross-validation")),
    ],
)
def test_a_term_is_told_without_the_punctuation_around_it(heard: str, said: str, term: HeardTerm) -> None:
    assert term_between(words(heard), words(said)) == term


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("model", "model,"),
        ("um", ""),
        ("a", "the"),
        ("are you um", "our"),
        ("long", "a stretch that is far too long"),
        ("1000", "1,000"),
        ("dash", "–"),
    ],
)
def test_what_is_no_term_is_none(heard: str, said: str) -> None:
    assert term_between(words(heard), words(said)) is None


def test_bringing_words_back_puts_no_term_right() -> None:
    assert term_of(AS_HEARD) is None
    assert term_of(WordCorrection(0, words("k means"), None)) is None
    assert term_of(WordCorrection(0, words("k means"), words("k-means"))) == HeardTerm("k means", "k-means")


def test_it_is_offered_the_second_time_unless_it_is_known() -> None:
    term = HeardTerm("k means", "k-means")
    assert [is_offered(term, times, ("Kubeflow",)) for times in (1, 2, 3)] == [False, True, False]
    assert not is_offered(term, 2, ("Kubeflow", "K-Means"))
