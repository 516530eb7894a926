"""Times as sentences show them, of a moment and of more than an hour."""

from __future__ import annotations

import pytest

from simulator.analysis.timecode import clock, rate_words, seconds_over, short_seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (58.9, "0:58"), (67, "1:07"), (3599, "59:59"), (3600, "1:00:00"), (3723, "1:02:03"), (-3, "0:00")],
)
def test_a_time_reads_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(1.24, "1.2 s"), (9, "9 s"), (9.97, "10 s"), (12.9, "12 s"), (99, "1:39")]
)
def test_a_stretch_of_time_is_rounded_down_as_on_a_clock(seconds: float, text: str) -> None:
    assert short_seconds(seconds) == text


def test_what_is_over_is_said_from_a_second_on() -> None:
    assert [seconds_over(over_s) for over_s in (0.0, 0.9, 9.7)] == ["", "", "9 s over"]


def test_a_rate_has_its_margin_beside_it() -> None:
    assert rate_words(6.68) == "6.7 a minute"
    assert rate_words(7.5, 7.5) == "7.5 a minute, give or take 7.5"
