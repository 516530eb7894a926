from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.ui.samples import NOW, sample_summary
from ui.words.last_interview import LastFigure, last_figures, last_time_heading

LAST = replace(sample_summary(), within_target=2, answer_count=3, filler_sounds_per_minute=2.0, time_to_point_s=9.0)


def test_the_day_is_named_as_one_says_it() -> None:
    day = LAST.started_at.astimezone().date()
    assert last_time_heading(LAST, day) == "Last time, today"
    assert last_time_heading(LAST, day + timedelta(days=1)) == "Last time, yesterday"
    assert last_time_heading(replace(LAST, started_at=NOW), day + timedelta(days=9)).startswith("Last time, Thursday ")


def test_less_is_better_and_says_by_how_much() -> None:
    before = replace(LAST, filler_sounds_per_minute=3.5, time_to_point_s=7.0)
    assert list(last_figures(LAST, before)) == [
        LastFigure("Within target", "2 of 3", "answers"),
        LastFigure("Filler sounds", "2.0", "a minute", "↓ 1.5", "green"),
        LastFigure("Time to the point", "9 s", "", "↑ 2 s", "amber"),
    ]


def test_what_cannot_be_compared_did_not_move() -> None:
    for before in (None, LAST, replace(LAST, filler_sounds_per_minute=None, time_to_point_s=None)):
        assert {figure.moved for figure in last_figures(LAST, before)} == {""}


def test_what_was_not_measured_is_left_out() -> None:
    unmeasured = replace(LAST, filler_sounds_per_minute=None, time_to_point_s=None)
    assert [figure.name for figure in last_figures(unmeasured, LAST)] == ["Within target"]
    assert not list(last_figures(replace(unmeasured, within_target=0, timed_answers=0), LAST))
