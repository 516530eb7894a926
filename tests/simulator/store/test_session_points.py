"""Sessions with an answer, oldest first; one whose date was spoilt is there and says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from simulator.store.store import Store
from tests.simulator.store.builders import NOON, add_saved, add_session


def test_only_sessions_with_an_answer_are_points(store: Store) -> None:
    first, _empty, last = (add_session(store) for _ in range(3))
    add_saved(store, first)
    add_saved(store, first, position=1)
    add_saved(store, last)
    assert [(one.session_id, one.answer_count) for one in store.points.all()] == [(first, 2), (last, 1)]
    assert store.points.all()[0].started_at == NOON


def test_a_date_that_cannot_be_read_is_said(store: Store, path: Path) -> None:
    add_saved(store, add_session(store))
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE sessions SET started_at = 'nonsense'")
    (point,) = store.points.all()
    assert not point.is_readable
