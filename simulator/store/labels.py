"""What the user says of a session or an answer beside any judgement: a name, tags, a star."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.store.connection import Connection
from simulator.store.errors import UnknownRecord
from simulator.store.history_view import LONGEST_NAME, MOST_TAGS
from simulator.store.records import AnswerId, SessionId
from simulator.store.rows import to_json

_KEEP: Final = """
INSERT INTO session_labels (session_id, {column}) VALUES (?, ?)
ON CONFLICT (session_id) DO UPDATE SET {column} = excluded.{column}
"""


class Labels:
    """Names, tags and stars; they go with what they are of. Each change is on the disk on return."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def name(self, session: SessionId, name: str) -> None:
        """Call a session so; "" gives it its own title back. Raises UnknownRecord."""
        self._keep(session, "name", " ".join(name.split())[:LONGEST_NAME])

    def tag(self, session: SessionId, tags: Iterable[str]) -> None:
        """Put these tags on a session, and no others: each once, without empty ones. Raises UnknownRecord."""
        tidy = (" ".join(tag.split())[:LONGEST_NAME] for tag in tags)
        self._keep(session, "tags", to_json(tuple(dict.fromkeys(tag for tag in tidy if tag))[:MOST_TAGS]))

    def star(self, session: SessionId, *, is_on: bool) -> None:
        """Put a star on a session, or take it off. Raises UnknownRecord."""
        self._keep(session, "is_starred", int(is_on))

    def star_answer(self, answer: AnswerId, *, is_on: bool) -> None:
        """Put a star on an answer, or take it off. Raises UnknownRecord."""
        with self._connection.writing(durable=True) as db:
            if not db.table("answers").count_where("id = ?", [answer]):
                raise UnknownRecord(f"There is no answer {answer}.")
            if is_on:
                db.execute("INSERT OR IGNORE INTO answer_stars (answer_id) VALUES (?)", [answer])
            else:
                db.execute("DELETE FROM answer_stars WHERE answer_id = ?", [answer])

    def _keep(self, session: SessionId, column: str, value: object) -> None:
        with self._connection.writing(durable=True) as db:
            if not db.table("sessions").count_where("id = ?", [session]):
                raise UnknownRecord(f"There is no session {session}.")
            db.execute(_KEEP.format(column=column), [session, value])
