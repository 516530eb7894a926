"""Fields and entries come back as they went in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from question_bank.exchange.line_syntax import (
    escape,
    join_entries,
    join_fields,
    split_entries,
    split_fields,
    unescape,
)  # fmt: skip

_WORDS = st.text(st.sampled_from("ab0 \\;,:|"), min_size=1).map(str.strip).filter(bool)


@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_fields_come_back(fields: list[str]) -> None:
    assert [unescape(field) for field in split_fields(join_fields(map(escape, fields)))] == fields


@given(st.lists(_WORDS, max_size=4))
def test_entries_come_back_within_fields(entries: list[str]) -> None:
    first, second = split_fields(join_fields(["text", join_entries(entries)]))
    assert (first, split_entries(second)) == ("text", entries)


def test_what_people_write_without_thinking_of_the_signs_stays() -> None:
    assert split_fields(r"P(A | B) = \frac{a}{b}, a[::2]") == [r"P(A | B) = \frac{a}{b}, a[::2]"]
    assert unescape(r"\frac{a}{b}") == r"\frac{a}{b}"
    assert split_entries("one, two;three ;; ") == ["one", "two", "three"]


def test_the_comma_of_a_number_separates_nothing() -> None:
    assert split_entries("10,000 days, 1,000,000; 3,14, 5,0000") == ["10,000 days", "1,000,000", "3", "14", "5", "0000"]
