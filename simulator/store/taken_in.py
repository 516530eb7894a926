"""Recordings made elsewhere on their way into the library: which are still to come, and which have an answer by now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from simulator.store.records import AnswerId, AnswerStatus, SessionId
from simulator.store.remains import take_name, value_or
from simulator.store.rows import moment, new_answer_columns, plan_columns

if TYPE_CHECKING:
    from question_bank.models import Question
    from simulator.interview.plan import SessionPlan
    from simulator.store.connection import Connection

_UNFINISHED: Final = """
SELECT taken_in.session_id, taken_in.position, taken_in.source_name, answers.id AS answer_id, answers.file_name
FROM taken_in LEFT JOIN answers ON answers.id = taken_in.answer_id
WHERE taken_in.answer_id IS NULL OR answers.status = 'recording'
ORDER BY taken_in.session_id, taken_in.position
"""
_OPEN: Final = "SELECT id FROM sessions WHERE is_taken_in = 1 AND ended_at IS NULL ORDER BY id"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A recording that is not in the library yet. `source_name` is its file's own name, without the folder.

    `answer_id` and `file_name` are those of the answer that was begun for it, None before.
    """

    session_id: SessionId
    position: int
    source_name: str
    answer_id: AnswerId | None = None
    file_name: str | None = None


class TakenIn:
    """Recordings taken in. Every method may raise a StoreError whose text is a sentence for the user.

    What is to come is noted before the first file is touched, and each answer before its own: after a power cut it is
    known what was not taken in, and nothing is left that looks as if it were.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin_session(self, plan: SessionPlan, source_names: Sequence[str], at: datetime) -> SessionId:
        """Note, durably, that these recordings are to be taken in as answers to the questions of `plan`, in order."""
        with self._connection.writing(durable=True) as db:
            row = plan_columns(plan) | {"started_at": moment(at), "is_taken_in": 1}
            session = SessionId(_key(db.table("sessions").insert(row).last_pk))
            db.table("taken_in").insert_all(
                {"session_id": session, "position": position, "source_name": name}
                for position, name in enumerate(source_names)
            )
        return session

    def begin_answer(
        self, session: SessionId, position: int, question: Question, file_name: str, at: datetime
    ) -> AnswerId:
        """Note, durably and before that file is made, that the sound of a recording is written into `file_name`."""
        row = new_answer_columns(session, question, position, 0, at)
        row |= {"status": AnswerStatus.RECORDING, "file_name": file_name}
        with self._connection.writing(durable=True) as db:
            answer = AnswerId(_key(db.table("answers").insert(row).last_pk))
            db.execute(
                "UPDATE taken_in SET answer_id = ? WHERE session_id = ? AND position = ?", [answer, session, position]
            )
        return answer

    def leave_out(self, session: SessionId, positions: Collection[int]) -> None:
        """These are not taken in after all: nothing is left of them. Their files are not the library's to remove."""
        with self._connection.writing(durable=True) as db:
            for position in positions:
                place: list[Any] = [session, position]
                db.execute("DELETE FROM answers WHERE session_id = ? AND position = ?", place)
                db.execute("DELETE FROM taken_in WHERE session_id = ? AND position = ?", place)

    def close_session(self, session: SessionId, at: datetime) -> bool:
        """Note that no more comes; whether anything is left of the session: one without answers goes."""
        with self._connection.writing(durable=True) as db:
            if not db.table("answers").count_where("session_id = ?", [session]):
                db.execute("DELETE FROM sessions WHERE id = ?", [session])
                return False
            db.execute("UPDATE sessions SET ended_at = ? WHERE id = ?", [moment(at), session])
        return True

    def open_sessions(self) -> tuple[SessionId, ...]:
        """Those that were not closed: at start, the program was cut off while it took recordings in."""
        with self._connection.reading() as db:
            return tuple(SessionId(row["id"]) for row in db.query(_OPEN))

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Every recording that is not in the library yet, in order."""
        with self._connection.reading() as db:
            return tuple(_unfinished(db.query(_UNFINISHED)))


def _unfinished(rows: Iterable[dict[str, Any]]) -> Iterable[Unfinished]:
    for row in rows:
        name = value_or(partial(take_name, row["file_name"]), None)
        answer = None if row["answer_id"] is None else AnswerId(row["answer_id"])
        yield Unfinished(SessionId(row["session_id"]), row["position"], str(row["source_name"]), answer, name)


def _key(pk: object) -> int:
    if not isinstance(pk, int):
        raise TypeError(f"not a whole number as key: {pk!r}")
    return pk
