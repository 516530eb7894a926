"""On which days anything was answered: the squares of a calendar, week by week. Nothing is said of days without."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from simulator.progress.period import MOST_STRETCHES, week_of

_STEPS: Final = (1, 3, 6, 10)  # answers a day from which a square is drawn deeper; our own
DEEPEST: Final = len(_STEPS)


@dataclass(frozen=True, slots=True)
class PracticeDay:
    """A day and how many answers were given on it."""

    day: date
    answers: int

    @property
    def depth(self) -> int:
        """0 for none, up to `DEEPEST`."""
        return sum(self.answers >= step for step in _STEPS)


@dataclass(frozen=True, slots=True)
class PracticeCalendar:
    """The weeks of about a year, oldest first, each from its first weekday on; the last one ends today."""

    weeks: tuple[tuple[PracticeDay, ...], ...] = ()

    @property
    def days(self) -> tuple[PracticeDay, ...]:
        """Every day, oldest first."""
        return tuple(day for week in self.weeks for day in week)

    @property
    def practised(self) -> tuple[PracticeDay, ...]:
        """The days with an answer, oldest first."""
        return tuple(day for day in self.days if day.answers)

    @property
    def answers(self) -> int:
        """All answers of these days."""
        return sum(day.answers for day in self.days)


def calendar_days(today: date, first_weekday: int) -> tuple[date, ...]:
    """The days of the calendar, oldest first: the week of today and the 52 before it."""
    begin = week_of(today, first_weekday) - timedelta(weeks=MOST_STRETCHES - 1)
    return tuple(begin + timedelta(days=number) for number in range((today - begin).days + 1))


def calendar_of(counts: Iterable[tuple[date, int]], today: date, first_weekday: int) -> PracticeCalendar:
    """The calendar, from the number of answers of each day that has any."""
    answers = dict(counts)
    days = [PracticeDay(day, answers.get(day, 0)) for day in calendar_days(today, first_weekday)]
    return PracticeCalendar(tuple(tuple(days[start : start + 7]) for start in range(0, len(days), 7)))
