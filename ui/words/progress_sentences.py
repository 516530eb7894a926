"""What is said on Progress beside the charts: what is left out, what the days come to, what the marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.progress.period import Period, Practice
from ui.words.shown_table import ShownTable, TableRow
from ui.words.times import counted, full_day

if TYPE_CHECKING:
    from simulator.progress.practice_days import PracticeCalendar, PracticeDay
    from simulator.progress.progress import Progress

SUBTITLE: Final = "Compared only with your own earlier answers. Only measured values are shown."
NOTHING_YET: Final = "Your progress will appear here after your first answers, compared only with your own results."
CURVES_SENTENCE: Final = (
    "Dots are answers, the line is the median of your last ten, and the shaded band is the good range."
    " Select a dot to open its answer."
)
GUESS_SENTENCE: Final = "From the Guess first drill: filled dots show what was measured, rings what you guessed."
OLDER_LEFT_OUT: Final = "The curves show your newest 2,000 answers."
PERIODS: Final = (
    ("4 weeks", Period.FOUR_WEEKS),
    ("3 months", Period.THREE_MONTHS),
    ("Year", Period.YEAR),
    ("All", Period.ALL),
)
PRACTICES: Final = (
    ("Everything", Practice.EVERYTHING),
    ("Interviews", Practice.INTERVIEWS),
    ("Drills", Practice.DRILLS),
)


def left_out_words(progress: Progress) -> str:
    """What the charts leave out, and why; "" if nothing."""
    words = []
    if progress.left_out:
        is_one = progress.left_out == 1
        words.append(
            f"{counted(progress.left_out, 'answer')} from this period {'was' if is_one else 'were'} analysed by an"
            f" earlier version or with other rules and {'is' if is_one else 'are'} left out of the charts."
        )
    if progress.has_older:
        words.append(OLDER_LEFT_OUT)
    return " ".join(words)


def calendar_words(calendar: PracticeCalendar) -> str:
    """How many days of the year one practised on."""
    days = len(calendar.practised)
    if not days:
        return "No answers in the last year."
    return f"{counted(calendar.answers, 'answer')} on {counted(days, 'day')} of the last year."


def day_practised(day: PracticeDay) -> str:
    """ "Thursday 19 November 2026: 4 answers"."""
    return f"{full_day(day.day)}: {counted(day.answers, 'answer')}"


def calendar_table(calendar: PracticeCalendar) -> ShownTable:
    """The days one practised on, newest on top."""
    rows = (TableRow((full_day(day.day), str(day.answers))) for day in reversed(calendar.practised))
    return ShownTable(("Day", "Answers"), tuple(rows))
