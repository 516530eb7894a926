"""What progress reads of a library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from simulator.analysis.report import ANALYSIS_VERSION, AnswerReport
from simulator.drills.guess_first import GUESS_FIRST
from simulator.progress.period import Period, Practice
from simulator.progress.progress import Progress, ProgressWish
from simulator.store import progress_figures
from simulator.store.errors import FileError
from simulator.store.progress_figures import read_progress
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, add_judged, add_saved, add_session

TODAY = date(2026, 3, 1)


def seen(path: Path, period: Period = Period.FOUR_WEEKS, practice: Practice = Practice.EVERYTHING) -> Progress:
    return read_progress(path, ProgressWish(TODAY, ANALYSIS_VERSION, "default", period, practice))


def test_key_points_are_counted_by_the_topics_of_the_question_at_the_time(store: Store, path: Path) -> None:
    session = add_session(store)
    both = replace(a_question(), topics=("topic.deep-learning", "topic.more"))
    add_judged(store, session, a_report(), both)
    latest = add_judged(store, session, a_report(), position=1)
    rows = {row.topic: row.total for row in seen(path).topics}
    assert rows["topic.deep-learning"].answers == 2
    assert (rows["topic.deep-learning"].made, rows["topic.deep-learning"].asked) == (2, 4)
    assert rows["topic.deep-learning"].latest == latest
    assert rows["topic.more"].answers == 1


def test_measures_and_target_come_from_saved_answers_alone(store: Store, path: Path) -> None:
    session = add_session(store)
    add_judged(store, session, a_report(sounds=2.0, over_s=12.0))
    store.answer_skipped(session, a_question(), 1)
    add_saved(store, session, position=2)
    progress = seen(path)
    assert [point.value for point in progress.filler_sounds.points] == [2.0]
    (within,) = progress.within_target.points
    assert (within.kept, within.of) == (0, 1)
    assert progress.calendar.answers == 2  # one practised, whether it has been judged or not


@pytest.mark.parametrize("older", [{"analysis_version": ANALYSIS_VERSION - 1}, {"rules": "0123abcd"}])
def test_what_was_judged_otherwise_is_left_out_and_counted(store: Store, path: Path, older: dict[str, object]) -> None:
    add_judged(store, add_session(store), replace(a_report(), **older))  # type: ignore[arg-type]  # one of its fields
    progress = seen(path)
    assert (progress.topics, progress.pace.points, progress.left_out) == ((), (), 1)
    assert progress.calendar.answers == 1


def test_interviews_and_drills_are_told_apart(store: Store, path: Path) -> None:
    add_judged(store, add_session(store), a_report(wpm=140.0))
    drill = store.begin_session(replace(a_plan(), drill=GUESS_FIRST), NOON)
    guessed = add_judged(store, drill, a_report(wpm=150.0))
    store.drills.keep_guess(guessed, 60.0, 2)
    paces = {practice: [p.value for p in seen(path, practice=practice).pace.points] for practice in Practice}
    assert paces == {
        Practice.EVERYTHING: [140.0, 150.0],
        Practice.INTERVIEWS: [140.0],
        Practice.DRILLS: [150.0],
    }
    (point,) = seen(path).guessed_lengths.points
    assert (point.guess, point.answer) == (60.0, guessed)
    assert seen(path, practice=Practice.INTERVIEWS).guessed_lengths.points == ()


def test_filler_sounds_are_counted_back_from_their_rate(store: Store, path: Path) -> None:
    drill = store.begin_session(replace(a_plan(), drill=GUESS_FIRST), NOON)
    store.drills.keep_guess(add_judged(store, drill, a_report(sounds=6.0, speech_s=30.0)), 60.0, 2)
    (point,) = seen(path).guessed_fillers.points
    assert (point.value, point.guess) == (3, 2)


def test_a_period_ends_with_the_week_and_begins_with_one(store: Store, path: Path) -> None:
    add_judged(store, add_session(store), a_report())
    later = ProgressWish(TODAY + timedelta(weeks=9), ANALYSIS_VERSION, "default", Period.FOUR_WEEKS)
    assert read_progress(path, later).topics == ()
    assert len(read_progress(path, replace(later, period=Period.THREE_MONTHS)).topics) == 1
    assert len(read_progress(path, replace(later, period=Period.ALL)).stretches) == 10


def test_a_correction_and_a_deletion_show_at_once(store: Store, path: Path) -> None:
    session = add_session(store)
    answer = add_judged(store, session, a_report())
    better: AnswerReport = replace(a_report(), key_points=tuple(replace(p, covered=True) for p in made_points()))
    store.keep_report(answer, better)
    assert seen(path).topics[0].total.made == 2
    store.delete_session(session)
    assert seen(path).is_empty


def test_of_very_many_only_the_newest_make_the_curves(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_figures, "MOST_ANSWERS", 2)
    session = add_session(store)
    for position in range(3):
        add_judged(store, session, a_report(), position=position)
    progress = seen(path)
    assert (len(progress.pace.points), progress.has_older) == (2, True)
    assert progress.topics[0].total.answers == 3


def test_a_library_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        seen(tmp_path / "nowhere.db")


def made_points() -> tuple:  # type: ignore[type-arg]  # whatever a report holds
    return a_report().key_points or ()
