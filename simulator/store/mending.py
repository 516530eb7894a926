"""What a check of the library can put right in its rows, and what is left to do once words were taken away.

No row and no word is taken away here: whatever is marked can be marked as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from simulator.store.connection import Connection
from simulator.store.deletion import clear_traces
from simulator.store.records import AnswerId, AnswerStatus

# A recording may still be there for an answer that was never transcribed: whoever asks looks for it.
_WORDLESS: Final = """
SELECT id FROM answers
WHERE status = 'saved' AND transcript IS NULL AND trim(CAST(transcript_text AS TEXT)) = '' AND CAST(note AS TEXT) = ''
ORDER BY id
"""
_MARK: Final = "UPDATE answers SET status = ? WHERE id = ? AND status = ?"


class Mending:
    """Every method may raise a StoreError whose text is a sentence for the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def wordless(self) -> frozenset[AnswerId]:
        """Saved answers of which neither words nor a note are kept, recorded ones among them."""
        with self._connection.reading() as db:
            return frozenset(AnswerId(row["id"]) for row in db.query(_WORDLESS))

    def latest(self) -> AnswerId:
        """The answer begun last; 0 where there is none. Ids only grow, whatever is deleted."""
        with self._connection.reading() as db:
            rows = db.query("SELECT coalesce(max(seq), 0) AS id FROM sqlite_sequence WHERE name = 'answers'")
            return AnswerId(next(iter(rows))["id"])

    def mark(self, answer: AnswerId, status: AnswerStatus, before: AnswerStatus) -> bool:
        """Durably give an answer another status, if its present one is `before`; whether it was."""
        with self._connection.writing(durable=True) as db:
            return db.execute(_MARK, [status, answer, before]).rowcount == 1

    def make_indexes_anew(self) -> None:
        """SQLite's own, out of the rows; it changes nothing else."""
        with self._connection.writing() as db:
            db.execute("REINDEX")

    def clear_traces(self) -> None:
        """Leave nothing of what was deleted or emptied in the index, the journal and the copies. Raises TracesLeft."""
        clear_traces(self._connection)

    def on_words_gone(self, told: Callable[[], object]) -> None:
        """Have `told` called whenever a note, a tag or a name was taken away: its traces are to be cleared."""
        self._connection.words_gone = told
