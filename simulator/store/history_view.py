"""What History is asked for and what it gives back, as plain values: no database in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from question_bank.models import Role, Round
from simulator.light import Light
from simulator.store.records import AnswerId, SessionSummary

FOUND: Final = ("\x02", "\x03")
"""What stands before and after each word of an excerpt that was searched for."""
LONGEST_NAME: Final = 120
MOST_TAGS: Final = 12


class View(StrEnum):
    """What a row is."""

    SESSIONS = "sessions"
    ANSWERS = "answers"


class Column(StrEnum):
    """What rows can be sorted by; ANSWERS and ON_TIME only sessions, LENGTH only answers."""

    STAR = "star"
    WHEN = "when"
    TITLE = "title"
    ANSWERS = "answers"
    LENGTH = "length"
    ON_TIME = "on time"
    FILLERS = "fillers"
    POINTS = "points"


class Points(StrEnum):
    """How an answer stands with the key points of its question."""

    ALL_MADE = "all made"
    SOME_MISSED = "some missed"
    CONTRARY = "contrary"


class Flag(StrEnum):
    """What an answer was flagged for."""

    RAMBLING = "rambling"
    FILLERS = "fillers"


class Practised(StrEnum):
    """Whether a session was an interview or a drill."""

    INTERVIEWS = "interviews"
    DRILLS = "drills"


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which rows are wanted; None leaves something open.

    Role, round, dates, tag and what was practised are a session's. The others are an answer's: a session is wanted if
    one of its answers has all of them. `since` is included, `until` is not. `fillers_above`, filler sounds per minute,
    is what `Flag.FILLERS` begins above.
    """

    role: Role | None = None
    round: Round | None = None
    topic: str | None = None
    question_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    points: Points | None = None
    flag: Flag | None = None
    light: Light | None = None
    practised: Practised | None = None
    tag: str | None = None
    only_starred: bool = False
    fillers_above: float = field(default=0.0, compare=False)


ANYTHING: Final = HistoryFilter()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the last row's id, and what it was sorted by."""

    key: float | str | int
    id: int


@dataclass(frozen=True, slots=True)
class Request:
    """A page of History: the first, or the one `after` a place. Rows without a value come last, either way."""

    view: View = View.SESSIONS
    wanted: HistoryFilter = ANYTHING
    search: str = ""
    column: Column = Column.WHEN
    is_descending: bool = True
    after: Place | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session in the list; where it was searched for, the first answer that holds the words, and their place."""

    summary: SessionSummary
    hit: AnswerId | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer in the list. What was not measured is None; `excerpt` is the place of the words searched for."""

    id: AnswerId
    session: SessionSummary
    started_at: datetime | None
    question_id: str
    question_text: str
    duration_s: float | None
    light: Light | None
    filler_sounds_per_minute: float | None
    is_rambling: bool
    key_points_covered: int | None
    key_points_asked: int | None
    key_points_contrary: int
    is_starred: bool = False
    excerpt: str = ""


Found = FoundSession | FoundAnswer


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order; `next` is where to go on, None at the end."""

    rows: tuple[Found, ...]
    next: Place | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to filter by: topics, questions (id and words, newest first) and the user's tags."""

    topics: tuple[str, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
