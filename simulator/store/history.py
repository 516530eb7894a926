"""Pages of History out of the library: sorted, filtered, searched. Each page goes on where the last one ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlite_utils.db import Database

from question_bank.labels import role_label, round_label
from question_bank.models import Role, Round
from simulator.drills.catalogue import DRILLS
from simulator.light import Light
from simulator.store import search as words
from simulator.store.connection import Connection, open_beside
from simulator.store.errors import DatabaseDamaged, SearchIndexDamaged
from simulator.store.history_conditions import Conditions, conditions_for
from simulator.store.history_view import Choices, Column, Found, FoundAnswer, FoundSession, Page, Place, Request, View
from simulator.store.records import AnswerId, SessionSummary
from simulator.store.remains import measured, moment_in, text, value_or
from simulator.store.rows import UNREADABLE, from_json
from simulator.store.summaries import summaries_of

_LAST: Final = 1e300  # stands for what was not measured, so that it comes last either way
_MOST_QUESTIONS: Final = 300

T = TypeVar("T")


def _labelled(column: str, labels: Mapping[str, str]) -> str:
    cases = " ".join(f"WHEN '{value}' THEN '{label}'" for value, label in labels.items())
    return f"CASE {column} {cases} ELSE '' END"


_ROLES: Final = _labelled("s.role", {role.value: role_label(role) for role in Role})
_PRACTISED: Final = _labelled("s.drill", {drill.id: drill.label for drill in DRILLS})
_ROUNDS: Final = _labelled("s.round", {one.value: round_label(one) for one in Round})
_TITLE: Final = f"lower(coalesce(nullif(l.name, ''), {_ROLES} || {_PRACTISED} || {_ROUNDS}))"

# What each view is sorted by, and whether that may be unknown. Ids do not tell WHEN: what was recorded elsewhere, or
# found without its row, comes in later than it was said.
_KEYS: Final[Mapping[View, Mapping[Column, tuple[str, bool]]]] = {
    View.SESSIONS: {
        Column.STAR: ("coalesce(l.is_starred, 0)", False),
        Column.WHEN: ("s.started_at", False),
        Column.TITLE: (_TITLE, False),
        Column.ANSWERS: ("s.answer_count", False),
        Column.ON_TIME: ("s.on_time_share", True),
        Column.FILLERS: ("s.filler_sounds_per_minute", True),
        Column.POINTS: ("s.key_point_share", True),
    },
    View.ANSWERS: {
        Column.STAR: ("a.answer_id IN (SELECT answer_id FROM answer_stars)", False),
        Column.WHEN: ("a.started_at", False),
        Column.TITLE: ("lower(a.question_start)", False),
        Column.LENGTH: ("a.duration_s", True),
        Column.FILLERS: ("a.filler_sounds_per_minute", True),
        Column.POINTS: ("1.0 * a.key_points_covered / nullif(a.key_points_asked, 0)", True),
    },
}
_ID: Final = {View.SESSIONS: "s.session_id", View.ANSWERS: "a.answer_id"}
_FROM: Final = {
    View.SESSIONS: "session_facts AS s LEFT JOIN session_labels AS l ON l.session_id = s.session_id",
    # A join from the left, so that SQLite leaves out what nothing is asked of.
    View.ANSWERS: "answer_facts AS a LEFT JOIN session_facts AS s ON s.session_id = a.session_id"
    " LEFT JOIN session_labels AS l ON l.session_id = a.session_id",
}
_ANSWERS: Final = """
SELECT f.*, CAST(answers.question_text AS TEXT) AS question_text,
    f.answer_id IN (SELECT answer_id FROM answer_stars) AS is_starred
FROM answer_facts AS f JOIN answers ON answers.id = f.answer_id
WHERE f.answer_id IN (SELECT value FROM json_each(?))
"""


class History:
    """What History shows. Belongs to the thread that opened it; every method may raise a StoreError for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def beside(cls, path: Path) -> Iterator[History]:
        """The library at `path`, which is open in another thread, for as long as it is asked."""
        with closing(open_beside(path, to_write=True)) as connection:
            yield cls(connection)

    def page(self, request: Request) -> Page:
        """The rows that are asked for. A damaged index of words is made anew first."""
        return self._mending(request, self._page)

    def count(self, request: Request) -> int:
        """How many rows there are in all pages of a request, likewise."""
        return self._mending(request, self._count)

    def choices(self) -> Choices:
        """What the filters can be set to."""
        with self._connection.reading() as db:
            return Choices(_topics(db), _questions(db), _tags(db))

    def found_words(self, answer: AnswerId, text: str) -> tuple[int, ...]:
        """Which words said in an answer a search for `text` is about, counted from 0."""
        with self._connection.reading() as db:
            return words.found_words(db, answer, text)

    def _mending(self, request: Request, read: Callable[[Request], T]) -> T:
        try:
            return read(request)
        except (SearchIndexDamaged, DatabaseDamaged):
            if not request.search:
                raise
            self._connection.mend_index()  # nothing is left to mend if another thread was quicker
            return read(request)

    def _count(self, request: Request) -> int:
        with self._connection.reading() as db:
            if (conditions := conditions_for(db, request)) is None:
                return 0
            sql = f"SELECT count(*) AS number FROM {_FROM[request.view]} WHERE {conditions.sql}"  # noqa: S608
            return int(next(iter(db.query(sql, conditions.values)))["number"])

    def _page(self, request: Request) -> Page:
        with self._connection.reading() as db:
            if (conditions := conditions_for(db, request)) is None:
                return Page((), None)
            places = _places(db, request, conditions)
            ids = [place.id for place in places]
            rows = _sessions(db, ids, request) if request.view is View.SESSIONS else _answers(db, ids, request)
        return Page(rows, places[-1] if len(places) == request.limit else None)


