"""Times and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from ui.words.times import clock, counted, day_words, full_day, short_seconds

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (58.9, "0:58"), (112, "1:52"), (3600, "1:00:00"), (-3, "0:00")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(1.2, "1.2 s"), (9, "9 s"), (9.97, "10 s"), (22.4, "22 s"), (89.6, "89 s"), (100, "1:40")]
)
def test_short_seconds(seconds: float, text: str) -> None:
    assert short_seconds(seconds) == text


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (THURSDAY, "Today"),
        (date(2026, 11, 18), "Yesterday"),
        (date(2026, 11, 12), "Thursday 12 November"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_day_words(day: date, words: str) -> None:
    assert day_words(day, THURSDAY) == words


def test_a_leap_day_has_a_full_date() -> None:
    assert full_day(date(2028, 2, 29)) == "Tuesday 29 February 2028"


def test_one_is_not_many() -> None:
    assert counted(1, "answer") == "1 answer"
    assert counted(0, "repeat or restart", "repeats or restarts") == "0 repeats or restarts"
