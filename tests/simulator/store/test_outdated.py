"""Which reports are those of an earlier analysis, or of other rules."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils.db import Database

from simulator.analysis.report import ANALYSIS_VERSION
from simulator.store.outdated import Outdated
from simulator.store.records import AnswerId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, add_session


def add(store: Store, version: int = ANALYSIS_VERSION, rules: str = "default") -> AnswerId:
    answer = store.begin_answer(add_session(store), a_question(), 0, 1, "", NOON)
    store.answer_saved(answer, 0, 0, "")
    store.keep_report(answer, replace(a_report(), analysis_version=version, rules=rules))
    return answer


def test_those_of_an_earlier_analysis_are_found_oldest_first(store: Store) -> None:
    old = [add(store, ANALYSIS_VERSION - 1), add(store, 1)]
    add(store)
    found = store.outdated.find(ANALYSIS_VERSION)
    assert found.answers == tuple(old)
    assert found.latest is not None


def test_the_latest_moment_that_can_be_read_is_told(store: Store, path: Path) -> None:
    add(store, 1)
    spoilt = add(store, 1)
    with closing(Database(path, execute_plugins=False)) as db, db.atomic():
        db.execute("UPDATE answers SET judged_at = '2026-03-02T09:00:00+00:00'")
        db.execute("UPDATE answers SET judged_at = 'when pigs fly' WHERE id = ?", [spoilt])
    assert store.outdated.find(ANALYSIS_VERSION).latest == datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def test_other_rules_count_only_where_they_are_asked_for(store: Store) -> None:
    other = add(store, rules="1234abcd")
    assert store.outdated.find(ANALYSIS_VERSION) == Outdated((), None)
    assert store.outdated.find(ANALYSIS_VERSION, "default").answers == (other,)
    assert store.outdated.find(ANALYSIS_VERSION, "1234abcd").answers == ()


def test_what_is_judged_anew_is_outdated_no_longer_and_the_earlier_value_stays(store: Store) -> None:
    answer = add(store, ANALYSIS_VERSION - 1)
    store.keep_report(answer, a_report())
    assert store.outdated.find(ANALYSIS_VERSION).answers == ()
    (earlier,) = store.earlier_reports(answer)
    assert earlier.analysis_version == ANALYSIS_VERSION - 1


def test_what_is_not_judged_or_not_saved_is_not_outdated(store: Store) -> None:
    session = add_session(store)
    store.begin_answer(session, a_question(), 0, 1, "take.wav", NOON)
    unjudged = store.begin_answer(session, a_question(), 1, 1, "", NOON)
    store.answer_saved(unjudged, 0, 0, "")
    assert store.outdated.find(ANALYSIS_VERSION, "default").answers == ()
