"""The index of words is looked at without keeping anybody from writing, whatever is wrong with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.store.store import Store
from simulator.store.word_index import is_sound_beside
from tests.simulator.store.spoiling import fill


def test_it_is_whole_while_somebody_writes(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("UPDATE answers SET note = 'not yet'")
        assert is_sound_beside(path)
        writing.execute("COMMIT")
    assert is_sound_beside(path)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10",
        "DELETE FROM answers_fts_data WHERE id > 10",
        "DELETE FROM answers_fts_docsize",
        "DELETE FROM answers_fts_config",
        "DROP TABLE answers_fts_idx",
    ],
)
def test_whatever_is_wrong_is_seen_and_nothing_is_changed(path: Path, harm: str) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(harm)
        db.commit()
    before = path.read_bytes()
    assert not is_sound_beside(path)
    assert path.read_bytes() == before


def test_nothing_of_the_copy_is_left(path: Path) -> None:
    fill(path)
    assert is_sound_beside(path)
    assert {one.name.removeprefix("library.db") for one in path.parent.iterdir()} <= {"", "-wal", "-shm"}


def test_a_library_of_many_answers(path: Path) -> None:
    fill(path)
    store = Store.open(path)
    assert store.faults() == ()
    store.close()
