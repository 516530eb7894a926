"""The index that answers are found by: damaged in many ways, noticed, rebuilt, and in the way of nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.store.errors import SearchIndexDamaged
from simulator.store.records import INDEX_FAULT
from simulator.store.store import Store
from tests.simulator.store.spoiling import fill

DAMAGE = (
    "UPDATE answers_fts_data SET block = zeroblob(length(block)) WHERE id > 10",
    "UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10",
    "DELETE FROM answers_fts_data WHERE id > 10",
    "UPDATE answers_fts_data SET block = x'00' WHERE id = 10",
    "DELETE FROM answers_fts_docsize",
    "UPDATE answers_fts_docsize SET sz = x'ff'",
    "DELETE FROM answers_fts_config",
)


def damage(path: Path, how: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(how)
        db.commit()


@pytest.mark.parametrize("how", DAMAGE)
def test_it_is_seen_by_the_check_and_rebuilt_before_a_search(path: Path, how: str) -> None:
    session, answer = fill(path)
    damage(path, how)
    looking = Store.open_for_reading(path)
    assert looking.faults() == (INDEX_FAULT,)
    looking.close()
    store = Store.open(path)
    assert [found.answer_id for found in store.search_answers("simple model")] == [answer]
    assert [found.id for found in store.sessions(search="simple model")] == [session]
    assert store.faults() == ()
    store.close()


@pytest.mark.parametrize("how", DAMAGE)
def test_it_does_not_keep_a_session_from_being_deleted(path: Path, how: str) -> None:
    session, _ = fill(path)
    damage(path, how)
    store = Store.open(path)
    store.delete_session(session)
    assert store.session_count() == 1
    store.close()


def test_who_may_only_look_is_told_what_to_do(path: Path) -> None:
    fill(path)
    damage(path, DAMAGE[1])
    looking = Store.open_for_reading(path)
    with pytest.raises(SearchIndexDamaged, match="sessions check"):
        looking.search_answers("model")
    looking.close()


def test_a_whole_one_is_left_alone(path: Path) -> None:
    fill(path)
    store = Store.open(path)
    assert not store.mend_index()
    assert store.faults() == ()
    store.close()
