"""A library from the version before opens as it was, with the new tables empty beside it."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Migrations
from sqlite_utils.db import Database

from simulator.analysis.analyse import analyse
from simulator.corrections import taken_off
from simulator.store import connection
from simulator.store.migrations import migrations, the_beginning
from simulator.store.rows import report_columns, to_json
from simulator.store.store import Store
from tests.simulator.store.builders import a_question, a_transcript, add_saved, add_session

SPOKEN = "um I would look at the um data and then uh train a simple model that I can compare with the others " * 2


def _first_step() -> Migrations:
    before = Migrations(migrations.name)
    before(name="0001_the_beginning")(the_beginning)
    return before


@pytest.fixture
def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the first version with one judged answer in it, whose report lacks what came later."""
    with monkeypatch.context() as earlier:
        earlier.setattr(connection, "migrations", _first_step())
        store = Store.open(path)
        answer = add_saved(store, add_session(store))
        store.keep_transcript(answer, a_transcript(SPOKEN))
        store.close()
    columns = report_columns(analyse(a_transcript(SPOKEN), a_question()))
    columns["report"] = re.sub(r',"rules":.*$', "}", str(columns["report"]))
    with closing(Database(path, execute_plugins=False)) as db, db.atomic():
        db.table("answers").update(answer, columns)
    return path


def test_an_older_library_takes_corrections(older: Path) -> None:
    store = Store.open(older)
    (answer,) = store.judgeable()
    report = store.answer(answer).report
    assert report is not None
    assert (report.rules, report.rules_used) == ("default", None)
    assert (store.corrections(answer), store.earlier_reports(answer)) == ((), ())
    store.correct(answer, taken_off(report.fillers[0]))
    corrected = store.answer(answer).report
    assert corrected is not None
    assert len(corrected.fillers) == len(report.fillers) - 1
    store.uncorrect(answer)
    assert store.answer(answer).report == report
    store.close()


def test_a_report_from_before_stays_when_judged_anew(older: Path) -> None:
    store = Store.open(older)
    (answer,) = store.judgeable()
    before = store.answer(answer).report
    assert before is not None
    store.keep_report(answer, analyse(a_transcript(SPOKEN), a_question()))
    (earlier,) = store.earlier_reports(answer)
    assert (earlier.judged_at, earlier.rules) == (None, "default")
    assert to_json(earlier.report) == to_json(before)
    store.close()
