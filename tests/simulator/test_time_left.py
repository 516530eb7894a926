"""Nothing is said of the time left until there is something to go by."""

from __future__ import annotations

from simulator.time_left import TimeLeft


def test_what_is_left_takes_as_long_as_what_is_done() -> None:
    left = TimeLeft(100.0)
    assert left.after(25.0, 100.0, 110.0) == 30.0
    assert left.after(100.0, 100.0, 140.0) == 0.0


def test_too_soon_or_too_little_says_nothing() -> None:
    left = TimeLeft(100.0)
    assert left.after(25.0, 100.0, 102.0) is None
    assert left.after(1.0, 100.0, 120.0) is None
    assert left.after(0.0, 0.0, 120.0) is None
