"""Where cues stand in an answer: numbers as numbers, words as words."""

from __future__ import annotations

import pytest

from simulator.analysis.key_points.cues import Cue, SpokenWords
from simulator.analysis.utterance import Utterance


def is_hit(cue: str, answer: str) -> bool:
    sought = Cue.of(cue)
    return any(SpokenWords(Utterance.typed(answer), (sought,)).places(sought))


@pytest.mark.parametrize(
    ("cue", "answer"),
    [
        ("600 per second", "We had six hundred requests per second."),
        ("six hundred per second", "We had 600 per second."),
        ("1 in 1,000", "It comes in one in a thousand people."),
        ("one in a thousand", "It comes in 1 in 1,000 people."),
        ("10,000", "Take ten thousand people."),
        ("10,000", "Take 10000 people."),
        ("10,000", "Take 10k people."),
        ("30k", "About thirty thousand rows."),
        ("589,824", "That makes 589824 weights."),
        ("589,824", "That makes five hundred and eighty-nine thousand eight hundred and twenty-four weights."),
        ("two hundred and fifty six", "It has 256 units."),
        ("256 units", "It has two hundred fifty-six units."),
        ("0.3", "The threshold is point three."),
        ("0.3", "The threshold is .3, I think."),
        ("point three", "The threshold is 0.30."),
        ("50 percent", "It is right in fifty per cent of the cases."),
        ("fifty per cent", "It is right 50% of the time."),
        ("50 %", "It is right 50 percent of the time."),
        ("95th percentile", "I look at the ninety-fifth percentile."),
        ("five-fold", "I use 5-fold cross-validation."),
    ],
)
def test_a_number_is_the_same_said_and_written(cue: str, answer: str) -> None:
    assert is_hit(cue, answer)


@pytest.mark.parametrize(
    ("cue", "answer"),
    [
        ("10,000", "Take ten people."),
        ("10,000", "Take ten people, and a thousand of the others."),
        ("thousand points", "Take two thousand points."),
        ("600 per second", "We had six per second."),
        ("0.3", "There were three of them."),
        ("0.3", "There were 3 of them."),
        ("point three", "That is my point: three of them failed."),
        ("256", "It was in two of the fifty-six cases."),
        ("23 rows", "There were twenty, three rows of them broken."),
        ("1 in 1,000", "One of them is in the first row."),
        ("2 s", "Give me a second."),
        ("1st place", "First, I place the data."),
    ],
)
def test_no_other_number_and_no_word_is_that_number(cue: str, answer: str) -> None:
    assert not is_hit(cue, answer)


def test_a_number_of_several_words_is_one_place() -> None:
    cue = Cue.of("2,500 rows")
    spoken = SpokenWords(Utterance.typed("Some two thousand, um, five hundred rows."), (cue,))
    assert not any(spoken.places(cue))
    spoken = SpokenWords(Utterance.typed("Some two thousand um five hundred rows."), (cue,))
    (place,) = spoken.places(cue)
    first, *_, last = spoken.pieces[slice(*place)]
    assert (first.first, last.last) == (1, 6)
