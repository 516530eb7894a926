"""A number is the same however it is said or written, and no other; words that are no numbers stay words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.english.numbers import TENS, UNITS, Number, may_begin, number_at

WORDS: Final = {number: word for word, number in (UNITS | TENS).items()}
SCALES: Final = {10**9: "billion", 10**6: "million", 10**3: "thousand"}
NUMBERS: Final = st.one_of(st.integers(0, 9_999), st.integers(0, 10**12 - 1))


def said(number: int, joint: str = "and") -> str:
    """As a person says it; American English leaves out the `joint`."""
    if number < 100:
        return WORDS.get(number) or f"{WORDS[number // 10 * 10]} {WORDS[number % 10]}"
    size, word = next(((size, word) for size, word in SCALES.items() if number >= size), (100, "hundred"))
    start, rest = f"{said(number // size, joint)} {word}", number % size
    if not rest:
        return start
    return f"{start} {joint} {said(rest, joint)}" if rest < 100 and joint else f"{start} {said(rest, joint)}"


def read(text: str) -> str | None:
    """The number that the whole text is."""
    words = text.split()
    number = number_at(words)
    return number.text if number and number.word_count == len(words) else None


@given(NUMBERS, st.sampled_from(["and", ""]))
def test_a_number_said_is_the_number_written(number: int, joint: str) -> None:
    assert may_begin(said(number, joint).split()[0])
    assert read(said(number, joint)) == read(str(number)) == read(f"{number:,}") == str(number)


@given(NUMBERS, NUMBERS)
def test_two_numbers_are_never_one(one: int, other: int) -> None:
    assert (read(said(one)) == read(f"{other:,}")) is (one == other)


@given(st.integers(0, 99), st.integers(0, 9_999).map(lambda number: f"{number:04}"))
def test_what_stands_behind_a_point_is_said_figure_by_figure(whole: int, rest: str) -> None:
    behind = " ".join(WORDS[int(figure)] for figure in rest)
    assert read(f"{said(whole)} point {behind}") == read(f"{whole}.{rest}")
    assert read(f"{whole} point {rest}") == read(f"{whole}.{rest}") == f"{Decimal(f'{whole}.{rest}').normalize():f}"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("30k", "30000"),
        ("thirty k", "30000"),
        ("30 thousand", "30000"),
        ("a thousand", "1000"),
        ("fifteen hundred", "1500"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("1.5 billion", "1500000000"),
        ("2bn", "2000000000"),
        ("a hundred and fifty thousand", "150000"),
        ("point three", "0.3"),
        ("nought point three", "0.3"),
        ("0.30", "0.3"),
        ("zero point oh five", "0.05"),
        ("point twenty five", "0.25"),
        ("ninety fifth", "95th"),
        ("twenty first", "21st"),
        ("ninetieth", "90th"),
    ],
)
def test_the_ways_to_say_a_number(text: str, figures: str) -> None:
    assert read(text) == figures
    assert may_begin(text.split()[0])


@pytest.mark.parametrize(
    "text",
    ["a second", "first", "a few", "second", "point", "half a day", "hundreds", "someone", "and", "k means", "000"],
)
def test_words_that_are_no_numbers_stay_words(text: str) -> None:
    assert number_at(text.split()) is None


@pytest.mark.parametrize(
    ("text", "start", "number"),
    [
        ("one of them", 0, Number("1", 1)),
        ("twenty twenty", 0, Number("20", 1)),
        ("one two three", 0, Number("1", 1)),
        ("a hundred and two hundred", 0, Number("100", 2)),
        ("a thousand and two thousand", 0, Number("1000", 2)),
        ("between a hundred and fifty", 1, Number("100", 2)),
        ("between a thousand and twenty", 1, Number("1000", 2)),
        ("ten k fold", 0, Number("10", 1)),
        ("my point two", 1, None),
        ("a few thousand", 1, None),
        ("a few thousand", 2, None),
    ],
)
def test_a_number_ends_where_another_begins(text: str, start: int, number: Number | None) -> None:
    assert number_at(text.split(), start) == number
