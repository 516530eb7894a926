"""One of several answers to a question, in a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from simulator.light import Light
from simulator.store.other_answers import OtherAnswer
from simulator.store.records import AnswerId, SessionId
from tests.ui.samples import NOW
from ui.words.other_answers import EARLIER, OTHER, facts_of, heading_of, when_given

GIVEN = OtherAnswer(AnswerId(4), SessionId(2), NOW - timedelta(days=1), 112.0, Light.AMBER, 4, 6, 0, True)


def test_the_heading_says_earlier_only_where_all_are() -> None:
    assert heading_of([GIVEN], NOW) == EARLIER
    assert heading_of([GIVEN, replace(GIVEN, started_at=NOW + timedelta(days=1))], NOW) == OTHER
    assert heading_of([replace(GIVEN, started_at=None)], NOW) == OTHER


def test_a_line_says_when_how_long_and_how_many_points() -> None:
    assert when_given(GIVEN, date(2026, 11, 19)).startswith("Yesterday, ")
    assert when_given(replace(GIVEN, started_at=None), date(2026, 11, 19)) == "Date unknown"
    assert facts_of(GIVEN) == "1:52 ▲ a little over · 4 of 6 key points"
    assert facts_of(replace(GIVEN, points_contrary=1)).endswith("4 of 6 key points, 1 the opposite")


def test_what_was_not_measured_is_not_told() -> None:
    assert facts_of(replace(GIVEN, light=None, points_asked=None, points_made=None)) == "1:52"
    assert facts_of(replace(GIVEN, light=None, answered_s=None, points_asked=0)) == "Not measured"
