"""History sorts, filters and searches: every page of it, and nothing that is not asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from question_bank.models import Kind, Question, Role, Round
from simulator.analysis.report import AnswerReport, KeyPointResult, Rambling
from simulator.drills.quick import QUICK
from simulator.light import Light
from simulator.store.history import History
from simulator.store.history_view import (
    FOUND,
    Column,
    Flag,
    Found,
    FoundAnswer,
    FoundSession,
    HistoryFilter,
    Points,
    Practised,
    Request,
    View,
)
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript, add_judged, add_saved

BOOSTING = replace(a_question("boosting", "What is boosting?"), topics=("topic.ensembles", "own.trees"))


def report(
    text: str = "it drops units",
    *,
    made: int = 1,
    contrary: bool = False,
    rambles: bool = False,
    **figures: float | None,
) -> AnswerReport:
    """With so many of its two points made, or one of them turned round."""
    verdicts = ["made"] * made + ["contrary" if contrary else "not"] * (2 - made)
    points = tuple(
        KeyPointResult(str(number), verdict == "made", None, verdict=verdict)  # type: ignore[arg-type]
        for number, verdict in enumerate(verdicts)
    )
    judged = a_report(a_transcript(text), **figures)  # type: ignore[arg-type]
    return replace(judged, key_points=points, rambling=Rambling(rambles, (), None))


class Shelf:
    """A library with three sessions: two interviews, and a drill between them."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.first = self._session(a_plan(), 0)
        self.drill = self._session(replace(a_plan(BOOSTING), drill=QUICK, role=Role.DATA_ANALYST, round=None), 1)
        self.last = self._session(replace(a_plan(), round=Round.FINAL), 2)
        self.red = self._answer(self.first, report("we drop units at random", sounds=9.0, over_s=40.0, rambles=True))
        self.whole = self._answer(self.first, report("units are dropped", made=2, sounds=1.0), position=1)
        self.contrary = self._answer(self.drill, report("trees in a row", contrary=True, sounds=None), BOOSTING)
        self.plain = self._answer(self.last, report("a network thinned out at random", made=0, sounds=4.0))

    def _session(self, plan: object, days: int) -> SessionId:
        return self.store.begin_session(plan, NOON + timedelta(days=days))  # type: ignore[arg-type]

    def _answer(
        self, session: SessionId, judged: AnswerReport, question: Question | None = None, position: int = 0
    ) -> AnswerId:
        return add_judged(self.store, session, judged, question, position)

    @property
    def history(self) -> History:
        return History(self.store._connection)

    def sessions(self, **asked: object) -> list[int]:
        return ids(self.history.page(Request(**asked)).rows)  # type: ignore[arg-type]

    def answers(self, **asked: object) -> list[int]:
        return ids(self.history.page(Request(View.ANSWERS, **asked)).rows)  # type: ignore[arg-type]


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(store)


def ids(rows: tuple[Found, ...]) -> list[int]:
    return [row.summary.id if isinstance(row, FoundSession) else row.id for row in rows]


def test_the_newest_come_first(shelf: Shelf) -> None:
    assert shelf.sessions() == [shelf.last, shelf.drill, shelf.first]
    assert shelf.answers() == [shelf.plain, shelf.contrary, shelf.whole, shelf.red]
    assert shelf.sessions(is_descending=False) == [shelf.first, shelf.drill, shelf.last]


def test_what_comes_in_later_than_it_was_said_stands_where_it_was_said(shelf: Shelf) -> None:
    found = shelf._session(a_plan(), -30)
    assert shelf.sessions() == [shelf.last, shelf.drill, shelf.first, found]


@pytest.mark.parametrize(
    ("column", "names"),
    [
        (Column.ANSWERS, ["first", "last", "drill"]),
        (Column.ON_TIME, ["last", "drill", "first"]),
        (Column.FILLERS, ["first", "last", "drill"]),
        (Column.POINTS, ["first", "drill", "last"]),
        (Column.STAR, ["drill", "last", "first"]),
        (Column.TITLE, ["first", "last", "drill"]),
    ],
)
def test_sessions_are_sorted(shelf: Shelf, column: Column, names: list[str]) -> None:
    """What was not measured comes last, either way."""
    shelf.store.labels.star(shelf.drill, is_on=True)
    expected = [getattr(shelf, name) for name in names]
    assert shelf.sessions(column=column) == expected
    unknown = [shelf.drill] if column is Column.FILLERS else []
    turned = shelf.sessions(column=column, is_descending=False)
    assert turned[len(turned) - len(unknown) :] == unknown
    assert set(turned) == set(expected)


