from __future__ import annotations

import pytest

from simulator.analysis.english.word_forms import (
    ends_clause,
    ends_sentence,
    is_acronym,
    normalise,
    parts,
    stem,
    tokens_of,
)
from simulator.transcript import Word


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Overfitting,", "overfitting"),
        ("“Noise”", "noise"),
        ("don’t", "don't"),
        ("0.5.", "0.5"),
        ("C++", "c++"),
        ("—", ""),
    ],
)
def test_normalise_strips_what_is_around_a_word(written: str, plain: str) -> None:
    assert normalise(written) == plain


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("cross-validation", ("cross", "validation")),
        ("k-means++", ("k", "means++")),
        ("train/test", ("train", "test")),
        ("five-fold", ("5", "fold")),
        ("99%", ("99", "percent")),
        ("…", ()),
    ],
)
def test_parts(written: str, pieces: tuple[str, ...]) -> None:
    assert parts(written) == pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("penalise", "penalises"),
        ("penalising", "penalized"),
        ("regularisation", "regularise"),
        ("regularization", "regularisation"),
        ("labelled", "label"),
        ("analysis", "analyse"),
        ("matrices", "matrix"),
        ("chose", "choose"),
        ("behaviour", "behaviors"),
        ("centre", "center"),
        ("overfitting", "overfit"),
        ("classification", "classifier"),
    ],
)
def test_inflections_and_spellings_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("net", "network"),
        ("regular", "regularise"),
        ("normal", "normalise"),
        ("general", "generalise"),
        ("variance", "variant"),
        ("positive", "position"),
        ("useful", "use"),
        ("probably", "probability"),
        ("production", "product"),
        ("objective", "object"),
        ("important", "import"),
        ("partly", "part"),
        ("actually", "actual"),
        ("timing", "time"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_both_parts_of_a_word_point_back_to_it() -> None:
    tokens = tokens_of((Word("Um,", 0, 1), Word("early-stopping", 1, 2)), skip=frozenset({0}))
    assert [(token.text, token.word_index) for token in tokens] == [("early", 1), ("stopping", 1)]


@pytest.mark.parametrize(
    ("written", "is_end"), [("noise.", True), ("right?", True), ('so."', True), ("0.5", False), ("but,", False)]
)
def test_ends_sentence(written: str, is_end: bool) -> None:
    assert ends_sentence(Word(written, 0, 1)) is is_end


def test_a_comma_ends_a_clause() -> None:
    assert ends_clause(Word("but,", 0, 1))
    assert not ends_clause(Word("but", 0, 1))


def test_an_acronym_is_two_capitals_or_more() -> None:
    assert is_acronym("HMM,")
    assert not is_acronym("Hmm")
    assert not is_acronym("A")
