"""A library of 10,000 interviews with 100,000 answers, written straight into its tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlite_utils.db import Database

from question_bank.models import Role, Round
from simulator.drills.quick import QUICK
from simulator.store.rows import moment, plan_columns, report_columns, to_json, transcript_columns
from simulator.store.store import Store
from tests.benchmarks.words import SENTENCES
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript

SESSIONS: Final = 10_000
ANSWERS_EACH: Final = 10
RARE_EVERY: Final = 1_250
QUESTIONS: Final = 400
RARE: Final = "heteroscedasticity"
_CACHE_KB: Final = 200_000


def write(path: Path, until: datetime = NOON) -> None:
    """Fill a new library at `path`: one answer in `RARE_EVERY` holds the word `RARE`, each the word "model".

    One interview an hour, the last of them just before `until`.
    """
    Store.open(path).close()
    chance = random.Random(7)
    with closing(Database(path, execute_plugins=False)) as db:
        for pragma in ("synchronous = OFF", f"cache_size = -{_CACHE_KB}"):
            db.execute(f"PRAGMA {pragma}").close()
        with db.atomic():
            _insert(db, "sessions", _sessions(chance, until))
            _insert(db, "answers", _answers(chance, until))
            _insert(db, "reviews", _reviews(chance))
            _insert(db, "cards", _cards(chance, until))


def _insert(db: Database, table: str, rows: Iterator[dict[str, Any]]) -> None:
    first = next(rows)
    columns, marks = ", ".join(first), ", ".join("?" * len(first))
    sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
    db.execute(sql, list(first.values()))
    db.conn.executemany(sql, (list(row.values()) for row in rows))


def _sessions(chance: random.Random, until: datetime) -> Iterator[dict[str, Any]]:
    plan = plan_columns(a_plan())
    for number in range(SESSIONS):
        practised: dict[str, Any] = {"role": chance.choice(list(Role)), "round": chance.choice(list(Round))}
        if number % 5 == 0:
            practised |= {"round": None, "drill": QUICK.id}
        yield plan | {"started_at": moment(until - timedelta(hours=SESSIONS - number))} | practised


def _answers(chance: random.Random, until: datetime) -> Iterator[dict[str, Any]]:
    kinds = [_judged(chance, number) for number in range(QUESTIONS)]
    for number in range(SESSIONS * ANSWERS_EACH):
        session, position = divmod(number, ANSWERS_EACH)
        asked = _asked(number)
        question = a_question(f"question-{asked}", f"Question {asked}: what would you do with this model, and why?")
        row = kinds[asked] | {
            "session_id": session + 1, "position": position, "attempt": 1, "status": "saved",
            "started_at": moment(until - timedelta(hours=SESSIONS - session)), "question_id": question.id,
            "question_text": question.text, "kind": question.kind, "question": to_json(question),
            "file_name": f"{number}.wav", "samples": 32_000, "byte_count": 64_044, "sha256": "c0ffee",
        }  # fmt: skip
        if number % RARE_EVERY == 0:
            row["transcript_text"] = f"{row['transcript_text']} {RARE}"
        yield row


def _reviews(chance: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(SESSIONS * ANSWERS_EACH):
        yield {"answer_id": number + 1, "question_id": f"question-{_asked(number)}", "grade": chance.randint(1, 4)}


def _cards(chance: random.Random, until: datetime) -> Iterator[dict[str, Any]]:
    for number in range(QUESTIONS):
        due_at = until + timedelta(days=chance.randint(-10, 50))
        yield {
            "question_id": f"question-{number}", "due_at": moment(due_at), "stability_days": 9.0, "difficulty": 5.0,
            "review_count": SESSIONS * ANSWERS_EACH // QUESTIONS,
        }  # fmt: skip


def _asked(number: int) -> int:
    """The number of the question that an answer is to."""
    return number * 7919 % QUESTIONS


def _judged(chance: random.Random, number: int) -> dict[str, Any]:
    """What is kept of a minute of speech."""
    said = " ".join(chance.choice(SENTENCES) for _ in range(9)) + " model"
    report = a_report(
        a_transcript(said), sounds=chance.choice((None, 1.0, 3.5, 7.0)), over_s=max(0.0, float(number % 60 - 40))
    )
    return transcript_columns(a_transcript(said)) | report_columns(report)