@pytest.mark.parametrize(
    ("column", "names"),
    [
        (Column.LENGTH, ["plain", "red", "contrary", "whole"]),
        (Column.FILLERS, ["red", "plain", "whole", "contrary"]),
        (Column.POINTS, ["whole", "contrary", "red", "plain"]),
        (Column.STAR, ["whole", "plain", "contrary", "red"]),
    ],
)
def test_answers_are_sorted(shelf: Shelf, column: Column, names: list[str]) -> None:
    shelf.store.labels.star_answer(shelf.whole, is_on=True)
    assert shelf.answers(column=column) == [getattr(shelf, name) for name in names]


def test_titles_are_sorted_as_they_are_read(shelf: Shelf) -> None:
    shelf.store.labels.name(shelf.last, "acme, second try")
    assert shelf.sessions(column=Column.TITLE, is_descending=False) == [shelf.last, shelf.drill, shelf.first]
    assert shelf.answers(column=Column.TITLE)[0] == shelf.contrary


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("is_descending", [True, False])
def test_pages_are_the_whole_once(shelf: Shelf, view: View, is_descending: bool) -> None:
    columns = {View.SESSIONS: Column.LENGTH, View.ANSWERS: Column.ON_TIME}
    for column in (one for one in Column if one not in (columns[view], Column.ANSWERS)):
        request = Request(view, column=column, is_descending=is_descending)
        whole = ids(shelf.history.page(request).rows)
        found: list[int] = []
        place = None
        for _ in range(len(whole) + 1):
            page = shelf.history.page(replace(request, after=place, limit=1))
            found += ids(page.rows)
            place = page.next
            if place is None:
                break
        assert found == whole, column
        assert shelf.history.count(request) == len(whole)


@pytest.mark.parametrize(
    ("wanted", "sessions", "answers"),
    [
        (HistoryFilter(role=Role.DATA_ANALYST), ["drill"], ["contrary"]),
        (HistoryFilter(round=Round.FINAL), ["last"], ["plain"]),
        (HistoryFilter(topic="own.trees"), ["drill"], ["contrary"]),
        (HistoryFilter(question_id="boosting"), ["drill"], ["contrary"]),
        (HistoryFilter(since=NOON + timedelta(days=2)), ["last"], []),
        (HistoryFilter(until=NOON + timedelta(hours=1)), ["first"], ["red", "whole"]),
        (HistoryFilter(points=Points.ALL_MADE), ["first"], ["whole"]),
        (HistoryFilter(points=Points.SOME_MISSED), ["first", "drill", "last"], ["red", "contrary", "plain"]),
        (HistoryFilter(points=Points.CONTRARY), ["drill"], ["contrary"]),
        (HistoryFilter(flag=Flag.RAMBLING), ["first"], ["red"]),
        (HistoryFilter(flag=Flag.FILLERS, fillers_above=5.0), ["first"], ["red"]),
        (HistoryFilter(light=Light.RED), ["first"], ["red"]),
        (HistoryFilter(light=Light.RED, points=Points.ALL_MADE), [], []),
        (HistoryFilter(practised=Practised.DRILLS), ["drill"], ["contrary"]),
        (HistoryFilter(practised=Practised.INTERVIEWS), ["first", "last"], ["red", "whole", "plain"]),
        (HistoryFilter(tag="acme"), ["last"], ["plain"]),
        (HistoryFilter(only_starred=True), ["first"], ["contrary"]),
    ],
)
def test_filters(shelf: Shelf, wanted: HistoryFilter, sessions: list[str], answers: list[str]) -> None:
    shelf.store.labels.tag(shelf.last, ["acme"])
    shelf.store.labels.tag(shelf.first, ["acme corp"])
    shelf.store.labels.star(shelf.first, is_on=True)
    shelf.store.labels.star_answer(shelf.contrary, is_on=True)
    assert sorted(shelf.sessions(wanted=wanted)) == [getattr(shelf, name) for name in sessions]
    found = sorted(shelf.answers(wanted=wanted))
    if wanted.since is None:  # answers of these sessions were all begun at noon, but their sessions were not
        assert found == [getattr(shelf, name) for name in answers]


