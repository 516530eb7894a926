"""Sessions as dates with a number of answers: what a period of them holds, without reading any answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.store.connection import Connection
from simulator.store.records import SessionId
from simulator.store.remains import moment_or_epoch


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """A session with `answer_count` saved answers. Of one whose date cannot be read, `started_at` says nothing."""

    session_id: SessionId
    started_at: datetime
    answer_count: int
    is_readable: bool = True


class SessionPoints:
    """Where sessions lie in time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[SessionPoint, ...]:
        """One for each session with a saved answer, oldest first."""
        with self._connection.reading() as db:
            rows = tuple(db.query("SELECT id, started_at, answer_count FROM session_figures ORDER BY id"))
        return tuple(
            SessionPoint(SessionId(row["id"]), *_read(row["started_at"], row["answer_count"]))
            for row in rows
            if row["answer_count"]
        )


def _read(started_at: object, answer_count: int) -> tuple[datetime, int, bool]:
    moment, is_readable = moment_or_epoch(started_at)
    return moment, answer_count, is_readable
