"""What the rows of History say: a session or an answer in a few short cells. No Qt; works nothing out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from simulator.light import LIGHT_SHAPES, LIGHT_WORDS_AFTER, Light
from simulator.store.history_view import FOUND, Column, Found, FoundAnswer, FoundSession, View
from simulator.store.records import SessionSummary
from ui.words.session_summary import own_title, session_spoken, session_title, within_target
from ui.words.times import clock, counted, day_words, short_day, time_of_day

Tone = Literal["", "green", "amber_ink", "red"]

HEADINGS: Final[Mapping[View, tuple[tuple[Column, str], ...]]] = {
    View.SESSIONS: (
        (Column.STAR, ""),
        (Column.WHEN, "When"),
        (Column.TITLE, "Interview"),
        (Column.ANSWERS, "Answers"),
        (Column.ON_TIME, "On time"),
        (Column.FILLERS, "Fillers"),
        (Column.POINTS, "Key points"),
    ),
    View.ANSWERS: (
        (Column.STAR, ""),
        (Column.WHEN, "When"),
        (Column.TITLE, "Question"),
        (Column.LENGTH, "Length"),
        (Column.FILLERS, "Fillers"),
        (Column.POINTS, "Key points"),
    ),
}
"""The columns of each view, from left to right, and what stands above them."""

SORT_NAMES: Final[Mapping[Column, str]] = {
    Column.STAR: "Starred",
    Column.WHEN: "Date",
    Column.TITLE: "Title",
    Column.ANSWERS: "Answers",
    Column.LENGTH: "Length",
    Column.ON_TIME: "On time",
    Column.FILLERS: "Fillers per minute",
    Column.POINTS: "Key points made",
}
NO_FIGURE: Final = "–"
_LIGHT_TONES: Final[Mapping[Light, Tone]] = {Light.GREEN: "green", Light.AMBER: "amber_ink", Light.RED: "red"}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A row as it is shown.

    `below` stands under the title in small letters; `has_marks` where it is an excerpt with the `FOUND` in it. `cells`
    and `tones` are by column; the day and the time are the two lines of WHEN. `spoken` says all of it.
    """

    found: Found
    title: str
    below: str
    spoken: str
    cells: Mapping[Column, str] = field(default_factory=dict)
    tones: Mapping[Column, Tone] = field(default_factory=dict)
    has_marks: bool = False

    @property
    def session(self) -> SessionSummary:
        """The session that it is, or is in."""
        return self.found.summary if isinstance(self.found, FoundSession) else self.found.session

    @property
    def id(self) -> int:
        """Of the session or the answer."""
        return self.found.summary.id if isinstance(self.found, FoundSession) else self.found.id

    @property
    def is_starred(self) -> bool:
        return self.found.summary.is_starred if isinstance(self.found, FoundSession) else self.found.is_starred


def row_of(found: Found, today: date) -> HistoryRow:
    """The row of a session or an answer, as one says it on that day."""
    return _session_row(found, today) if isinstance(found, FoundSession) else _answer_row(found, today)


def plain(excerpt: str) -> str:
    """An excerpt without its marks."""
    return excerpt.replace(FOUND[0], "").replace(FOUND[1], "")


def rows_counted(view: View, count: int) -> str:
    """ "1,204 answers"."""
    one = "session" if view is View.SESSIONS else "answer"
    return counted(count, one).replace(str(count), f"{count:,}")


def _session_row(found: FoundSession, today: date) -> HistoryRow:
    session = found.summary
    day = day_words(session.started_at.astimezone().date(), today) if session.is_readable else ""
    below = found.excerpt or _about(session)
    star = "Starred. " if session.is_starred else ""
    tags = f" Tags: {', '.join(session.tags)}." if session.tags else ""
    said = f" Found: {plain(found.excerpt)}" if found.excerpt else ""
    return HistoryRow(
        found,
        session_title(session),
        below,
        f"{star}{session_spoken(session, day)}{tags}{said}",
        {
            Column.WHEN: _when(session.started_at if session.is_readable else None, today),
            Column.ANSWERS: str(session.answer_count),
            Column.ON_TIME: within_target(session) if session.timed_answers else NO_FIGURE,
            Column.FILLERS: _rate(session.filler_sounds_per_minute),
            Column.POINTS: _points(session.key_points_covered, session.key_points_asked),
        },
        has_marks=bool(found.excerpt),
    )


def _answer_row(found: FoundAnswer, today: date) -> HistoryRow:
    length, light = _length(found)
    points = _points(found.key_points_covered, found.key_points_asked)
    contrary = f"{counted(found.key_points_contrary, 'point')} contradicted" if found.key_points_contrary else ""
    flags = [words for words in ("rambling" if found.is_rambling else "", contrary) if words]
    where = session_title(found.session)
    day = day_words(found.started_at.astimezone().date(), today) if found.started_at else ""
    said = f" Found: {plain(found.excerpt)}" if found.excerpt else ""
    spoken_light = f", {LIGHT_WORDS_AFTER[found.light]}" if found.light else ""
    star = "Starred. " if found.is_starred else ""
    about = f"{', '.join((day, where))}. {length}{spoken_light}, {points} key points."
    return HistoryRow(
        found,
        found.question_text,
        found.excerpt or " · ".join((where, *flags)),
        f"{star}{found.question_text} {about}{''.join(f' {flag.capitalize()}.' for flag in flags)}{said}",
        {
            Column.WHEN: _when(found.started_at, today),
            Column.LENGTH: length if light is None else f"{length} {LIGHT_SHAPES[light]}",
            Column.FILLERS: _rate(found.filler_sounds_per_minute),
            Column.POINTS: points,
        },
        {
            Column.LENGTH: _LIGHT_TONES[light] if light else "",
            Column.POINTS: "red" if found.key_points_contrary else "",
        },
        has_marks=bool(found.excerpt),
    )


def _about(session: SessionSummary) -> str:
    """What is said below the title: what it was where it has a name of its own, its tags, its questions."""
    if not session.is_readable:
        return ""
    tags = " ".join(f"#{tag}" for tag in session.tags)
    own = own_title(session) if session.name else ""
    return " · ".join(part for part in (own, tags, *session.question_texts) if part)


def _when(at: datetime | None, today: date) -> str:
    if at is None:
        return ""
    day = at.astimezone().date()
    words = day_words(day, today) if (today - day).days in (0, 1) else short_day(day)
    if day.year != today.year:
        words = f"{words} {day.year}"
    return f"{words}\n{time_of_day(at)}"


def _length(found: FoundAnswer) -> tuple[str, Light | None]:
    return (clock(found.duration_s) if found.duration_s is not None else NO_FIGURE, found.light)


def _rate(per_minute: float | None) -> str:
    return NO_FIGURE if per_minute is None else f"{per_minute:.1f} /min"


def _points(covered: int | None, asked: int | None) -> str:
    return f"{covered or 0} of {asked}" if asked else NO_FIGURE
