"""What a week, month, quarter or year of progress is called. Which there are: `simulator.progress.period`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from simulator.progress.period import Stretch, StretchKind
from ui.words.times import month_name, short_day

_EACH: Final = {
    StretchKind.WEEK: "week",
    StretchKind.MONTH: "month",
    StretchKind.QUARTER: "quarter",
    StretchKind.YEAR: "year",
}

_FEW_WEEKS: Final = 6


def each_word(kind: StretchKind) -> str:
    """The noun: "week"."""
    return _EACH[kind]


def stretch_name(stretch: Stretch) -> str:
    """ "Week of 2 Mar 2026", "March 2026", "Q1 2026", "2026"."""
    begin = stretch.begin
    match stretch.kind:
        case StretchKind.WEEK:
            return f"Week of {short_day(begin)} {begin.year}"
        case StretchKind.MONTH:
            return f"{month_name(begin)} {begin.year}"
        case StretchKind.QUARTER:
            return f"Q{(begin.month + 2) // 3} {begin.year}"
        case StretchKind.YEAR:
            return str(begin.year)


def column_headings(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """A few letters above each column, or none where they would only say the same again.

    A few weeks have their first day each, more of them the month that begins in them; months and quarters the year.
    """
    if not stretches:
        return ()
    if stretches[0].kind is StretchKind.WEEK and len(stretches) <= _FEW_WEEKS:
        return tuple(short_day(stretch.begin) for stretch in stretches)
    named = [_long_name(stretch) for stretch in stretches]
    return (named[0], *(after if after != before else "" for before, after in pairwise(named)))


def _long_name(stretch: Stretch) -> str:
    is_week = stretch.kind is StretchKind.WEEK
    return month_name(stretch.begin)[:3] if is_week else str(stretch.begin.year)
