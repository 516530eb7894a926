"""Going on by itself after feedback: long enough to read, and never against the user's will."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.interview.going_on import LONGEST_S, SHORTEST_S, GoingOn, reading_s


@pytest.mark.parametrize(("words", "seconds"), [(0, 8.0), (18, 8.0), (60, 22.0), (120, 42.0), (1000, 45.0)])
def test_long_feedback_has_its_time(words: int, seconds: float) -> None:
    assert reading_s(words) == pytest.approx(seconds)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_words_never_have_less_time(one: int, other: int) -> None:
    fewer, more = sorted((one, other))
    assert SHORTEST_S <= reading_s(fewer) <= reading_s(more) <= LONGEST_S


def test_it_counts_down_to_nought() -> None:
    going_on = GoingOn()
    assert going_on.left_s(100.0) is None
    assert going_on.begin(0, 100.0)
    assert going_on.is_counting
    assert [going_on.left_s(now_s) for now_s in (100.0, 103.0, 108.0, 120.0)] == [8.0, 5.0, 0.0, 0.0]


def test_who_stays_stays() -> None:
    going_on = GoingOn()
    going_on.begin(0, 100.0)
    assert going_on.stay()
    assert going_on.left_s(200.0) is None
    assert not going_on.stay()
    assert not going_on.begin(0, 200.0), "feedback that shows again counts nothing down again"


def test_who_is_busy_before_it_begins_stays_too() -> None:
    going_on = GoingOn()
    assert not going_on.stay()
    assert not going_on.begin(0, 100.0)


def test_feedback_that_shows_again_has_no_more_time() -> None:
    going_on = GoingOn()
    going_on.begin(0, 100.0)
    assert not going_on.begin(500, 104.0)
    assert going_on.left_s(104.0) == 4.0


def test_the_next_answer_is_counted_down_anew() -> None:
    going_on = GoingOn()
    going_on.begin(0, 100.0)
    going_on.stay()
    going_on.forget()
    assert not going_on.is_counting
    assert going_on.begin(0, 300.0)
