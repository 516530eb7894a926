"""One of several answers to a question, in a line: when, how its length stands, how many key points. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from simulator.light import LIGHT_SHAPES, LIGHT_WORDS_AFTER
from simulator.store.other_answers import OtherAnswer
from ui.words.times import clock, counted, day_words, time_of_day

EARLIER: Final = "Your earlier answers to this question"
OTHER: Final = "Your other answers to this question"


def heading_of(others: Sequence[OtherAnswer], shown_at: datetime) -> str:
    """What stands above them, by whether all were given before the one that is shown."""
    is_earlier = all(one.started_at is not None and one.started_at < shown_at for one in others)
    return EARLIER if is_earlier else OTHER


def when_given(other: OtherAnswer, today: date) -> str:
    """ "Yesterday, 18:30"."""
    if other.started_at is None:
        return "Date unknown"
    return f"{day_words(other.started_at.astimezone().date(), today)}, {time_of_day(other.started_at)}"


def length_of(other: OtherAnswer) -> str:
    """ "1:52 ▲ a little over"; empty where nothing was measured."""
    parts = [
        "" if other.answered_s is None else clock(other.answered_s),
        "" if other.light is None else f"{LIGHT_SHAPES[other.light]} {LIGHT_WORDS_AFTER[other.light]}",
    ]
    return " ".join(part for part in parts if part)


def points_of(other: OtherAnswer) -> str:
    """ "4 of 6 key points, 1 the opposite"; empty where none were looked for."""
    if not other.points_asked or other.points_made is None:
        return ""
    made = f"{other.points_made} of {counted(other.points_asked, 'key point')}"
    return f"{made}, {other.points_contrary} the opposite" if other.points_contrary else made


def facts_of(other: OtherAnswer) -> str:
    """Length and key points in one line; says so where there is neither."""
    return " · ".join(part for part in (length_of(other), points_of(other)) if part) or "Not measured"
