"""The curves of progress."""

from __future__ import annotations

from simulator.analysis.rules import DEFAULT_RULES
from tests.ui.samples import sample_points
from ui.words.trends import SHOWN_SESSIONS, shown_points, trends_of


def test_one_session_is_no_trend() -> None:
    assert trends_of(sample_points(1)) == ()
    assert len(trends_of(sample_points(2))) == 4


def test_what_was_not_measured_stays_a_gap() -> None:
    fillers = trends_of(sample_points(12))[0]
    assert fillers.values[2] is None
    assert fillers.texts[2] == "not measured"
    assert "not measured in 1 interview" in fillers.summary


def test_points_are_put_in_order_of_time_and_only_the_newest_shown() -> None:
    points = sample_points(SHOWN_SESSIONS + 5)
    shown = shown_points(tuple(reversed(points)))
    assert shown == points[5:]


def test_the_last_value_is_compared_with_the_mean_before() -> None:
    within = trends_of(sample_points(3))[2]
    assert within.latest == "50%"
    assert within.summary == "48% on average before"


def test_the_bands_are_those_of_the_rules_in_use() -> None:
    rules = DEFAULT_RULES.with_band("pace_low_wpm", 90).with_band("unremarkable_per_minute", 7)
    fillers, pace, *_ = trends_of(sample_points(3), rules)
    assert (fillers.band, pace.band) == ((0.0, 7.0), (90.0, 165.0))