def _places(db: Database, request: Request, conditions: Conditions) -> list[Place]:
    """The ids of a page in order, each with what it is sorted by."""
    identity = _ID[request.view]
    key, is_nullable = _KEYS[request.view][request.column]
    if request.search and request.column is Column.WHEN:
        key = identity  # nearly the same, and words are indexed by it: a search is answered at once
    if is_nullable:
        key = f"coalesce({key}, {-_LAST if request.is_descending else _LAST})"
    order, beyond = ("DESC", "<") if request.is_descending else ("ASC", ">")
    if (after := request.after) is not None and key == identity:
        conditions.add(f"{identity} {beyond} ?", after.id)
    elif after is not None:
        conditions.add(f"({key}, {identity}) {beyond} (?, ?)", after.key, after.id)
    by = f"{identity} {order}" if key == identity else f"{key} {order}, {identity} {order}"
    sql = f"""
        SELECT {identity} AS id, {key} AS key FROM {_FROM[request.view]}
        WHERE {conditions.sql} ORDER BY {by} LIMIT ?
    """  # noqa: S608
    return [Place(row["key"], int(row["id"])) for row in db.query(sql, [*conditions.values, request.limit])]


def _sessions(db: Database, ids: Sequence[int], request: Request) -> tuple[Found, ...]:
    summaries: dict[int, SessionSummary] = {summary.id: summary for summary in summaries_of(db, ids)}
    hits = _hits(db, ids, request.search)
    return tuple(FoundSession(summaries[one], *hits.get(one, (None, ""))) for one in ids if one in summaries)


def _answers(db: Database, ids: Sequence[int], request: Request) -> tuple[Found, ...]:
    rows = {int(row["answer_id"]): row for row in db.query(_ANSWERS, [_list(ids)])}
    sessions = {summary.id: summary for summary in summaries_of(db, [row["session_id"] for row in rows.values()])}
    query = words.as_query(db, request.search)
    excerpts = words.excerpts(db, query, ids) if query else {}
    found = ((row, sessions.get(row["session_id"]), excerpts.get(one, "")) for one in ids if (row := rows.get(one)))
    return tuple(_found_answer(row, session, excerpt) for row, session, excerpt in found if session is not None)


def _hits(db: Database, sessions: Sequence[int], search: str) -> dict[int, tuple[AnswerId | None, str]]:
    """For each session the first of its answers that holds the words, with their place."""
    if (query := words.as_query(db, search)) is None:
        return {}
    sql = "SELECT answer_id, session_id FROM answer_facts WHERE session_id IN (SELECT value FROM json_each(?))"
    home = {int(row["answer_id"]): int(row["session_id"]) for row in db.query(sql, [_list(sessions)])}
    firsts: dict[int, AnswerId] = {}
    for answer in words.found_among(db, query, list(home)):
        firsts.setdefault(home[answer], AnswerId(answer))
    excerpts = words.excerpts(db, query, list(firsts.values()))
    return {session: (answer, excerpts.get(answer, "")) for session, answer in firsts.items()}


def _found_answer(row: Mapping[str, Any], session: SessionSummary, excerpt: str) -> FoundAnswer:
    return FoundAnswer(
        id=AnswerId(row["answer_id"]),
        session=session,
        started_at=value_or(lambda: moment_in(row["started_at"]), None),
        question_id=value_or(lambda: text(row["question_id"]), ""),
        question_text=row["question_text"],
        duration_s=measured(row["duration_s"]),
        light=value_or(lambda: Light(row["light"]), None),
        filler_sounds_per_minute=measured(row["filler_sounds_per_minute"]),
        is_rambling=bool(row["is_rambling"]),
        key_points_covered=measured(row["key_points_covered"]),
        key_points_asked=measured(row["key_points_asked"]),
        key_points_contrary=measured(row["key_points_contrary"]) or 0,
        is_starred=bool(row["is_starred"]),
        excerpt=excerpt,
    )


def _topics(db: Database) -> tuple[str, ...]:
    sql = "SELECT DISTINCT topics AS kept FROM answer_facts WHERE topics IS NOT NULL"
    return tuple(sorted(_listed(db, sql)))


def _questions(db: Database) -> tuple[tuple[str, str], ...]:
    sql = """
        SELECT CAST(answers.question_id AS TEXT) AS id, CAST(question_text AS TEXT) AS words FROM (
            SELECT max(answer_id) AS latest FROM answer_facts WHERE status = 'saved'
            GROUP BY question_id ORDER BY latest DESC LIMIT ?
        ) JOIN answers ON answers.id = latest ORDER BY latest DESC
    """
    return tuple((row["id"], row["words"]) for row in db.query(sql, [_MOST_QUESTIONS]))


def _tags(db: Database) -> tuple[str, ...]:
    return tuple(sorted(_listed(db, "SELECT DISTINCT tags AS kept FROM session_labels"), key=str.casefold))


def _listed(db: Database, sql: str) -> set[str]:
    """What stands in the lists that a query gives; one that cannot be read is passed over."""
    found: set[str] = set()
    for row in db.query(sql):
        with suppress(*UNREADABLE):
            found.update(from_json(row["kept"], tuple[str, ...]))
    return found


def _list(ids: Sequence[int]) -> str:
    return f"[{','.join(map(str, ids))}]"
