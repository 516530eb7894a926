"""Times and days as people write them: 1:52, 9 s, Thursday 19 November. Wording only; no clock is read here."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from simulator.analysis.timecode import clock, rate_words, seconds_over, short_seconds

__all__ = [
    "clock", "counted", "day_and_month", "day_words", "full_day", "month_name", "number_word", "rate_words",
    "seconds_over", "short_day", "short_seconds", "time_of_day", "weekday_name",
]  # fmt: skip

# Python's own %A and %B follow the locale of the process; the rest of the program speaks British English.
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_words(day: date, today: date) -> str:
    """The day as one says it: Today, Yesterday, Thursday 19 November, and with the year if it is another one."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    words = full_day(day)
    return words.removesuffix(f" {day.year}") if day.year == today.year else words


def full_day(day: date) -> str:
    """Thursday 19 November 2026."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """19 November."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def short_day(day: date) -> str:
    """19 Nov."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def month_name(day: date) -> str:
    """November."""
    return _MONTHS[day.month - 1]


def weekday_name(day: date) -> str:
    """Thursday."""
    return _WEEKDAYS[day.weekday()]


def time_of_day(moment: datetime) -> str:
    """Hours and minutes of an aware moment, in the time of this computer."""
    return f"{moment.astimezone():%H:%M}"


def counted(count: int, one: str, many: str = "") -> str:
    """`1 answer`, `3 answers`."""
    return f"{count} {one}" if count == 1 else f"{count} {many or one + 's'}"


def number_word(count: int) -> str:
    """`three`; a number above ten in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
