"""A library whose schema was spoilt is told as damaged wherever that shows first, never as a bug."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.store.errors import DatabaseDamaged, StoreError
from simulator.store.soundness import has_our_schema
from simulator.store.store import Store
from tests.simulator.store.builders import add_session


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute(statement)
        db.commit()


def read_all(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.sessions()
        store.sessions(search="model")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sqlite_schema SET sql = replace(sql, 'is_starred', 'is_xtarred') WHERE name = 'session_labels'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'session_id', 'sexsion_id') WHERE name = 'session_labels'",
        "UPDATE sqlite_schema SET sql = replace(sql, '\"name\"', '\"nome\"') WHERE name LIKE '%migrations'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'migration_set', 'migration_sit') WHERE name LIKE '%migrations'",
        "UPDATE _sqlite_migrations SET name = 4.5 WHERE rowid = 2",
        "DELETE FROM answers_fts_config",
    ],
)
def test_a_spoilt_schema_is_told_or_goes_unnoticed(path: Path, statement: str) -> None:
    with closing(Store.open(path)) as store:
        add_session(store)
    spoil(path, statement)
    with suppress(StoreError):
        read_all(path)


def test_our_own_columns_are_all_there(path: Path) -> None:
    Store.open(path).close()
    with closing(Database(path)) as db:
        assert has_our_schema(db)
        db.execute('ALTER TABLE "session_labels" RENAME COLUMN "is_starred" TO "is_xtarred"')
        assert not has_our_schema(db)


def test_a_library_without_one_of_our_indexes_is_damaged(path: Path) -> None:
    Store.open(path).close()
    spoil(path, "DROP INDEX answers_asked")
    with closing(Store.open_beside(path)) as store, pytest.raises(DatabaseDamaged):
        store.recent_question_ids(1)
