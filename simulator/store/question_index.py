"""Full-text search over the questions of a loaded bank, in memory. It is made anew with the bank and kept nowhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from sqlite_utils.db import Database

from question_bank.labels import topic_label
from question_bank.models import Question
from simulator.store.search import as_query

# Without contents of its own: what is found are row numbers, and the questions are at hand.
_TABLE: Final = """
CREATE VIRTUAL TABLE questions USING fts5 (
    text, key_points, topics, more, content = '', tokenize = "porter unicode61 remove_diacritics 2"
)
"""
_INSERT: Final = "INSERT INTO questions (rowid, text, key_points, topics, more) VALUES (?, ?, ?, ?, ?)"
# The words of the question weigh most, then those of its topics and key points.
_FOUND: Final = "SELECT rowid FROM questions WHERE questions MATCH ? ORDER BY bm25(questions, 8.0, 2.0, 4.0, 1.0)"


class QuestionIndex:
    """Finds questions by their words. Made on one thread, it may then be used on another, but not by two at once."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        self._db = Database(sqlite3.connect(":memory:", check_same_thread=False), execute_plugins=False)
        self._db.execute(_TABLE)
        with self._db.atomic():
            self._db.conn.executemany(_INSERT, _rows(self._questions))

    def search(self, text: str) -> tuple[Question, ...]:
        """The questions with all words of `text`, best first; the last word may be unfinished. No word, no question."""
        if (query := as_query(self._db, text)) is None:
            return ()
        return tuple(self._questions[row[0]] for row in self._db.execute(_FOUND, [query]))

    def close(self) -> None:
        """Give the memory back."""
        self._db.close()


def _rows(questions: Sequence[Question]) -> Iterator[tuple[int, str, str, str, str]]:
    for number, question in enumerate(questions):
        topics = " ".join(f"{topic_label(topic)} {topic}" for topic in question.topics)
        points = "\n".join(point.text for point in question.key_points)
        yield number, question.text, points, topics, f"{question.id} {question.code or ''}"
