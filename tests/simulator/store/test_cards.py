"""The schedule in the library: it follows judgements, ratings and deletions, and says what is due when."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.analysis.report import AnswerReport, KeyPointResult
from simulator.schedule import Grade, Review, card_of
from simulator.store.cards import ASKED_SINCE, DUE
from simulator.store.errors import UnknownRecord
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript

DAY = timedelta(days=1)
NEVER = datetime(2100, 1, 1, tzinfo=UTC)


def heard(covered: int, asked: int = 4) -> AnswerReport:
    points = tuple(KeyPointResult(f"p{number}", number < covered, None) for number in range(asked))
    return replace(a_report(), key_points=points)


def judged(
    store: Store,
    report: AnswerReport,
    at: datetime = NOON,
    name: str = "dropout",
    session: SessionId | None = None,
    attempt: int = 1,
) -> AnswerId:
    """A judged answer, in a session of its own unless one is given."""
    question = a_question(name)
    where = session or store.begin_session(a_plan(question), at)
    answer = store.begin_answer(where, question, 0, attempt, f"{where}-{name}-{attempt}.wav", at)
    store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    store.keep_transcript(answer, a_transcript())
    store.keep_report(answer, report)
    return answer


def test_a_judged_answer_makes_its_question_due_some_day(store: Store) -> None:
    judged(store, heard(2))
    card = card_of([Review(NOON, Grade.GOOD)])
    assert store.cards.card("dropout") == card
    assert store.cards.card("momentum") is None
    assert store.cards.due(card.due_at) == ()
    assert store.cards.due(card.due_at + timedelta(seconds=1)) == ("dropout",)


def test_those_that_waited_longest_come_first(store: Store) -> None:
    judged(store, heard(4), NOON, "easy")
    judged(store, heard(0), NOON, "hard")
    judged(store, heard(0), NOON - DAY, "older")
    assert store.cards.due(NEVER) == ("older", "hard", "easy")


def test_reviews_add_up_over_days(store: Store) -> None:
    for number in range(3):
        judged(store, heard(2), NOON + number * DAY)
    assert store.cards.card("dropout") == card_of([Review(NOON + number * DAY, Grade.GOOD) for number in range(3)])


def test_a_second_try_in_one_session_is_no_second_review(store: Store) -> None:
    first = judged(store, heard(0))
    session = store.answer(first).session_id
    judged(store, heard(4), NOON + timedelta(minutes=2), session=session, attempt=2)
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.HARD)])


def test_a_follow_up_is_not_scheduled(store: Store) -> None:
    session = store.answer(judged(store, heard(2))).session_id
    follow_up = judged(store, heard(0), NOON, "dropout/1", session=session)
    store.cards.rate(follow_up, 1)
    assert store.cards.due(NEVER) == ("dropout",)
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.GOOD)])


def test_an_answer_without_a_grade_schedules_nothing(store: Store) -> None:
    answer = judged(store, replace(heard(0), enough_speech=False))
    assert store.cards.due(NEVER) == ()
    store.cards.rate(answer, 2)
    assert store.cards.due(NEVER) == ()
    store.keep_report(answer, heard(4))
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.GOOD)])


def test_the_users_rating_moves_the_day_and_may_be_changed(store: Store, path: Path) -> None:
    answer = judged(store, heard(4))
    assert store.cards.own_rating(answer) is None
    store.cards.rate(answer, 3)
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.GOOD)])
    store.cards.rate(answer, 1)
    store.close()
    again = Store.open(path)
    assert again.cards.own_rating(answer) is Grade.AGAIN
    assert again.cards.card("dropout") == card_of([Review(NOON, Grade.AGAIN)])
    again.close()


def test_a_rating_given_before_the_report_waits_for_it(store: Store) -> None:
    question = a_question()
    answer = store.begin_answer(store.begin_session(a_plan(question), NOON), question, 0, 1, "a.wav", NOON)
    store.cards.rate(answer, 1)
    assert store.cards.due(NEVER) == ()
    store.keep_report(answer, heard(4))
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.AGAIN)])


def test_the_card_follows_when_an_answer_is_judged_anew(store: Store) -> None:
    answer = judged(store, heard(0))
    store.cards.rate(answer, 4)
    store.keep_report(answer, heard(4))
    assert store.cards.own_rating(answer) is Grade.EASY
    assert store.cards.card("dropout") == card_of([Review(NOON, Grade.EASY)])
    store.keep_report(answer, replace(heard(0), enough_speech=False))
    assert store.cards.card("dropout") is None


def test_what_is_deleted_counts_no_longer(store: Store) -> None:
    first, second = judged(store, heard(0), NOON), judged(store, heard(4), NOON + DAY)
    judged(store, heard(2), NOON, "momentum")
    store.delete_session(store.answer(first).session_id)
    assert store.cards.card("dropout") == card_of([Review(NOON + DAY, Grade.EASY)])
    store.delete_session(store.answer(second).session_id)
    assert store.cards.card("dropout") is None
    assert store.cards.due(NEVER) == ("momentum",)


def test_a_deleted_session_leaves_not_even_the_name_of_its_question(store: Store, path: Path) -> None:
    answer = judged(store, heard(2), name="own.xylophonist")
    store.cards.rate(answer, 2)
    store.delete_session(store.answer(answer).session_id)
    store.close()
    assert all(b"xylophonist" not in file.read_bytes() for file in path.parent.iterdir())


def test_what_was_asked_today(store: Store) -> None:
    judged(store, heard(2), NOON - DAY, "yesterday")
    judged(store, heard(2), NOON, "today")
    session = store.begin_session(a_plan(a_question("skipped")), NOON)
    store.answer_skipped(session, a_question("skipped"), 0)
    assert store.cards.asked_since(NOON) == {"today", "skipped"}
    assert store.cards.asked_since(NOON - DAY) == {"yesterday", "today", "skipped"}


def test_unknown_answers_and_ratings_are_refused(store: Store) -> None:
    with pytest.raises(UnknownRecord):
        store.cards.rate(AnswerId(9), 3)
    answer = judged(store, heard(2))
    with pytest.raises(ValueError, match="5"):
        store.cards.rate(answer, 5)
    assert store.cards.own_rating(answer) is None


@pytest.mark.parametrize("query", [DUE, ASKED_SINCE])
def test_the_first_screen_is_answered_from_an_index_alone(store: Store, path: Path, query: str) -> None:
    judged(store, heard(2))
    with closing(Database(path, execute_plugins=False)) as db:
        (step,) = db.query(f"EXPLAIN QUERY PLAN {query}", [NOON.isoformat()])
    assert "SEARCH" in step["detail"]
    assert "COVERING INDEX" in step["detail"]
