"""A library of the first version, with one judged answer in it whose report lacks what came later."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import Final
from unittest import mock

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from simulator.analysis.analyse import analyse
from simulator.store import connection
from simulator.store.migrations import migrations, the_beginning
from simulator.store.rows import moment, report_columns, to_json, transcript_columns
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, a_transcript

SPOKEN: Final = (
    "um I would look at the um data and then uh train a simple model that I can compare with the others " * 2
)


def write_older(
    path: Path, file_name: str = "0.wav", samples: int = 32_000, byte_count: int = 64_044, sha256: str = "c0ffee"
) -> None:
    """Write it to `path`; the recording of its answer is such a file."""
    steps = mock.patch.object(connection, "migrations", _first_step())
    with steps, mock.patch.object(connection, "try_schema"):  # which has not all of its parts yet
        Store.open(path).close()
    question = a_question()
    columns = report_columns(analyse(a_transcript(SPOKEN), question)) | transcript_columns(a_transcript(SPOKEN))
    del columns["key_points_contrary"]
    columns["report"] = re.sub(r',"rules":.*$', "}", str(columns["report"]))
    session = {"started_at": moment(NOON), "role": "role.ml-engineer", "seed": 7, "questions": to_json((question,))}
    answer = {
        "session_id": 1, "position": 0, "attempt": 1, "status": "saved", "started_at": moment(NOON),
        "question_id": question.id, "question_text": question.text, "kind": question.kind,
        "question": to_json(question),
        "file_name": file_name, "samples": samples, "byte_count": byte_count, "sha256": sha256,
    }  # fmt: skip
    with closing(Database(path, execute_plugins=False)) as db, db.atomic():
        db.table("sessions").insert(session)
        db.table("answers").insert(answer | columns)


def _first_step() -> Migrations:
    before = Migrations(migrations.name)
    before(name="0001_the_beginning")(the_beginning)
    return before