def test_a_search_marks_what_it_found(shelf: Shelf) -> None:
    (row,) = shelf.history.page(Request(View.ANSWERS, search="thinned")).rows
    assert isinstance(row, FoundAnswer)
    assert row.excerpt == f"a network {FOUND[0]}thinned{FOUND[1]} out at random"
    (one, other) = shelf.history.page(Request(search="random")).rows
    assert isinstance(one, FoundSession)
    assert isinstance(other, FoundSession)
    assert (one.hit, other.hit) == (shelf.plain, shelf.red)
    assert f"{FOUND[0]}random{FOUND[1]}" in other.excerpt


def test_a_search_goes_with_the_filters_and_the_order(shelf: Shelf) -> None:
    assert shelf.answers(search="units", wanted=HistoryFilter(light=Light.GREEN)) == [shelf.whole]
    assert shelf.sessions(search="units", wanted=HistoryFilter(points=Points.CONTRARY)) == []
    assert shelf.answers(search="random", column=Column.FILLERS) == [shelf.red, shelf.plain]
    assert shelf.answers(search="no such word") == shelf.sessions(search='"') == []
    assert shelf.history.count(Request(View.ANSWERS, search="random")) == 2
    assert shelf.history.count(Request(search="(")) == 0


def test_sessions_are_found_by_name_and_tag_too(shelf: Shelf) -> None:
    shelf.store.labels.name(shelf.first, "Rehearsal for Acme")
    shelf.store.labels.tag(shelf.last, ["acme"])
    assert shelf.sessions(search="acme") == [shelf.last, shelf.first]
    assert shelf.answers(search="acme") == []


def test_a_damaged_index_is_made_anew(shelf: Shelf) -> None:
    with shelf.store._connection.writing() as db:
        db.execute("UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10")
    assert shelf.answers(search="thinned") == [shelf.plain]


def test_the_words_that_were_found(shelf: Shelf) -> None:
    history = shelf.history
    assert history.found_words(shelf.red, "unit") == (2,)
    assert history.found_words(shelf.red, "random we") == (0, 4)
    assert history.found_words(shelf.red, "dropout") == ()  # only the question has it
    assert history.found_words(shelf.red, "xylophone") == history.found_words(shelf.red, "?") == ()


def test_what_can_be_filtered_by(shelf: Shelf) -> None:
    shelf.store.labels.tag(shelf.last, ["second", "Acme"])
    choices = shelf.history.choices()
    assert choices.topics == ("own.trees", "topic.deep-learning", "topic.ensembles")
    assert choices.questions == (("dropout", "What does dropout do?"), ("boosting", "What is boosting?"))
    assert choices.tags == ("Acme", "second")


def test_only_saved_answers_are_listed(shelf: Shelf) -> None:
    shelf.store.begin_answer(shelf.last, a_question(), 1, 1, "open.wav", NOON)
    shelf.store.answer_skipped(shelf.last, a_question("skipped", "What is a skip?", Kind.QUICK), 2)
    assert len(shelf.answers()) == 4
    assert shelf.sessions(search="skip") == [shelf.last]
    add_saved(shelf.store, shelf.last, position=3)
    (newest, *_) = shelf.history.page(Request(View.ANSWERS)).rows
    assert isinstance(newest, FoundAnswer)
    assert (newest.light, newest.key_points_asked) == (None, None)


def test_what_it_is_sorted_by_follows_every_change(shelf: Shelf) -> None:
    store = shelf.store
    store.keep_report(shelf.plain, report(made=2, sounds=20.0))
    assert shelf.answers(column=Column.FILLERS)[0] == shelf.plain
    assert shelf.sessions(column=Column.FILLERS)[0] == shelf.last
    store.delete_session(shelf.last)
    assert shelf.sessions() == [shelf.drill, shelf.first]
    assert shelf.plain not in shelf.answers()
    with store._connection.reading() as db:
        for name in ("answer_facts", "session_facts"):
            kept = list(db.query(f"SELECT * FROM {name} ORDER BY 1"))  # noqa: S608
            assert kept == list(db.query(f"SELECT * FROM {name}_now ORDER BY 1"))  # noqa: S608
