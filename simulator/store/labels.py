"""What the user says of a session or an answer beside any judgement: a name, tags, a star."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from simulator.store.connection import Connection
from simulator.store.errors import UnknownRecord
from simulator.store.history_view import LONGEST_NAME, MOST_TAGS
from simulator.store.records import AnswerId, SessionId
from simulator.store.rows import UNREADABLE, from_json, to_json

_KEEP: Final = """
INSERT INTO session_labels (session_id, {column}) VALUES (?, ?)
ON CONFLICT (session_id) DO UPDATE SET {column} = excluded.{column}
"""
_LABELS: Final = "SELECT name, tags, is_starred FROM session_labels WHERE session_id = ?"


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
            before = list(db.query(_LABELS, [session]))
            db.execute(_KEEP.format(column=column), [session, value])
        if before and _has_lost_words(before[0][column], value):
            self._connection.words_gone()


def _has_lost_words(before: object, after: object) -> bool:
    """Whether a name, or one of the tags (a JSON list), is there no more."""
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    return not _words_in(before) <= _words_in(after)


def _words_in(label: str) -> set[str]:
    with suppress(*UNREADABLE):
        return set(from_json(label, tuple[str, ...]))
    return {label} - {""}
