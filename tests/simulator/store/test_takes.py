"""All answers to a question, for a list: without reading one report."""

from __future__ import annotations

from datetime import timedelta

from simulator.store.records import AnswerId
from simulator.store.store import Store
from simulator.store.takes import Take
from simulator.unknown_question import UNKNOWN_QUESTION
from tests.simulator.store.builders import NOON, a_question, add_saved, add_session


def test_every_saved_answer_to_the_question_oldest_first(store: Store) -> None:
    first, second = add_session(store), add_session(store)
    answers = [add_saved(store, first), add_saved(store, first, attempt=2), add_saved(store, second)]
    add_saved(store, second, a_question("other"), position=1)
    store.answer_skipped(second, a_question(), 0)
    expected = tuple(
        Take(answer, session, NOON, attempt)
        for answer, session, attempt in zip(answers, (first, first, second), (1, 2, 1), strict=True)
    )
    assert store.takes.of_question(answers[1]) == expected
    assert store.takes.of_question(AnswerId(99)) == ()


def test_an_answer_taken_in_later_stands_where_it_was_given(store: Store) -> None:
    session = add_session(store)
    new = add_saved(store, session)
    old = store.begin_answer(session, a_question(), 0, 2, "old.wav", NOON - timedelta(days=300))
    store.answer_saved(old, 32_000, 64_044, "c0ffee")
    assert [take.answer_id for take in store.takes.of_question(new)] == [old, new]


def test_follow_ups_are_told_by_their_words(store: Store) -> None:
    session = add_session(store)

    def follow_up(text: str, attempt: int) -> AnswerId:
        name = f"{text}-{attempt}.wav"
        answer = store.begin_answer(session, a_question("dropout/1", text), 0, attempt, name, NOON, rung=1)
        store.answer_saved(answer, 32_000, 64_044, "c0ffee")
        return answer

    why, how, again = follow_up("Why", 1), follow_up("How", 1), follow_up("Why", 2)
    assert [take.answer_id for take in store.takes.of_question(why)] == [why, again]
    assert [take.answer_id for take in store.takes.of_question(how)] == [how]


def test_what_was_asked_must_be_known(store: Store) -> None:
    session = add_session(store)
    answer = add_saved(store, session, UNKNOWN_QUESTION)
    add_saved(store, session, UNKNOWN_QUESTION, position=1)
    assert store.takes.of_question(answer) == ()


def test_a_list_of_takes_is_found_by_an_index(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    with store._connection.reading() as db:
        from simulator.store import takes

        plan = " ".join(row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {takes._TAKES}", [answer, "", ""]))
    assert "SCAN" not in plan
    assert "USING INDEX answers_o" in plan


def test_a_moment_that_cannot_be_read_is_none(store: Store) -> None:
    answer = add_saved(store, add_session(store))
    with store._connection.writing() as db:
        db.execute("UPDATE answers SET started_at = 'once'")
    assert store.takes.of_question(answer)[0].started_at is None
