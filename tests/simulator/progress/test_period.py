from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from simulator.progress.period import MOST_STRETCHES, Period, StretchKind, stretches_of, week_of
from tests.simulator.progress.builders import TODAY


@pytest.mark.parametrize(("first_weekday", "begin"), [(0, 16), (5, 14), (6, 15)])
def test_a_week_begins_where_the_users_weeks_begin(first_weekday: int, begin: int) -> None:
    assert week_of(TODAY, first_weekday) == date(2026, 3, begin)
    assert week_of(date(2026, 3, begin), first_weekday) == date(2026, 3, begin)


@pytest.mark.parametrize(("period", "count"), [(Period.FOUR_WEEKS, 4), (Period.THREE_MONTHS, 13), (Period.YEAR, 53)])
def test_a_period_is_whole_weeks_up_to_this_one(period: Period, count: int) -> None:
    weeks = stretches_of(period, TODAY, 0, date(2001, 1, 1))
    assert len(weeks) == count
    assert weeks[-1].begin <= TODAY < weeks[-1].end
    assert all(before.end == after.begin for before, after in pairwise(weeks))


@pytest.mark.parametrize(
    ("days_ago", "kind"),
    [(0, StretchKind.WEEK), (300, StretchKind.WEEK), (500, StretchKind.MONTH), (3000, StretchKind.QUARTER),
     (9000, StretchKind.YEAR), (40_000, StretchKind.YEAR)],
)  # fmt: skip
def test_all_there_is_goes_back_to_the_first_answer_in_few_enough_stretches(days_ago: int, kind: StretchKind) -> None:
    earliest = TODAY - timedelta(days=days_ago)
    found = stretches_of(Period.ALL, TODAY, 0, earliest)
    assert found[0].begin <= earliest < found[0].end
    assert found[-1].begin <= TODAY < found[-1].end
    assert {one.kind for one in found} == {kind}
    assert len(found) <= MOST_STRETCHES or kind is StretchKind.YEAR
    assert all(before.end == after.begin for before, after in pairwise(found))


def test_without_an_answer_or_with_one_of_tomorrow_there_is_this_week() -> None:
    assert len(stretches_of(Period.ALL, TODAY, 0)) == 1
    assert len(stretches_of(Period.ALL, TODAY, 0, TODAY + timedelta(days=20))) == 1


def test_a_stretch_is_whole_days_of_the_user() -> None:
    week = stretches_of(Period.FOUR_WEEKS, TODAY, 0)[-1]
    begin, end = (moment.astimezone() for moment in week.moments)
    assert (begin.date(), end.date()) == (week.begin, week.end)
    assert (begin.hour, end.hour) == (0, 0)
