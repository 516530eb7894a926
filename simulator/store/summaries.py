"""Sessions at a glance, out of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlite_utils.db import Database

from simulator.store.records import SessionId, SessionSummary
from simulator.store.rows import summary_of

# Each question of the plan once, in the order in which it was first asked; follow-ups are only counted.
_SUMMARIES: Final = """
SELECT session_figures.*, (
    SELECT json_group_array(CAST(question_text AS TEXT)) FROM (
        SELECT question_text FROM answers WHERE session_id = session_figures.id AND rung = 0
        GROUP BY position, question_text ORDER BY position, min(id)
    )
) AS question_texts, (
    SELECT count(DISTINCT position * 1000 + rung) FROM answers
    WHERE session_id = session_figures.id AND rung > 0 AND status = 'saved'
) AS follow_up_count, drill, rounds, is_strict, is_taken_in, name, tags, is_starred
FROM session_figures
JOIN (
    SELECT id AS session_id, drill, rounds, is_strict, is_taken_in FROM sessions
) AS practised ON practised.session_id = id
LEFT JOIN session_labels ON session_labels.session_id = id
WHERE id IN ({ids}) ORDER BY id DESC
"""


def summaries_of(db: Database, sessions: Sequence[int]) -> tuple[SessionSummary, ...]:
    """Those of these sessions that there are, the newest first."""
    # The numbers stand in the text: SQLite would work out the figures of every session to join them with a list.
    rows = db.query(_SUMMARIES.format(ids=", ".join(str(one) for one in sessions if isinstance(one, int))))
    return tuple(summary_of(row) for row in rows)


def newest(
    db: Database, limit: int, before: SessionId, condition: str = "", values: Sequence[object] = ()
) -> list[int]:
    """The ids of the newest sessions begun before one, of those that meet a condition of `sessions`."""
    meeting = f" AND {condition}" if condition else ""
    sql = f"SELECT id FROM sessions WHERE id < ?{meeting} ORDER BY id DESC LIMIT ?"  # noqa: S608
    return [row["id"] for row in db.query(sql, [before, *values, limit])]
