"""A library with something of everything in it, and bytes in its rows that nobody wrote."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Final

from simulator.analysis.analyse import analyse
from simulator.corrections import taken_off
from simulator.gap import Gap
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from simulator.stories.story import StoryDraft
from simulator.word_corrections import correction_of
from tests.simulator.store.builders import NOON, a_question, a_transcript, add_judged, add_saved, add_session

SPOKEN: Final = (
    "um I would you know look at the um data and then uh train a simple model that I can compare with others " * 2
)
COLUMNS: Final = {
    "sessions": ("started_at", "ended_at", "role", "round", "drill", "rounds", "questions"),
    "answers": (
        *("status", "started_at", "question_id", "question_text", "kind", "file_name", "sha256", "failure", "note"),
        *("transcript_text", "question", "transcript", "report", "rules", "judged_at", "uncorrected_report"),
    ),
    "corrections": ("made_at", "correction"),
    "reports": ("judged_at", "rules", "report"),
    "cards": ("due_at",),
    "reviews": ("question_id",),
    "stories": ("title", "tags", "created_at", "last_used_at", "text"),
    "question_marks": ("question_id", "marked_at"),
    "word_corrections": ("made_at", "heard_text", "said_text", "correction"),
    "session_labels": ("name", "tags"),
    "taken_in": ("source_name",),
    "gaps": ("at_s", "lasted_s"),
}
"""Every column of text, and where in the sound a gap is."""
WHOLE: Final = ("", "null", "[]", "{}", "5", '"', "[" * 5_000, "../../etc/passwd", "0001-01-01T00:00:00+14:00", "\0")


def fill(path: Path) -> tuple[SessionId, AnswerId]:
    """Two interviews: one whole, one with an answer cut off. The first, with its judged answer, is given."""
    store = Store.open(path)
    session = add_session(store)
    answer = add_judged(store, session, analyse(a_transcript(SPOKEN), a_question()))
    report = store.answer(answer).report
    assert report is not None
    store.correct(answer, taken_off(report.fillers[0]))
    store.keep_report(answer, analyse(a_transcript(f"{SPOKEN} so"), a_question()))
    store.set_note(answer, "Mind the end.")
    store.stories.keep(StoryDraft("The index", "I dropped the index.", ("failure",), answer), NOON)
    store.marks.star("dropout", is_on=True)
    put_two_words_right(store, answer)
    store.gaps.keep(answer, Gap(4.0, 3600.0))
    store.labels.name(session, "Second try")
    store.labels.tag(session, ("vision",))
    store.end_session(session, NOON)
    other = add_session(store)
    add_saved(store, other)
    cut_off = store.begin_answer(other, a_question(), 1, 1, "cut-off.wav", NOON)
    with store._connection.writing() as db:
        taken_in = {"session_id": other, "position": 1, "answer_id": cut_off, "source_name": "second.mov"}
        db.table("taken_in").insert(taken_in)
    store.close()
    return session, answer


def put_two_words_right(store: Store, answer: AnswerId) -> None:
    """Of the words of an answer."""
    transcript = store.answer(answer).transcript
    assert transcript is not None
    for index in (2, 5):
        correction = correction_of(transcript.words, (), index, 1, f"said{index}")
        assert correction is not None
        store.correct(answer, correction)


def spoil(db: sqlite3.Connection, chance: random.Random) -> str:
    """Put bytes into one value that nobody wrote, and tell where; the checks of the tables do not see it."""
    table = chance.choice(list(COLUMNS))
    column = chance.choice(COLUMNS[table])
    db.execute("PRAGMA ignore_check_constraints = ON")
    (row, before), *_ = chance.sample(db.execute(f"SELECT rowid, CAST({column} AS BLOB) FROM {table}").fetchall(), 1)  # noqa: S608
    after = _spoilt(before or b"", chance)
    value = "?" if chance.random() < 0.3 else "CAST(? AS TEXT)"
    db.execute(f"UPDATE {table} SET {column} = {value} WHERE rowid = ?", [after, row])  # noqa: S608
    return f"{table}.{column} of row {row}: {after[:60]!r} as {value}"


def _spoilt(value: bytes, chance: random.Random) -> bytes:
    if not value or chance.random() < 0.2:
        return chance.choice(WHOLE).encode()
    content = bytearray(value)
    for _ in range(chance.choice((1, 1, 3))):
        content[chance.randrange(len(content))] = chance.choice((0xFF, 0xC3, 0x80, 0x00, chance.randrange(256)))
    return bytes(content[: chance.randrange(len(content))] if chance.random() < 0.2 else content)
