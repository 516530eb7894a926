"""The other answers to a question, from the library."""

from __future__ import annotations

from dataclasses import replace

from simulator.light import Light
from simulator.store.store import Store
from simulator.unknown_question import UNKNOWN_QUESTION
from tests.simulator.store.builders import NOON, a_question, a_report, add_judged, add_saved, add_session


def test_they_are_those_to_the_same_question_newest_first(store: Store) -> None:
    asked, another = a_question("dropout"), a_question("boosting")
    first = add_judged(store, add_session(store, asked), a_report(), asked)
    add_judged(store, add_session(store, another), a_report(), another)
    second = add_saved(store, add_session(store, asked), asked)
    third = add_judged(store, add_session(store, asked), a_report(over_s=30.0, point_s=None), asked)
    found = store.other_answers.to_question_of(second, 10)
    assert [one.id for one in found] == [third, first]
    assert [one.light for one in found] == [Light.RED, Light.GREEN]
    assert [(one.points_made, one.points_asked) for one in found] == [(0, 2), (1, 2)]
    assert all(one.started_at == NOON and one.has_sound for one in found)
    assert [one.id for one in store.other_answers.to_question_of(second, 1)] == [third]


def test_what_was_not_measured_is_none(store: Store) -> None:
    first = add_saved(store, add_session(store))
    second = add_saved(store, add_session(store))
    (found,) = store.other_answers.to_question_of(first, 10)
    assert found.id == second
    assert (found.answered_s, found.light, found.points_made, found.points_asked) == (None, None, None, None)


def test_skipped_and_typed_answers(store: Store) -> None:
    session = add_session(store)
    given = add_saved(store, session)
    store.answer_skipped(session, a_question(), 1)
    typed = store.begin_answer(session, a_question(), 2, 1, "", NOON)
    store.typed_saved(typed, "It drops units.")
    (found,) = store.other_answers.to_question_of(given, 10)
    assert (found.id, found.has_sound) == (typed, False)


def test_a_follow_up_is_the_same_only_in_the_same_words(store: Store) -> None:
    session = add_session(store)
    asked = replace(a_question("dropout.follow-up"), text="Why at random?")
    others = [
        store.begin_answer(session, question, 0, 1, f"{number}.wav", NOON, rung=1)
        for number, question in enumerate((asked, asked, replace(asked, text="Why not at test time?")))
    ]
    for answer in others:
        store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    assert [one.id for one in store.other_answers.to_question_of(others[0], 10)] == [others[1]]


def test_where_nobody_knows_what_was_asked_there_are_none(store: Store) -> None:
    session = add_session(store)
    first = add_saved(store, session, UNKNOWN_QUESTION)
    add_saved(store, session, UNKNOWN_QUESTION, position=1)
    assert store.other_answers.to_question_of(first, 10) == ()


def test_what_cannot_be_read_is_left_out_of_its_line(store: Store) -> None:
    given = add_saved(store, add_session(store))
    spoilt = add_judged(store, add_session(store), a_report())
    with store._connection.writing() as db:
        db.execute(
            "UPDATE answers SET report = '{', started_at = 'some day', file_name = '../x' WHERE id = ?", [spoilt]
        )
    (found,) = store.other_answers.to_question_of(given, 10)
    assert (found.light, found.started_at, found.has_sound) == (None, None, False)
