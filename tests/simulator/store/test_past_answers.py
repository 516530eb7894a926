"""How each question went: the latest answer that was measured, and how many there are."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.question_record import QuestionRecord, Standing, TopicsRecord, standing_of
from simulator.store.cards import UNREVIEWED
from simulator.store.past_answers import RECENT
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_report, a_transcript, add_judged, add_saved, add_session


def test_nothing_was_asked_yet(store: Store) -> None:
    assert store.question_records() == {}
    assert standing_of(None) is Standing.NEVER


def test_the_questions_asked_last_are_known_each_once_and_without_follow_ups(store: Store) -> None:
    session = add_session(store)
    for number, (name, rung) in enumerate([("a", 0), ("b", 0), ("a", 0), ("c", 0), ("c-more", 1)]):
        store.begin_answer(session, a_question(name), number, 1, "", NOON, rung)
    assert store.recent_question_ids(2) == ("c", "a")
    assert store.recent_question_ids(9) == ("c", "a", "b")
    assert store.recent_question_ids(0) == ()


@pytest.mark.parametrize("query", [RECENT, UNREVIEWED])
def test_what_is_asked_at_every_start_is_answered_from_an_index_alone(store: Store, path: Path, query: str) -> None:
    with closing(Database(path, execute_plugins=False)) as db:
        (root,) = (row["rootpage"] for row in db.query("SELECT rootpage FROM sqlite_schema WHERE name = 'answers'"))
        steps = list(db.query(f"EXPLAIN {query}"))
        plan = " ".join(row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {query}"))
    (answers,) = {step["p1"] for step in steps if step["opcode"] == "OpenRead" and step["p2"] == root} or {None}
    assert not [step for step in steps if step["opcode"] == "Column" and step["p1"] == answers]
    assert "TEMP B-TREE" not in plan


def test_the_latest_measured_answer_counts(store: Store) -> None:
    question = a_question("dropout")
    session = add_session(store, question)
    add_judged(store, session, a_report(a_transcript(), point_s=None), question)
    add_judged(store, add_session(store, question), a_report(a_transcript(), point_s=4.0), question)
    add_saved(store, add_session(store, question))
    assert store.question_records() == {"dropout": QuestionRecord(3, 0.5)}


def test_a_point_turned_round_in_the_latest_answer_is_remembered(store: Store) -> None:
    report = a_report(a_transcript(), point_s=4.0)
    first, *others = report.key_points or ()
    turned = replace(report, key_points=(replace(first, covered=False, verdict="contrary"), *others))
    add_judged(store, add_session(store, a_question("dropout")), turned, a_question("dropout"))
    assert store.question_records()["dropout"].has_contrary
    add_judged(store, add_session(store, a_question("dropout")), report, a_question("dropout"))
    assert not store.question_records()["dropout"].has_contrary


def test_an_answer_without_figures_was_given_all_the_same(store: Store) -> None:
    add_saved(store, add_session(store))
    (record,) = store.question_records().values()
    assert record == QuestionRecord(1, None)
    assert standing_of(record) is Standing.UNMEASURED


def test_weak_and_well() -> None:
    assert standing_of(QuestionRecord(1, 0.5)) is Standing.WEAK
    assert standing_of(QuestionRecord(1, 2 / 3)) is Standing.WELL


def test_topics_answered_since_a_moment(store: Store) -> None:
    dropout = replace(a_question("dropout"), topics=("dl.dropout", "found.regularization"))
    other = replace(a_question("other"), topics=("dl.pooling",))
    session = add_session(store, dropout, other)
    add_judged(store, session, a_report(a_transcript(), point_s=None), dropout)
    measured = add_judged(store, add_session(store, dropout), a_report(a_transcript(), point_s=4.0), dropout)
    add_saved(store, session, other, position=1)
    found = {record.topics: record for record in store.topics_since(NOON)}
    assert found == {
        frozenset(dropout.topics): TopicsRecord(frozenset(dropout.topics), 2, measured, 0.5),
        frozenset(other.topics): TopicsRecord(frozenset(other.topics), 1),
    }
    assert store.topics_since(NOON + timedelta(seconds=1)) == ()


def test_follow_ups_and_skipped_questions_practise_no_topic(store: Store) -> None:
    session = add_session(store)
    store.answer_skipped(session, a_question(), 0)
    asked_on = store.begin_answer(session, a_question("on"), 0, 1, "on.wav", NOON, rung=1)
    store.answer_saved(asked_on, 1, 1, "c0ffee")
    assert store.topics_since(NOON) == ()
