"""Recordings made elsewhere: noted before they come, gone without a trace where they do not."""

from __future__ import annotations

from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from simulator.store.taken_in import Unfinished
from tests.simulator.store.builders import NOON, a_plan, a_question

NAMES = ("first.m4a", "second.mov")


def test_what_is_to_come_is_known_before_any_of_it_has_an_answer(store: Store) -> None:
    session = store.taken_in.begin_session(a_plan(a_question(), a_question()), NAMES, NOON)
    assert store.taken_in.unfinished() == (
        Unfinished(session, 0, "first.m4a"),
        Unfinished(session, 1, "second.mov"),
    )
    assert store.session(session).is_taken_in
    assert store.answers(session) == ()


def test_an_answer_is_unfinished_until_it_is_saved(store: Store) -> None:
    session = store.taken_in.begin_session(a_plan(), NAMES[:1], NOON)
    answer = store.taken_in.begin_answer(session, 0, a_question(), "take.wav", NOON)
    assert store.answer(answer).status is AnswerStatus.RECORDING
    assert store.taken_in.unfinished() == (Unfinished(session, 0, "first.m4a", answer, "take.wav"),)
    store.answer_saved(answer, 16_000, 32_044, "c0ffee")
    assert store.taken_in.unfinished() == ()


def test_what_is_left_out_leaves_nothing_behind(store: Store) -> None:
    session = store.taken_in.begin_session(a_plan(a_question(), a_question()), NAMES, NOON)
    kept = store.taken_in.begin_answer(session, 0, a_question(), "kept.wav", NOON)
    store.answer_saved(kept, 16_000, 32_044, "c0ffee")
    store.taken_in.begin_answer(session, 1, a_question(), "gone.wav", NOON)
    store.taken_in.leave_out(session, {1})
    assert [record.id for record in store.answers(session)] == [kept]
    assert store.taken_in.unfinished() == ()
    assert store.file_names() == ("kept.wav",)


def test_a_session_of_nothing_goes_when_it_is_closed(store: Store) -> None:
    empty = store.taken_in.begin_session(a_plan(), NAMES[:1], NOON)
    full = store.taken_in.begin_session(a_plan(), NAMES[:1], NOON)
    store.taken_in.begin_answer(full, 0, a_question(), "take.wav", NOON)
    assert store.taken_in.open_sessions() == (empty, full)
    store.taken_in.leave_out(empty, {0})
    assert (store.taken_in.close_session(empty, NOON), store.taken_in.close_session(full, NOON)) == (False, True)
    assert [one.id for one in store.sessions()] == [full]
    assert store.session(full).ended_at == NOON
    assert store.taken_in.open_sessions() == ()


def test_a_deleted_session_takes_what_was_still_to_come_with_it(store: Store) -> None:
    session = store.taken_in.begin_session(a_plan(a_question(), a_question()), NAMES, NOON)
    store.taken_in.begin_answer(session, 0, a_question(), "take.wav", NOON)
    store.delete_session(session)
    assert store.taken_in.unfinished() == ()
    assert store.taken_in.open_sessions() == ()
