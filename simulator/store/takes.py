"""The answers that were given to one question, over the years: what a list needs, and no report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.store.connection import Connection
from simulator.store.records import AnswerId, SessionId
from simulator.store.remains import moment_in, value_or
from simulator.store.rows import Row
from simulator.unknown_question import UNKNOWN_QUESTION, UNREADABLE_QUESTION

# A follow-up is named after its question and its place in the ladder: only its words tell which it was.
_TAKES: Final = """
SELECT take.id, take.session_id, take.started_at, take.attempt
FROM answers AS given JOIN answers AS take INDEXED BY answers_of_question ON take.question_id = given.question_id
WHERE given.id = ? AND take.status = 'saved' AND given.question_id NOT IN (?, ?)
    AND (take.rung = 0 AND given.rung = 0 OR take.question_text = given.question_text)
ORDER BY take.started_at, take.id
"""


@dataclass(frozen=True, slots=True)
class Take:
    """One answer among others to the same question. `attempt` counts from 1 within its interview; `started_at` is None
    where that cannot be read any more.
    """

    answer_id: AnswerId
    session_id: SessionId
    started_at: datetime | None
    attempt: int


class Takes:
    """Answers by their question. Every method may raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_question(self, answer: AnswerId) -> tuple[Take, ...]:
        """Every saved answer to the question of this one, itself among them, oldest first; none if nobody knows it."""
        values = [answer, UNKNOWN_QUESTION.id, UNREADABLE_QUESTION.id]
        with self._connection.reading() as db:
            return tuple(_take(row) for row in db.query(_TAKES, values))


def _take(row: Row) -> Take:
    started_at = value_or(lambda: moment_in(row["started_at"]), None)
    return Take(AnswerId(row["id"]), SessionId(row["session_id"]), started_at, row["attempt"])
