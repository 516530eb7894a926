"""Whatever lies in one row, the others can be read, and so can the rest of that one."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from question_bank.models import Kind
from simulator.analysis.report import ANALYSIS_VERSION
from simulator.analysis.rules import DEFAULT_NAME
from simulator.gap import Gap
from simulator.kept_outcome import outcome_for
from simulator.progress.period import Period
from simulator.progress.progress import ProgressWish
from simulator.store.errors import RowUnreadable
from simulator.store.history import History
from simulator.store.history_view import Column, Request, View
from simulator.store.progress_figures import read_progress
from simulator.store.records import AnswerId, AnswerRecord
from simulator.store.store import Store
from simulator.unknown_question import UNREADABLE_QUESTION
from tests.simulator.store.builders import NOON
from tests.simulator.store.spoiling import COLUMNS, fill, spoil

MUTATIONS = 400


@pytest.mark.parametrize("seed", range(4))
def test_any_reading_survives_any_row(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    kept, path = tmp_path / "kept.db", tmp_path / "library.db"
    fill(kept)
    shutil.copy(kept, path)
    store = Store.open(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for _ in range(MUTATIONS // 4):
            db.execute("BEGIN")
            try:
                told = spoil(db, chance)
            except sqlite3.IntegrityError:  # two answers with one file, or nothing where something must be
                db.execute("ROLLBACK")
                continue
            db.execute("COMMIT")
            try:
                read_everything(store, path)
            except Exception as error:
                raise AssertionError(f"{told} stops reading") from error
            put_back(db, kept)
    store.close()


def put_back(db: sqlite3.Connection, kept: Path) -> None:
    """Every row as it was written."""
    db.execute("ATTACH ? AS kept", [str(kept)])
    db.execute("BEGIN")
    tables = ("sessions", "answers", *sorted(COLUMNS.keys() - {"sessions", "answers"}))
    for table in reversed(tables):
        db.execute(f"DELETE FROM main.{table}")  # noqa: S608
    for table in tables:
        db.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")  # noqa: S608
    db.execute("COMMIT")
    db.execute("DETACH kept")


def read_everything(store: Store, path: Path) -> None:
    summaries = store.sessions()
    assert len(summaries) == store.session_count() == 2
    for summary in summaries:
        with suppress(RowUnreadable):
            store.plan(summary.id)
        for record in store.answers(store.session(summary.id).id):
            read_answer(store, record)
            outcome_for(store, summary.drill, record)
    for found in (store.sessions(search="index data"), store.search_answers("model")):
        assert len(found) <= 2
    for read in (store.judgeable, store.unfinished, store.untranscribed, store.unjudged, store.file_names):
        read()
    store.word_corrections.unjudged()
    store.taken_in.unfinished()
    read_figures(store)
    for period in Period:
        seen = read_progress(path, ProgressWish(NOON.date(), ANALYSIS_VERSION, DEFAULT_NAME, period))
        assert seen.calendar.answers <= 2


def read_answer(store: Store, record: AnswerRecord) -> None:
    assert store.answer(record.id) == record
    store.corrections(record.id)
    store.word_corrections.all(record.id)
    store.original_report(record.id)
    store.earlier_reports(record.id)
    store.cards.own_rating(record.id)
    store.drills.note(record.id)
    store.stories.of_answer(record.id)


def read_figures(store: Store) -> None:
    store.question_records()
    store.topics_since(NOON)
    store.recent_advice(5)
    store.recent_question_ids(5)
    store.usual(Kind.SHORT)
    store.stories.all()
    store.cards.due(NOON)
    store.cards.asked_since(NOON)
    store.cards.card("dropout")
    store.cards.unreviewed()
    store.marks.starred_ids()
    store.marks.hidden_ids()
    read_history(History(store._connection))


def read_history(history: History) -> None:
    for view in View:
        for search in ("", "model"):
            for column in (Column.WHEN, Column.TITLE):
                history.page(Request(view, search=search, column=column))
    history.choices()


def spoil_answer(path: Path, answer: AnswerId, column: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"UPDATE answers SET {column} = CAST(x'7bff' AS TEXT) WHERE id = ?", [answer])  # noqa: S608
        db.commit()


@pytest.mark.parametrize("column", ["question", "report", "transcript", "started_at"])
def test_what_is_left_of_an_answer_is_told(path: Path, column: str) -> None:
    session, answer = fill(path)
    spoil_answer(path, answer, column)
    store = Store.open(path)
    (record,) = store.answers(session)
    assert not record.is_readable
    assert (record.file_name, record.samples, record.note) == (f"{session}-0-1.wav", 32_000, "Mind the end.")
    assert (record.question is UNREADABLE_QUESTION) == (column == "question")
    assert (record.transcript is None) == (column == "transcript")
    assert record.can_be_judged == (column in ("report", "started_at"))
    assert all(summary.is_readable for summary in store.sessions())
    store.delete_session(session)
    assert store.session_count() == 1
    store.close()


def test_a_correction_that_cannot_be_read_costs_itself_alone(path: Path) -> None:
    _, answer = fill(path)
    with closing(sqlite3.connect(path)) as db:
        first = "SELECT min(id) FROM word_corrections"
        db.execute(f"UPDATE word_corrections SET correction = '{{' WHERE id = ({first})")  # noqa: S608
        db.commit()
    store = Store.open(path)
    record = store.answer(answer)
    assert record.is_readable
    assert [change.word_index for change in record.word_changes] == [5]
    assert store.uncorrect(answer) is not None
    assert store.answer(answer).word_changes == ()
    store.close()


@pytest.mark.parametrize("value", ["x'00ff'", "'soon'", "9e999", "-1"])
@pytest.mark.parametrize("column", ["at_s", "lasted_s"])
def test_a_gap_that_is_nowhere_is_passed_over(path: Path, column: str, value: str) -> None:
    _, answer = fill(path)
    store = Store.open(path)
    store.gaps.keep(answer, Gap(6.0, 2.0))
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"UPDATE gaps SET {column} = {value} WHERE at_s = 4.0")  # noqa: S608
        db.commit()
    assert store.answer(answer).gaps == (Gap(6.0, 2.0),)
    assert store.answer(answer).is_readable
    store.close()


def test_a_report_that_cannot_be_read_is_made_anew(path: Path) -> None:
    _, answer = fill(path)
    report = Store.open_for_reading(path).answer(answer).report
    assert report is not None
    spoil_answer(path, answer, "report")
    spoil_answer(path, answer, "uncorrected_report")
    store = Store.open(path)
    assert answer in store.judgeable()
    store.keep_report(answer, report)
    assert store.answer(answer).is_readable
    store.close()
