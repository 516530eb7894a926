"""Finding answers by their words. Whatever is typed is taken as words, never as query syntax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlite_utils.db import Database

from simulator.store.records import AnswerId, AnswerMatch, SessionId

MATCHING_SESSIONS: Final = """
SELECT session_id FROM answers JOIN answers_fts ON answers_fts.rowid = answers.id WHERE answers_fts MATCH ?
"""


def as_query(db: Database, text: str) -> str | None:
    """`text` as an FTS5 query for all its words, the last one perhaps unfinished; None if there is no word in it."""
    words = words_in(text)
    return db.quote_fts(words) + "*" if words else None


def words_in(text: str) -> str:
    """The words of `text` with nothing else between them but spaces; empty if there is no word in it."""
    words = "".join(letter if letter.isalnum() or letter in "'’-_" else " " for letter in text).split()
    return " ".join(words) if any(letter.isalnum() for word in words for letter in word) else ""


def answers_with(db: Database, text: str, limit: int) -> tuple[AnswerMatch, ...]:
    """The best `limit` answers whose words, question or note hold all words of `text`."""
    if (query := as_query(db, text)) is None:
        return ()
    sql = """
        SELECT answers.id, session_id, CAST(answers.question_text AS TEXT) AS question_text,
            snippet(answers_fts, -1, '', '', '…', 16) AS excerpt
        FROM answers_fts JOIN answers ON answers.id = answers_fts.rowid
        WHERE answers_fts MATCH ? ORDER BY answers_fts.rank LIMIT ?
    """
    rows: Iterable[dict[str, str]] = db.query(sql, [query, limit])
    return tuple(
        AnswerMatch(AnswerId(int(row["id"])), SessionId(int(row["session_id"])), row["question_text"], row["excerpt"])
        for row in rows
    )
