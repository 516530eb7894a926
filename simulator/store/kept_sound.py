"""Which answers' recordings may be deleted, the words and results being kept, and which are."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Final

from simulator.store.connection import Connection
from simulator.store.records import LET_GO, AnswerId, SessionId
from simulator.store.remains import take_name, value_or
from simulator.store.rows import moment

_DUE: Final = """
SELECT id, file_name FROM answers
WHERE status = 'saved' AND file_name IS NOT NULL AND sha256 <> ? AND transcript IS NOT NULL AND report IS NOT NULL
    AND has_new_words = 0 AND session_id IS NOT ? AND started_at < ? ORDER BY id
"""

# With the very words of the index, or SQLite would not use it: this is asked at every start.
NAMES_LET_GO: Final = f"SELECT id, file_name FROM answers WHERE sha256 = '{LET_GO}'"  # noqa: S608 - our own words


class KeptSound:
    """Every method may raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def judged_before(self, moment_before: datetime, busy: SessionId | None = None) -> tuple[tuple[AnswerId, str], ...]:
        """Transcribed and judged answers begun before then, with their recordings; none of the session `busy`."""
        with self._connection.reading() as db:
            rows = list(db.query(_DUE, [LET_GO, busy, moment(moment_before)]))
        named = ((AnswerId(row["id"]), value_or(partial(take_name, row["file_name"]), None)) for row in rows)
        return tuple((answer, name) for answer, name in named if name)

    def let_go(self, answer: AnswerId) -> None:
        """Note, durably, that the recording of this answer is deleted as the user wished."""
        with self._connection.writing(durable=True) as db:
            db.execute("UPDATE answers SET sha256 = ? WHERE id = ?", [LET_GO, answer])

    def names_let_go(self) -> dict[AnswerId, str]:
        """The recordings of which that was noted: where one is still there, the program was cut off before it went."""
        with self._connection.reading() as db:
            rows = list(db.query(NAMES_LET_GO))
        named = ((AnswerId(row["id"]), value_or(partial(take_name, row["file_name"]), None)) for row in rows)
        return {answer: name for answer, name in named if name}
