"""A session's figures are worked out from its own answers, and from no others."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlite_utils.db import Database

from simulator.store.store import Store


def test_no_other_answers_are_read_for_a_session(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Store.open(path).close()
    with closing(Database(path, execute_plugins=False)) as db:
        steps = [row["detail"] for row in db.query("EXPLAIN QUERY PLAN SELECT * FROM session_figures WHERE id = 1")]
    (of_answers,) = [step for step in steps if "answers" in step]
    assert "answers_of_session (session_id=?)" in of_answers
