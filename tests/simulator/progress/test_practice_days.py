from __future__ import annotations

from datetime import timedelta

from simulator.progress.practice_days import DEEPEST, PracticeDay, calendar_days, calendar_of
from tests.simulator.progress.builders import TODAY


def test_the_calendar_is_a_year_of_weeks_and_ends_today() -> None:
    calendar = calendar_of([(TODAY, 4), (TODAY - timedelta(days=1), 2)], TODAY, 0)
    assert len(calendar.weeks) == 53
    assert {len(week) for week in calendar.weeks[:-1]} == {7}
    assert calendar.weeks[-1][-1] == PracticeDay(TODAY, 4)
    assert calendar.weeks[0][0].day.weekday() == 0
    assert (len(calendar.practised), calendar.answers) == (2, 6)


def test_weeks_begin_where_the_users_weeks_begin() -> None:
    assert calendar_days(TODAY, 6)[0].weekday() == 6


def test_more_answers_are_deeper() -> None:
    depths = [PracticeDay(TODAY, answers).depth for answers in (0, 1, 3, 6, 10, 99)]
    assert depths == [0, 1, 2, 3, DEEPEST, DEEPEST]
