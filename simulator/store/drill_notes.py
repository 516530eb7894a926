"""What drills keep of an answer beside its report, and the answers a drill looks back on."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from simulator.drills.drill import Drill
from simulator.drills.drill_note import DrillNote
from simulator.store.connection import Connection
from simulator.store.records import AnswerId, AnswerRecord
from simulator.store.rows import ANSWER, answer_of

_COLUMNS: Final = tuple(field.name for field in fields(DrillNote))
_TRIES: Final = """
FROM answers JOIN sessions ON sessions.id = answers.session_id
WHERE sessions.drill = ? AND answers.status = 'saved' AND answers.report IS NOT NULL AND answers.id < ?
ORDER BY answers.id DESC LIMIT ?
"""


class DrillNotes:
    """Notes of drills in the library. Every method may raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, answer: AnswerId) -> DrillNote:
        """What is noted of an answer; an empty note if nothing is."""
        with self._connection.reading() as db:
            rows = list(db.table("drill_notes").rows_where("answer_id = ?", [answer]))
        return DrillNote(**{name: rows[0][name] for name in _COLUMNS}) if rows else DrillNote()

    def keep_silence(self, answer: AnswerId, stopped_s: float, went_on_s: float | None) -> None:
        """Keep when Stop was pressed and how long after it a voice was heard."""
        self._keep(answer, {"stopped_s": stopped_s, "went_on_s": went_on_s})

    def keep_guess(self, answer: AnswerId, length_s: float, filler_sounds: int) -> None:
        """Keep what the candidate expected."""
        self._keep(answer, {"guessed_s": length_s, "guessed_filler_sounds": filler_sounds})

    def tries(self, drill: Drill, before: AnswerId, limit: int) -> tuple[AnswerRecord, ...]:
        """The last `limit` judged answers of this drill begun before one answer, newest first."""
        with self._connection.reading() as db:
            return tuple(answer_of(row) for row in db.query(f"SELECT {ANSWER} {_TRIES}", [drill.id, before, limit]))

    def _keep(self, answer: AnswerId, columns: dict[str, object]) -> None:
        with self._connection.writing() as db:
            db.table("drill_notes").upsert({"answer_id": answer} | columns, pk="answer_id")
