"""A library from the version before opens as it was, with the new tables empty beside it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.analysis.analyse import analyse
from simulator.analysis.report import ANALYSIS_VERSION
from simulator.corrections import taken_off
from simulator.drills.drill_note import DrillNote
from simulator.drills.quick import QUICK
from simulator.progress.period import Period
from simulator.progress.progress import ProgressWish
from simulator.store.history import History
from simulator.store.history_view import FoundAnswer, FoundSession, Request, View
from simulator.store.progress_figures import read_progress
from simulator.store.rows import moment, to_json
from simulator.store.store import Store
from simulator.stories.story import StoryDraft
from simulator.verdict_corrections import VerdictCorrection
from simulator.word_corrections import correction_of
from tests.simulator.store.builders import NOON, a_question, a_transcript
from tests.simulator.store.older import SPOKEN, write_older


@pytest.fixture
def older(path: Path) -> Path:
    """A library of the first version with one judged answer in it."""
    write_older(path)
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


def test_corrections_from_before_are_of_flags(older: Path) -> None:
    store = Store.open(older)
    (answer,) = store.judgeable()
    report = store.answer(answer).report
    assert report is not None
    store.close()
    off = taken_off(report.fillers[0])
    with closing(Database(older, execute_plugins=False)) as db, db.atomic():
        db.table("corrections").insert({"answer_id": answer, "made_at": moment(NOON), "correction": to_json(off)})
    store = Store.open(older)
    made = VerdictCorrection("thins", "made")
    store.correct(answer, made)
    assert store.corrections(answer) == (off, made)
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


def test_an_older_library_has_no_follow_ups(older: Path) -> None:
    store = Store.open(older)
    (session,) = store.sessions()
    (answer,) = store.answers(session.id)
    assert (answer.rung, session.follow_up_count) == (0, 0)
    assert (session.drill, session.is_loop) == (QUICK, False)  # as History has always called it
    assert store.drills.note(answer.id) == DrillNote()
    plan = store.plan(session.id)
    assert (plan.drill, plan.rounds) == (QUICK, ())
    store.close()


def test_an_older_library_has_progress_by_topic(older: Path) -> None:
    Store.open(older).close()
    seen = read_progress(older, ProgressWish(NOON.date(), ANALYSIS_VERSION, "default", Period.FOUR_WEEKS))
    assert [row.topic for row in seen.topics] == list(a_question().topics)
    assert len(seen.pace.points) == 1


def test_an_older_library_takes_stories(older: Path) -> None:
    store = Store.open(older)
    assert store.stories.all() == ()
    (answer,) = store.judgeable()
    kept = store.stories.keep(StoryDraft("The um data", SPOKEN, ("learning",), answer), NOON)
    assert store.stories.of_answer(answer) == kept
    store.close()


def test_an_older_library_takes_corrections_of_words(older: Path) -> None:
    store = Store.open(older)
    (answer,) = store.judgeable()
    record = store.answer(answer)
    assert record.transcript is not None
    assert (record.word_changes, store.word_corrections.unjudged()) == ((), ())
    correction = correction_of(record.transcript.words, (), 0, 1, "Well,")
    assert correction is not None
    store.correct(answer, correction)
    corrected = store.answer(answer).transcript
    assert corrected is not None
    assert corrected.text.startswith("Well, I would")
    store.uncorrect(answer)
    assert store.answer(answer) == record
    store.close()


def test_an_older_library_has_a_history(older: Path) -> None:
    store = Store.open(older)
    history = History(store._connection)
    (session,) = history.page(Request()).rows
    (answer,) = history.page(Request(View.ANSWERS, search="model")).rows
    assert isinstance(session, FoundSession)
    assert isinstance(answer, FoundAnswer)
    record = store.answer(answer.id)
    assert record.report is not None
    assert record.report.length is not None
    assert (answer.light, answer.key_points_asked) == (record.report.length.light, 1)
    assert (session.summary.name, session.summary.tags, session.summary.is_starred) == ("", (), False)
    store.labels.name(session.summary.id, "The first")
    assert store.session(session.summary.id).name == "The first"
    store.close()
