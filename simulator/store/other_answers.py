"""The other answers that were given to a question, at a glance: what a list of them says, without their reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from simulator.light import Light
from simulator.store.connection import Connection
from simulator.store.records import AnswerId, SessionId
from simulator.store.remains import moment_in, take_name, value_or
from simulator.store.rows import Row
from simulator.unknown_question import UNKNOWN_QUESTION, UNREADABLE_QUESTION

# A follow-up is named after its question and its place in the ladder: only its words tell which it was.
_OTHERS: Final = """
SELECT other.id, other.session_id, other.started_at, other.duration_s, other.samples, other.file_name,
    other.key_points_covered, other.key_points_asked, other.key_points_contrary,
    CASE WHEN json_valid(CAST(other.report AS TEXT))
        THEN json_extract(CAST(other.report AS TEXT), '$.length.light') END AS light
FROM answers AS given JOIN answers AS other ON other.question_id = given.question_id
WHERE given.id = ? AND other.id <> given.id AND other.status = 'saved' AND given.question_id NOT IN (?, ?)
    AND (other.rung = 0 AND given.rung = 0 OR other.question_text = given.question_text)
ORDER BY other.id DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """One answer in the list. What was not measured, or cannot be read any more, is None.

    `answered_s` is how long the answer was. `points_made` of `points_asked` key points were made, and of
    `points_contrary` the contrary was said. `has_sound`: it was spoken, and can be played.
    """

    id: AnswerId
    session_id: SessionId
    started_at: datetime | None
    answered_s: float | None
    light: Light | None
    points_made: int | None
    points_asked: int | None
    points_contrary: int
    has_sound: bool


class OtherAnswers:
    """Answers by their question. Every method may raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def to_question_of(self, answer: AnswerId, limit: int) -> tuple[OtherAnswer, ...]:
        """The newest `limit` saved answers to the question of this one, without itself; none if nobody knows it."""
        with self._connection.reading() as db:
            rows = db.query(_OTHERS, [answer, UNKNOWN_QUESTION.id, UNREADABLE_QUESTION.id, limit])
            return tuple(_other(row) for row in rows)


def _other(row: Row) -> OtherAnswer:
    file_name = value_or(lambda: take_name(row["file_name"]), None)
    return OtherAnswer(
        id=AnswerId(row["id"]),
        session_id=SessionId(row["session_id"]),
        started_at=value_or(lambda: moment_in(row["started_at"]), None),
        answered_s=row["duration_s"],
        light=value_or(lambda: Light(row["light"]), None),
        points_made=row["key_points_covered"],
        points_asked=row["key_points_asked"],
        points_contrary=row["key_points_contrary"] or 0,
        has_sound=file_name is not None and bool(row["samples"]),
    )
