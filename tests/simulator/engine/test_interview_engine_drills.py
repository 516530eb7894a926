"""Loops and drills: what is said at a new round, tries at one question, the silence that is held."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Round
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.simulator.engine.studio import Studio, plan_of, seconds
from tests.sound import silence


def test_a_new_round_is_announced_and_prepared_with_its_question(studio: Studio) -> None:
    plan = replace(plan_of(3), round=None, rounds=(Round.MACHINE_LEARNING, Round.BEHAVIOURAL, Round.BEHAVIOURAL))
    studio.engine.start(plan)
    assert studio.voice.said == [f"Let's start with machine learning. {plan.questions[0].text}"]
    studio.engine.stop_speaking()
    studio.toggle()
    announced = f"Let's move on to how you work with others. {plan.questions[1].text}"
    assert studio.voice.prepared == [announced]
    studio.say(1.0)
    studio.engine.skip()
    assert studio.voice.said[-1] == announced
    studio.engine.stop_speaking()
    studio.engine.replay()
    assert studio.voice.said[-1] == plan.questions[1].text
    studio.engine.stop_speaking()
    studio.pass_by(1.0)
    studio.engine.skip()
    assert studio.voice.said[-1] == plan.questions[2].text


def test_the_same_question_comes_three_times_and_is_read_once(studio: Studio) -> None:
    studio.engine.start(replace(plan_of(1), drill=SAME_QUESTION))
    for _ in range(3):
        assert not studio.is_last() or len(studio.rows()) == 2
        studio.answer()
        studio.engine.next_question()
    assert len(studio.ended) == 1
    assert [row.attempt for row in studio.rows()] == [1, 2, 3]
    assert len(studio.voice.said) == 1


def test_the_interviewer_holds_the_silence_and_notes_what_comes(studio: Studio) -> None:
    studio.engine.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(3.0)
    studio.toggle()
    assert studio.stage() is Stage.HOLDING
    studio.engine.toggle_answer()  # the second half of a double click
    assert studio.stage() is Stage.HOLDING
    studio.hear(silence(3.0))
    studio.say(2.0)
    studio.hear(silence(4.0))
    assert studio.stage() is Stage.FEEDBACK
    (row,) = studio.rows()
    note = studio.store.drills.note(row.id)
    assert note.stopped_s == pytest.approx(3.0, abs=0.1)
    assert note.went_on_s == pytest.approx(3.1, abs=0.15)
    assert 8.0 <= seconds(row.samples) <= 12.1


def test_a_silence_that_stands_is_noted_too(studio: Studio) -> None:
    studio.engine.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(3.0)
    studio.toggle()
    studio.hear(silence(9.0))
    (row,) = studio.rows()
    assert studio.store.drills.note(row.id).went_on_s is None
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.1)


@pytest.mark.parametrize("how", ["end", "unplug", "stop"])
def test_a_silence_that_is_broken_off_keeps_the_answer(studio: Studio, how: str) -> None:
    studio.engine.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    studio.engine.stop_speaking()
    studio.toggle()
    studio.say(3.0)
    studio.toggle()
    studio.hear(silence(2.0))
    studio.pass_by(1.0)
    {"end": studio.engine.end, "unplug": studio.unplug, "stop": studio.engine.toggle_answer}[how]()
    assert studio.stage() is (Stage.ENDED if how == "end" else Stage.FEEDBACK)
    (row,) = studio.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.1)
