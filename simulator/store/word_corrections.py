"""What the user's ears put right in the words of an answer, and the words in use that come of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlite_utils.db import Database

from simulator.store.connection import Connection
from simulator.store.records import AnswerId
from simulator.store.rows import (
    Row,
    moment,
    readable_corrections,
    report_in,
    to_json,
    transcript_columns,
    transcript_in,
    typed_in,
)
from simulator.transcript import Transcript
from simulator.vocabulary_offer import HeardTerm, term_between, term_of
from simulator.word_corrections import WordCorrection, put_right

_MOST_ANSWERS: Final = 20
_ALIKE: Final = """
SELECT DISTINCT answer_id FROM word_corrections WHERE heard_text = ? AND said_text = ?
ORDER BY answer_id DESC LIMIT ?
"""
UNJUDGED: Final = """
SELECT id FROM answers INDEXED BY answers_with_new_words
WHERE has_new_words = 1 AND status = 'saved' AND (transcript IS NOT NULL OR file_name IS NULL)
"""


class WordCorrections:
    """Corrections of words in the library. Every method may raise a StoreError whose text is a sentence for the user.

    They are made and undone with all others: `Store.correct`, `Store.uncorrect`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, answer: AnswerId) -> tuple[WordCorrection, ...]:
        """The corrections of an answer's words, oldest first."""
        with self._connection.reading() as db:
            return corrections_of(db, answer)

    def times_alike(self, term: HeardTerm) -> int:
        """At how many places, of the newest answers, the term stands where the machine heard something else."""
        with self._connection.reading() as db:
            answers = [AnswerId(row["answer_id"]) for row in db.query(_ALIKE, [term.heard, term.said, _MOST_ANSWERS])]
            return sum(_places(db, answer, term) for answer in answers)

    def unjudged(self) -> tuple[AnswerId, ...]:
        """Answers whose report is still of the words before they were corrected, oldest first."""
        with self._connection.reading() as db:
            return tuple(AnswerId(row["id"]) for row in db.query(f"{UNJUDGED} ORDER BY id"))

    def is_unjudged(self, answer: AnswerId) -> bool:
        """Whether an answer is one of `unjudged`."""
        with self._connection.reading() as db:
            return any(True for _ in db.query(f"{UNJUDGED} AND id = ?", [answer]))


def hear(db: Database, answer: AnswerId, heard: Transcript) -> None:
    """Put in use what the machine heard, corrected as far as the corrections there are find their words in it."""
    in_use = _put_in_use(db, answer, heard)
    db.table("answers").update(answer, {"has_new_words": int(in_use is not heard)})


def add(db: Database, answer: AnswerId, correction: WordCorrection, after_correction: int) -> None:
    """Note a correction made after that row of `corrections`; the words in use follow.

    What is mistyped says nothing of what the machine hears: no term comes of it.
    """
    term = None if _is_typed(_words(db, answer)) else term_of(correction)
    row = {
        "answer_id": answer,
        "made_at": moment(datetime.now(UTC)),
        "after_correction": after_correction,
        "heard_text": term.heard if term else None,
        "said_text": term.said if term else None,
        "correction": to_json(correction),
    }
    db.table("word_corrections").insert(row)
    _follow(db, answer)


def take_back(db: Database, answer: AnswerId, since_correction: int) -> WordCorrection | None:
    """Forget the latest correction that can be read, if it was made since that row of `corrections`, and return it.

    The words in use follow.
    """
    clause = "answer_id = ? AND after_correction >= ?"
    rows = db.table("word_corrections").rows_where(clause, [answer, since_correction], order_by="id DESC")
    for row in list(rows):
        for correction in readable_corrections([row["correction"]]):
            db.table("word_corrections").delete(row["id"])
            _follow(db, answer)
            return correction
    return None


def corrections_of(db: Database, answer: AnswerId) -> tuple[WordCorrection, ...]:
    """The corrections of an answer's words that can be read, oldest first."""
    rows = db.table("word_corrections").rows_where("answer_id = ?", [answer], select="correction", order_by="id")
    return readable_corrections(row["correction"] for row in rows)


def _follow(db: Database, answer: AnswerId) -> None:
    row = _words(db, answer)
    heard = _heard(row)
    if heard is not None:
        in_use = _put_in_use(db, answer, heard)
        report = report_in(row["report"])
        has_new_words = report is None or not report.is_of(in_use)
        db.table("answers").update(answer, {"has_new_words": int(has_new_words)})


def _put_in_use(db: Database, answer: AnswerId, heard: Transcript) -> Transcript:
    in_use, _ = put_right(heard, corrections_of(db, answer))
    kept = None if in_use is heard else to_json(heard)
    columns: dict[str, object] = {"uncorrected_transcript": kept}
    is_typed = _is_typed(_words(db, answer))
    columns |= {"transcript_text": in_use.text} if is_typed else transcript_columns(in_use)
    db.table("answers").update(answer, columns)
    return in_use


def _places(db: Database, answer: AnswerId, term: HeardTerm) -> int:
    heard = _heard(_words(db, answer))
    if heard is None:
        return 0
    in_use, changes = put_right(heard, corrections_of(db, answer))
    return sum(
        term_between(change.heard, in_use.words[change.word_index : change.end_index]) == term for change in changes
    )


def _heard(row: Row) -> Transcript | None:
    """What the machine heard, or was typed first; None while nothing was written down, and if it cannot be read."""
    kept = row["uncorrected_transcript"] or row["transcript"]
    return transcript_in(kept) if kept is not None else typed_in(row)


def _is_typed(row: Row) -> bool:
    return typed_in(row) is not None


def _words(db: Database, answer: AnswerId) -> Row:
    select = "transcript, transcript_text, file_name, uncorrected_transcript, report"
    return next(db.table("answers").rows_where("id = ?", [answer], select=select))
