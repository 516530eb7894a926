"""Loops and drills in the corridor: what is said at a new round, tries at one question, the silence that is held."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Round
from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.sound import silence
from tests.ui.parts import Room, plan_of, seconds


def test_a_new_round_is_announced_and_prepared_with_its_question(qtbot: QtBot, room: Room) -> None:
    plan = replace(plan_of(3), round=None, rounds=(Round.MACHINE_LEARNING, Round.BEHAVIOURAL, Round.BEHAVIOURAL))
    room.flow.start(plan)
    spoken = [f"We begin with machine learning. {plan.questions[0].text}"]
    qtbot.waitUntil(lambda: room.voice.rendered == spoken)
    room.flow.stop_speaking()
    room.toggle()
    spoken.append(f"We go on with how you work with others. {plan.questions[1].text}")
    qtbot.waitUntil(lambda: room.voice.rendered == spoken)
    room.say(1.0)
    room.flow.skip()
    room.flow.stop_speaking()
    room.flow.replay()
    qtbot.waitUntil(lambda: room.voice.rendered[-1] == plan.questions[1].text)
    room.flow.stop_speaking()
    room.clock.pass_by(1.0)
    room.flow.skip()
    qtbot.waitUntil(lambda: room.voice.rendered[-1] == plan.questions[2].text)


def test_the_same_question_comes_three_times_and_is_read_once(qtbot: QtBot, room: Room) -> None:
    room.flow.start(replace(plan_of(1), drill=SAME_QUESTION))
    qtbot.waitUntil(lambda: room.player.is_playing)
    for _ in range(3):
        assert not room.flow.is_last or len(room.rows()) == 2
        room.answer()
        room.flow.next_question()
    assert len(room.ended) == 1
    assert [row.attempt for row in room.rows()] == [1, 2, 3]
    assert len(room.player.played) == 1


def test_the_interviewer_holds_the_silence_and_notes_what_comes(qtbot: QtBot, room: Room) -> None:
    room.flow.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    room.flow.stop_speaking()
    room.toggle()
    room.say(3.0)
    room.toggle()
    assert room.stage() is Stage.HOLDING
    room.flow.toggle_answer()  # the second half of a double click
    assert room.stage() is Stage.HOLDING
    room.microphone.hear(silence(3.0))
    room.say(2.0)
    room.microphone.hear(silence(4.0))
    assert room.stage() is Stage.FEEDBACK
    (row,) = room.rows()
    note = room.store.drills.note(row.id)
    assert note.stopped_s == pytest.approx(3.0, abs=0.1)
    assert note.went_on_s == pytest.approx(3.1, abs=0.15)
    assert 8.0 <= seconds(row.samples) <= 12.1


def test_a_silence_that_stands_is_noted_too(qtbot: QtBot, room: Room) -> None:
    room.flow.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    room.flow.stop_speaking()
    room.toggle()
    room.say(3.0)
    room.toggle()
    room.microphone.hear(silence(9.0))
    (row,) = room.rows()
    assert room.store.drills.note(row.id).went_on_s is None
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.1)


@pytest.mark.parametrize("how", ["end", "unplug", "stop"])
def test_a_silence_that_is_broken_off_keeps_the_answer(qtbot: QtBot, room: Room, how: str) -> None:
    room.flow.start(replace(plan_of(1), drill=HOLD_THE_SILENCE))
    room.flow.stop_speaking()
    room.toggle()
    room.say(3.0)
    room.toggle()
    room.microphone.hear(silence(2.0))
    room.clock.pass_by(1.0)
    {"end": room.flow.end, "unplug": room.microphone.lose_server, "stop": room.flow.toggle_answer}[how]()
    assert room.stage() is (Stage.ENDED if how == "end" else Stage.FEEDBACK)
    (row,) = room.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.1)
