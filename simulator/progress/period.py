"""Which days progress is shown of, and the weeks they are counted by. The clock and the first weekday are handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from simulator.schedule import local_day

MOST_STRETCHES: Final = 53  # as many weeks as touch a year
_WEEKS: Final = {"4 weeks": 4, "3 months": 13, "year": MOST_STRETCHES}


class Period(StrEnum):
    """How far back one looks, this week included."""

    FOUR_WEEKS = "4 weeks"
    THREE_MONTHS = "3 months"
    YEAR = "year"
    ALL = "all"


class Practice(StrEnum):
    """What is looked at: in a drill one answers otherwise than in an interview."""

    EVERYTHING = "everything"
    INTERVIEWS = "interviews"
    DRILLS = "drills"


class StretchKind(StrEnum):
    """What one column, or one point, stands for."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_TOGETHER: Final = {1: StretchKind.MONTH, 3: StretchKind.QUARTER, 12: StretchKind.YEAR}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole days of the user, from `begin` up to and without `end`."""

    begin: date
    end: date
    kind: StretchKind = StretchKind.WEEK

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """When it begins and ends, in UTC."""
        return local_day(self.begin)[0], local_day(self.end)[0]


def week_of(day: date, first_weekday: int) -> date:
    """The first day of the week that `day` is in; weeks begin on `first_weekday`, 0 being Monday."""
    return day - timedelta(days=(day.weekday() - first_weekday) % 7)


def stretches_of(period: Period, today: date, first_weekday: int, earliest: date | None = None) -> tuple[Stretch, ...]:
    """The weeks of a period, oldest first, the last of them that of `today`.

    All there is goes back to `earliest`, the day of the first answer (None: there is none); in months, quarters or
    years where it would be more than `MOST_STRETCHES` weeks.
    """
    this_week = week_of(today, first_weekday)
    if period is not Period.ALL:
        return _weeks(this_week, _WEEKS[period])
    first = min(earliest or today, today)
    count = (this_week - week_of(first, first_weekday)).days // 7 + 1
    return _weeks(this_week, count) if count <= MOST_STRETCHES else _months(first, today)


def _weeks(last: date, count: int) -> tuple[Stretch, ...]:
    begins = (last - timedelta(weeks=back) for back in range(count - 1, -1, -1))
    return tuple(Stretch(begin, begin + timedelta(weeks=1)) for begin in begins)


def _months(first: date, today: date) -> tuple[Stretch, ...]:
    """The finest of months, quarters and years that is not too many."""
    together = next(
        (months for months in _TOGETHER if _month(today) // months - _month(first) // months < MOST_STRETCHES), 12
    )
    numbers = range(_month(first) // together, _month(today) // together + 1)
    return tuple(Stretch(_begin(at * together), _begin((at + 1) * together), _TOGETHER[together]) for at in numbers)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _begin(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
