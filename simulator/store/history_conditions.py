"""What is asked of History, as conditions in SQL. Values are never part of the text."""

from __future__ import annotations

from typing import Final

from sqlite_utils.db import Database

from simulator.store import search as words
from simulator.store.history_view import Flag, HistoryFilter, Points, Practised, Request, View
from simulator.store.rows import moment, to_json

_POINTS: Final = {
    Points.ALL_MADE: "a.key_points_asked > 0 AND a.key_points_covered = a.key_points_asked",
    Points.SOME_MISSED: "a.key_points_covered < a.key_points_asked",
    Points.CONTRARY: "a.key_points_contrary > 0",
}
_PRACTISED: Final = {Practised.INTERVIEWS: "s.drill IS NULL", Practised.DRILLS: "s.drill IS NOT NULL"}
_MATCHING: Final = "{way}a.answer_id IN (SELECT rowid FROM answers_fts WHERE answers_fts MATCH ?)"
_LABELLED: Final = "SELECT session_id FROM session_labels WHERE instr(lower(name || ' ' || tags), lower(?)) > 0"

_COMMON: Final = 2_000  # answers: with more, a page is sooner looked through than all of them gathered


class Conditions:
    """Conditions that all have to hold, each with its values."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self.values: list[object] = []

    @property
    def sql(self) -> str:
        """All of them as one condition; true if there are none."""
        return " AND ".join(f"({text})" for text in self._texts) or "1"

    def add(self, text: str, *values: object) -> None:
        """One more."""
        self._texts.append(text)
        self.values += values

    def add_all(self, others: Conditions) -> None:
        """Those of others too."""
        self._texts += others._texts
        self.values += others.values

    def __bool__(self) -> bool:
        return bool(self._texts)


def conditions_for(db: Database, request: Request) -> Conditions | None:
    """What the rows of a request have to meet; None if it searches for something without a word in it."""
    query = words.as_query(db, request.search)
    if query is None and request.search.strip():
        return None
    of_session, of_answer = _session_conditions(request.wanted), _answer_conditions(request.wanted)
    if request.view is View.ANSWERS:
        return _for_answers(of_session, of_answer, query, is_starred=request.wanted.only_starred)
    if request.wanted.only_starred:
        of_session.add("l.is_starred")
    if query is not None or of_answer:
        is_common = query is not None and words.count_of(db, query) > _COMMON
        _add_answers(of_session, of_answer, query, request.search, is_common=is_common)
    return of_session


def _for_answers(of_session: Conditions, of_answer: Conditions, query: str | None, *, is_starred: bool) -> Conditions:
    of_answer.add("+a.status = 'saved'")  # nearly all are: no index for that
    if is_starred:
        of_answer.add("a.answer_id IN (SELECT answer_id FROM answer_stars)")
    if query is not None:
        of_answer.add(_MATCHING.format(way=""), query)
    of_answer.add_all(of_session)
    return of_answer


def _add_answers(
    of_session: Conditions, of_answer: Conditions, query: str | None, search: str, *, is_common: bool
) -> None:
    """A session is wanted for one of its answers; where it is only searched for, for its name and tags too.

    Where a word is common, the next page of sessions is looked through for it; else its sessions are listed first.
    """
    is_only_search = not of_answer
    if query is not None:
        of_answer.add(_MATCHING.format(way="+" if is_common else ""), query)
    sql = f"SELECT a.session_id FROM answer_facts AS a WHERE {of_answer.sql}"  # noqa: S608
    condition = f"EXISTS ({sql} AND a.session_id = s.session_id)" if is_common else f"s.session_id IN ({sql})"
    values = of_answer.values
    if is_only_search:
        condition, values = f"{condition} OR s.session_id IN ({_LABELLED})", [*values, search.strip()]
    of_session.add(condition, *values)


def _session_conditions(wanted: HistoryFilter) -> Conditions:
    conditions = Conditions()
    for text, value in (
        ("s.role = ?", wanted.role),
        ("s.round = ?", wanted.round),
        ("s.started_at >= ?", moment(wanted.since) if wanted.since else None),
        ("s.started_at < ?", moment(wanted.until) if wanted.until else None),
        ("instr(l.tags, ?) > 0", to_json(wanted.tag) if wanted.tag else None),
    ):
        if value is not None:
            conditions.add(text, value)
    if wanted.practised is not None:
        conditions.add(_PRACTISED[wanted.practised])
    return conditions


def _answer_conditions(wanted: HistoryFilter) -> Conditions:
    conditions = Conditions()
    for text, value in (
        ("instr(a.topics, ?) > 0", to_json(wanted.topic) if wanted.topic else None),
        ("a.question_id = ?", wanted.question_id),
        ("a.light = ?", wanted.light),
    ):
        if value is not None:
            conditions.add(text, value)
    if wanted.points is not None:
        conditions.add(_POINTS[wanted.points])
    if wanted.flag == Flag.RAMBLING:
        conditions.add("a.is_rambling = 1")
    if wanted.flag == Flag.FILLERS:
        conditions.add("a.filler_sounds_per_minute > ?", wanted.fillers_above)
    return conditions
