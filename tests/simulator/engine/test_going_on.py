"""An interview that was cut off in an answer goes on at that question, as the same interview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.interview.left_at import LeftAt, left_at
from simulator.interview.session import Stage
from simulator.store.records import AnswerRecord, AnswerStatus
from tests.simulator.engine.studio import Studio
from tests.simulator.store.builders import NOON
from tests.ui.parts import plan_of


@pytest.fixture
def killed(studio: Studio) -> AnswerRecord:
    """The second of three answers was being given when the program was killed; it is recovered."""
    session = studio.store.begin_session(plan_of(3), NOON)
    for position, question in enumerate(plan_of(3).questions[:2]):
        answer = studio.store.begin_answer(session, question, position, 1, f"{position}.wav", NOON)
        studio.store.answer_saved(answer, 16_000, 32_044, "00")
    return studio.store.answer(answer)


def test_it_goes_on_at_the_question_that_was_cut_off(studio: Studio, killed: AnswerRecord) -> None:
    left = left_at(studio.store, killed)
    assert left == LeftAt(killed.session_id, studio.store.plan(killed.session_id), 1, 2)
    assert left.questions_left == 2
    studio.engine.go_on(left)
    studio.finish_reading()
    assert studio.stage() is Stage.READY
    assert studio.engine.question == plan_of(3).questions[1]
    studio.answer()
    studio.engine.leave_question()
    studio.answer()
    studio.engine.leave_question()
    assert studio.stage() is Stage.ENDED
    assert studio.store.session_count() == 1
    rows = studio.store.answers(killed.session_id)
    assert [(row.position, row.attempt, row.status) for row in rows] == [
        (0, 1, AnswerStatus.SAVED),
        (1, 1, AnswerStatus.SAVED),
        (1, 2, AnswerStatus.SAVED),
        (2, 1, AnswerStatus.SAVED),
    ]
    assert studio.store.session(killed.session_id).ended_at is not None


def test_after_a_follow_up_the_next_question_comes(studio: Studio, killed: AnswerRecord) -> None:
    left = left_at(studio.store, replace(killed, rung=1))
    assert left is not None
    assert (left.position, left.attempt) == (2, 1)


def test_there_is_nothing_to_go_on_with_after_the_last_follow_up_or_the_end(
    studio: Studio, killed: AnswerRecord
) -> None:
    assert left_at(studio.store, replace(killed, position=2, rung=1)) is None
    assert left_at(studio.store, replace(killed, position=0)) is None  # a later answer is there
    studio.store.end_session(killed.session_id, NOON)
    assert left_at(studio.store, killed) is None


def test_an_interview_under_way_is_not_left(studio: Studio, killed: AnswerRecord) -> None:
    studio.begin()
    session = studio.engine.session_id
    left = left_at(studio.store, killed)
    assert left is not None
    studio.engine.go_on(left)
    assert studio.engine.session_id == session
