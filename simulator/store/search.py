"""Finding answers by their words. Whatever is typed is taken as words, never as query syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlite_utils.db import Database

from simulator.store.history_view import FOUND
from simulator.store.records import AnswerId, AnswerMatch, SessionId

MATCHING_SESSIONS: Final = """
SELECT session_id FROM answers JOIN answers_fts ON answers_fts.rowid = answers.id WHERE answers_fts MATCH ?
"""


def as_query(db: Database, text: str) -> str | None:
    """`text` as an FTS5 query for all its words, the last one perhaps unfinished; None if there is no word in it.

    One letter is no beginning of a word: it would find half of the library, and take its time.
    """
    words = words_in(text)
    is_begun = len(words.rpartition(" ")[2]) > 1
    return db.quote_fts(words) + ("*" if is_begun else "") if words else None


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
    return tuple(
        AnswerMatch(AnswerId(row["id"]), SessionId(row["session_id"]), row["question_text"], row["excerpt"])
        for row in db.query(sql, [query, limit])
        if isinstance(row["session_id"], int)  # else it is of no session any more
    )


def excerpts(db: Database, query: str, answers: Sequence[int]) -> dict[int, str]:
    """For those of these answers that the query finds, the place of the words, each of them between the `FOUND`."""
    sql = """
        SELECT rowid, snippet(answers_fts, -1, ?, ?, '…', 18) AS excerpt
        FROM answers_fts WHERE answers_fts MATCH ? AND rowid BETWEEN ? AND ?
        AND +rowid IN (SELECT value FROM json_each(?))
    """
    values = [*FOUND, query, *_range_of(answers)]
    return {int(row["rowid"]): str(row["excerpt"]) for row in db.query(sql, values)}


def count_of(db: Database, query: str) -> int:
    """How many answers the query finds."""
    sql = "SELECT count(*) AS number FROM answers_fts WHERE answers_fts MATCH ?"
    return next(int(row["number"]) for row in db.query(sql, [query]))


def found_among(db: Database, query: str, answers: Sequence[int]) -> tuple[int, ...]:
    """Which of these answers the query finds, in order."""
    sql = """
        SELECT rowid FROM answers_fts WHERE answers_fts MATCH ? AND rowid BETWEEN ? AND ?
        AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid
    """
    return tuple(int(row["rowid"]) for row in db.query(sql, [query, *_range_of(answers)]))


def _range_of(answers: Sequence[int]) -> tuple[int, int, str]:
    """The first, the last and all of them: FTS5 goes through a range at once, but begins anew for each of a list."""
    return min(answers, default=0), max(answers, default=0), f"[{','.join(map(str, answers))}]"


def found_words(db: Database, answer: AnswerId, text: str) -> tuple[int, ...]:
    """Which words of what was said in an answer the search for `text` is about, counted from 0; none of others' words.

    A word is what stands between spaces, as in a transcript.
    """
    if (query := as_query(db, text)) is None:
        return ()
    sql = "SELECT highlight(answers_fts, 0, ?, ?) AS said FROM answers_fts WHERE rowid = ? AND answers_fts MATCH ?"
    marked = next((str(row["said"]) for row in db.query(sql, [*FOUND, answer, query])), "")
    return tuple(_marked_words(marked))


def _marked_words(marked: str) -> Iterator[int]:
    is_found = False
    for number, word in enumerate(marked.split(" ")):
        if is_found or FOUND[0] in word:
            yield number
        is_found = word.rfind(FOUND[0]) > word.rfind(FOUND[1]) or (is_found and FOUND[1] not in word)
