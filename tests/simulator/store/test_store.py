"""What goes into the library comes out of it, and what must never happen to an answer does not."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from question_bank.models import Kind, Role, Round
from simulator.drills.guess_first import GUESS_FIRST
from simulator.store.errors import AnswerAlreadyClosed, StoreFull, UnknownRecord
from simulator.store.records import AnswerId, AnswerStatus, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import (
    NOON,
    a_plan,
    a_question,
    a_report,
    a_transcript,
    add_judged,
    add_saved,
    add_session,
)


def test_an_answer_comes_back_whole_after_reopening(path: Path) -> None:
    transcript, report = a_transcript(), a_report()
    first = Store.open(path)
    answer = add_saved(first, add_session(first))
    first.keep_transcript(answer, transcript)
    first.keep_report(answer, report)
    first.set_note(answer, "Say it sooner.")
    first.close()

    again = Store.open(path)
    kept = again.answer(answer)
    again.close()
    assert (kept.question, kept.transcript, kept.report) == (a_question(), transcript, report)
    assert (kept.samples, kept.byte_count, kept.sha256, kept.note) == (32_000, 64_044, "c0ffee", "Say it sooner.")
    assert kept.status is AnswerStatus.SAVED


def test_an_answer_is_on_record_before_its_take_begins(store: Store, path: Path) -> None:
    answer = store.begin_answer(add_session(store), a_question(), 0, 1, "take.wav", NOON)
    beside = Store.open_for_reading(path)
    (found,) = beside.unfinished()
    beside.close()
    assert (found.id, found.file_name, found.status) == (answer, "take.wav", AnswerStatus.RECORDING)


def test_a_closed_answer_is_no_longer_unfinished(store: Store) -> None:
    session = add_session(store)
    saved = add_saved(store, session)
    discarded = store.begin_answer(session, a_question(), 0, 2, "b.wav", NOON)
    lost = store.begin_answer(session, a_question(), 0, 3, "c.wav", NOON)
    store.answer_discarded(discarded)
    store.answer_lost(lost)
    store.answer_skipped(session, a_question("other"), 1)
    assert store.unfinished() == ()
    assert [record.status for record in store.answers(session)] == ["saved", "discarded", "lost", "skipped"]
    assert [record.id for record in store.untranscribed()] == [saved]


def test_what_is_saved_stays_saved(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    for change in (store.answer_discarded, store.answer_lost):
        with pytest.raises(AnswerAlreadyClosed, match="already saved"):
            change(answer)
    with pytest.raises(AnswerAlreadyClosed):
        store.answer_saved(answer, 1, 1, "other")
    assert store.answer(answer).samples == 32_000


def test_unknown_ids_are_said_to_be_unknown(store: Store) -> None:
    nobody = AnswerId(99)
    with pytest.raises(UnknownRecord, match="99"):
        store.answer(nobody)
    with pytest.raises(UnknownRecord):
        store.set_note(nobody, "x")
    with pytest.raises(UnknownRecord):
        store.answer_saved(nobody, 1, 1, "x")
    for ask in (store.session, store.plan, store.delete_session):
        with pytest.raises(UnknownRecord):
            ask(SessionId(99))
    with pytest.raises(UnknownRecord):
        store.end_session(SessionId(99), NOON)


def test_times_are_kept_in_utc_and_need_a_zone(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    session = store.begin_session(a_plan(), datetime(2026, 3, 1, 21, 0, tzinfo=tokyo))
    assert store.session(session).started_at == NOON
    assert store.session(session).started_at.tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        store.begin_session(a_plan(), datetime(2026, 3, 1))  # noqa: DTZ001 - the naive moment is the point


def test_order_is_by_sequence_even_if_the_clock_was_set_back(store: Store) -> None:
    first = store.begin_session(a_plan(), NOON)
    second = store.begin_session(a_plan(), NOON - timedelta(hours=3))
    assert [summary.id for summary in store.sessions()] == [second, first]


def test_one_file_belongs_to_one_answer(store: Store) -> None:
    session = add_session(store)
    store.begin_answer(session, a_question(), 0, 1, "same.wav", NOON)
    with pytest.raises(sqlite3.IntegrityError):
        store.begin_answer(session, a_question(), 0, 2, "same.wav", NOON)
    assert len(store.answers(session)) == 1


def test_typed_answers_have_no_file_and_are_found_by_their_words(store: Store) -> None:
    session = add_session(store)
    for position in range(2):
        answer = store.begin_answer(session, a_question(), position, 1, "", NOON)
        store.answer_saved(answer, 0, 0, "")
        store.keep_report(answer, a_report(a_transcript("typed carefully")))
    assert [record.file_name for record in store.answers(session)] == [None, None]
    assert store.untranscribed() == ()
    assert len(store.search_answers("carefully")) == 2


def test_a_failed_transcription_is_kept_until_one_succeeds(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    store.transcription_failed(answer, "The speech engine ran out of memory.")
    assert store.untranscribed()[0].failure == "The speech engine ran out of memory."
    store.keep_transcript(answer, a_transcript())
    assert store.answer(answer).failure is None
    assert store.untranscribed() == ()


def test_the_plan_of_an_interrupted_session_can_be_taken_up_again(store: Store) -> None:
    plan = a_plan(a_question("one"), a_question("two"))
    assert store.plan(store.begin_session(plan, NOON)) == plan


def test_a_drill_and_a_loop_are_planned_again_as_they_were(store: Store) -> None:
    loop = replace(a_plan(a_question("one"), a_question("two")), round=None, role=None, rounds=(Round.FINAL,) * 2)
    for plan in (loop, replace(a_plan(), drill=GUESS_FIRST)):
        session = store.begin_session(plan, NOON)
        assert store.plan(session) == plan
        summary = store.session(session)
        assert (summary.drill, summary.is_loop) == (plan.drill, plan is loop)


def test_follow_ups_stand_under_their_question(store: Store) -> None:
    session = add_session(store)
    for position, rung, attempt in ((0, 0, 1), (1, 0, 1), (0, 1, 1), (0, 1, 2), (0, 2, 1), (0, 0, 2)):
        name = f"{position}{rung}{attempt}.wav"
        text = f"Question {position}, rung {rung}?"
        asked = a_question(text, text)
        answer = store.begin_answer(session, asked, position, attempt, name, NOON, rung)
        store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    store.answer_skipped(session, a_question("deeper"), 1, 1)
    found = [(one.position, one.rung, one.attempt) for one in store.answers(session)]
    assert found == [(0, 0, 1), (0, 0, 2), (0, 1, 1), (0, 1, 2), (0, 2, 1), (1, 0, 1), (1, 1, 1)]
    summary = store.session(session)
    assert summary.question_texts == ("Question 0, rung 0?", "Question 1, rung 0?")
    assert (summary.answer_count, summary.follow_up_count) == (6, 2)


def test_follow_ups_are_compared_with_follow_ups_and_not_asked_lately(store: Store) -> None:
    session = add_session(store)
    add_judged(store, session, a_report(sounds=8.0))
    for number, rate in enumerate((1.0, 3.0, 2.0), start=1):
        answer = store.begin_answer(session, a_question("dropout/1"), 0, number, "", NOON, 1)
        store.answer_saved(answer, 0, 0, "")
        store.keep_report(answer, a_report(sounds=rate))
    assert store.usual(Kind.SHORT).filler_sounds_per_minute == 8.0
    assert store.usual(Kind.SHORT, before=answer).filler_sounds_per_minute == 2.0
    assert store.recent_question_ids(9) == ("dropout",)


def test_a_summary_gives_the_session_at_a_glance(store: Store) -> None:
    first, second = a_question("one", "First?"), a_question("two", "Second?")
    session = add_session(store, first, second)
    add_judged(store, session, a_report(sounds=2.0, speech_s=10.0, point_s=4.0), first)
    add_judged(store, session, a_report(sounds=6.0, speech_s=30.0, over_s=12.0, point_s=None), second, position=1)
    store.end_session(session, NOON + timedelta(minutes=9))

    summary = store.session(session)
    assert (summary.role, summary.round) == (Role.ML_ENGINEER, Round.MACHINE_LEARNING)
    assert summary.question_texts == ("First?", "Second?")
    assert (summary.answer_count, summary.within_target) == (2, 1)
    assert summary.filler_sounds_per_minute == pytest.approx((2 * 10 + 6 * 30) / 40)
    assert summary.time_to_point_s == 4.0
    assert (summary.key_points_covered, summary.key_points_asked) == (1, 4)
    assert summary.ended_at == NOON + timedelta(minutes=9)


def test_what_was_not_measured_is_none_and_never_zero(store: Store) -> None:
    session = add_session(store)
    add_judged(store, session, a_report(sounds=None, speech_s=None, wpm=None, point_s=None))
    summary = store.session(session)
    assert (summary.filler_sounds_per_minute, summary.words_per_minute, summary.time_to_point_s) == (None, None, None)
    usual = store.usual(Kind.SHORT)
    assert (usual.answer_count, usual.filler_sounds_per_minute, usual.words_per_minute) == (1, None, None)


def test_only_saved_answers_count(store: Store) -> None:
    session = add_session(store)
    store.answer_skipped(session, a_question(), 0)
    store.answer_discarded(store.begin_answer(session, a_question(), 1, 1, "a.wav", NOON))
    assert store.session(session).answer_count == 0


def test_the_usual_is_the_median_of_the_last_answers_of_that_kind(store: Store) -> None:
    session = add_session(store)
    for position, rate in enumerate((50.0, 1.0, 2.0, 9.0)):
        add_judged(store, session, a_report(sounds=rate), position=position)
    add_judged(store, session, a_report(sounds=99.0), a_question("deep", kind=Kind.THINK_ALOUD), position=9)
    usual = store.usual(Kind.SHORT, limit=3)
    assert (usual.answer_count, usual.filler_sounds_per_minute) == (3, 2.0)
    assert usual.length_s == a_transcript().duration_s
    assert store.usual(Kind.STORY).answer_count == 0


def test_recent_advice_is_that_of_the_last_answers(store: Store) -> None:
    session = add_session(store)
    for position, findings in enumerate((("old",), ("late_point",), ("fillers", "late_point"), ())):
        add_judged(store, session, a_report(findings=findings), position=position)
    assert store.recent_advice(limit=3) == ("fillers", "late_point", "late_point")


def test_recent_questions_come_newest_first_each_once(store: Store) -> None:
    session = add_session(store)
    for position, name in enumerate(("a", "b", "a", "c")):
        add_saved(store, session, a_question(name), position)
    assert store.recent_question_ids(2) == ("c", "a")


def test_sessions_are_paged_from_the_newest(store: Store) -> None:
    ids = [add_session(store) for _ in range(5)]
    first = store.sessions(limit=2)
    second = store.sessions(limit=2, before=first[-1].id)
    assert [summary.id for summary in (*first, *second)] == ids[:0:-1]
    assert store.session_count() == 5


def test_a_deleted_session_leaves_no_word_behind(store: Store, path: Path) -> None:
    gone, kept = add_session(store), add_session(store)
    marker, other = "xylophonquartz", "marzipanengine"
    for position in range(30):
        answer = add_judged(store, gone, a_report(a_transcript(f"we tried {marker} twice")), position=position)
        store.set_note(answer, f"note {marker}")
    add_judged(store, kept, a_report(a_transcript(f"we like {other}")))

    names = store.delete_session(gone)

    assert len(names) == 30
    assert [summary.id for summary in store.sessions()] == [kept]
    files = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert [name for name, content in files.items() if marker[:8].encode() in content.lower()] == []
    assert any(other.encode() in content for content in files.values())
    assert store.faults() == ()


def test_a_full_disk_rolls_back_and_a_retry_works(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    db = store._connection._db
    pages = db.execute("PRAGMA page_count").fetchall()[0][0]
    db.execute(f"PRAGMA max_page_count = {pages}").close()
    large = a_transcript("word " * 20_000)
    with pytest.raises(StoreFull, match="no space left"):
        store.keep_transcript(answer, large)
    assert store.answer(answer).transcript is None

    db.execute("PRAGMA max_page_count = 1000000").close()
    store.keep_transcript(answer, large)
    assert store.answer(answer).transcript == large


def test_another_thread_is_refused(store: Store) -> None:
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            store.session_count()
        except sqlite3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_the_light_package_does_not_load_the_database() -> None:
    import subprocess
    import sys

    ask = "import sys, simulator.store; sys.exit('sqlite_utils' in sys.modules or 'sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0
