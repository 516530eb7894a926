"""Finding answers and questions by their words. Whatever is typed is taken as words, never as query syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from sqlite_utils.db import Database

from question_bank.models import Question
from simulator.store.records import AnswerId, AnswerMatch, SessionId
from simulator.store.rows import to_json

MATCHING_SESSIONS: Final = """
SELECT session_id FROM answers JOIN answers_fts ON answers_fts.rowid = answers.id WHERE answers_fts MATCH ?
"""


def as_query(db: Database, text: str) -> str | None:
    """`text` as an FTS5 query for all its words, the last one perhaps unfinished; None if there is no word in it."""
    words = "".join(letter if letter.isalnum() or letter in "'’-_" else " " for letter in text).split()
    if not any(letter.isalnum() for word in words for letter in word):
        return None
    return db.quote_fts(" ".join(words)) + "*"


def index_bank(db: Database, questions: Sequence[Question]) -> None:
    """Make `questions` the ones that `question_ids` searches; costs next to nothing if they already are."""
    digest = sha256(to_json(questions).encode()).hexdigest()
    if [row["digest"] for row in db.table("indexed_bank").rows] == [digest]:
        return
    db.table("questions").delete_where()
    db.table("questions").insert_all(_entry(question) for question in questions)
    db.table("questions").optimize()
    db.table("indexed_bank").delete_where()
    db.table("indexed_bank").insert({"digest": digest})


def question_ids(db: Database, text: str) -> tuple[str, ...]:
    """Ids of the indexed questions with all words of `text`, best first."""
    if (query := as_query(db, text)) is None:
        return ()
    return tuple(row["id"] for row in db.table("questions").search(query, columns=["id"]))


def answers_with(db: Database, text: str, limit: int) -> tuple[AnswerMatch, ...]:
    """The best `limit` answers whose words, question or note hold all words of `text`."""
    if (query := as_query(db, text)) is None:
        return ()
    sql = """
        SELECT answers.id, session_id, answers.question_text, snippet(answers_fts, -1, '', '', '…', 16) AS excerpt
        FROM answers_fts JOIN answers ON answers.id = answers_fts.rowid
        WHERE answers_fts MATCH ? ORDER BY answers_fts.rank LIMIT ?
    """
    rows: Iterable[dict[str, str]] = db.query(sql, [query, limit])
    return tuple(
        AnswerMatch(AnswerId(int(row["id"])), SessionId(int(row["session_id"])), row["question_text"], row["excerpt"])
        for row in rows
    )


def _entry(question: Question) -> dict[str, str]:
    return {
        "id": question.id,
        "text": question.text,
        "key_points": "\n".join(point.text for point in question.key_points),
        "topics": " ".join(question.topics).replace(".", " ").replace("-", " "),
    }
