"""What the user has marked in the question bank: starred, hidden. The questions themselves are not kept here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from simulator.store.connection import Connection
from simulator.store.rows import moment

_COLUMNS: Final = ("is_starred", "is_hidden")


class Marks:
    """Marks by question id; they outlast the question, so that a pack may be taken away and brought back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def starred_ids(self) -> frozenset[str]:
        """The questions with a star."""
        return self._ids("is_starred")

    def hidden_ids(self) -> frozenset[str]:
        """The questions that no interview is to ask."""
        return self._ids("is_hidden")

    def star(self, question_id: str, *, is_on: bool) -> None:
        """Put a star on a question, or take it off; on return it is on the disk."""
        self._set(question_id, "is_starred", is_on)

    def hide(self, question_id: str, *, is_on: bool) -> None:
        """Hide a question from plans, or bring it back; on return it is on the disk."""
        self._set(question_id, "is_hidden", is_on)

    def _ids(self, column: str) -> frozenset[str]:
        with self._connection.reading() as db:
            rows = db.table("question_marks").rows_where(f"{column} = 1", select="question_id")
            return frozenset(row["question_id"] for row in rows)

    def _set(self, question_id: str, column: str, is_on: bool) -> None:
        with self._connection.writing(durable=True) as db:
            marks = db.table("question_marks")
            before = next(iter(marks.rows_where("question_id = ?", [question_id])), {})
            row = {name: before.get(name, 0) for name in _COLUMNS}
            row |= {"question_id": question_id, column: int(is_on), "marked_at": moment(datetime.now(UTC))}
            marks.insert(row, replace=True)
