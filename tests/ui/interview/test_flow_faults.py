"""The corridor when the microphone goes, or the disk: what was said is kept, and one can go on."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from recordings.take import TakeWriter
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.sound import silence
from tests.ui.parts import ANSWER, Room, Told, seconds
from ui.interview.answering import NOTHING_HEARD


def test_typing_in_the_middle_of_an_answer_keeps_what_was_said(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    room.microphone.unplug()
    assert room.stage() is Stage.PAUSED
    room.flow.type_instead()
    assert room.stage() is Stage.FEEDBACK
    assert [row.status for row in room.rows()] == [AnswerStatus.SAVED]
    room.flow.answer_again()
    assert not room.microphone.is_open
    room.clock.pass_by(1.0)
    room.flow.submit_typed(ANSWER)
    assert [(row.attempt, row.file_name is None) for row in room.rows()] == [(1, False), (2, True)]


def test_a_lost_microphone_pauses_and_the_answer_goes_on_in_the_same_take(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    lost: list[str] = Told(room.flow.microphone_lost)
    room.toggle()
    room.say(2.0)
    room.microphone.unplug()
    assert room.stage() is Stage.PAUSED
    assert "What you said is kept" in lost[0]
    room.microphone.plug_in()
    room.flow.listen_again()
    assert room.stage() is Stage.ANSWERING
    room.say(1.0)
    room.toggle()
    room.say(0.5)
    (row,) = room.rows()
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.01)
    assert len(room.takes()) == 1


def test_a_microphone_lost_before_the_answer_only_is_said(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    lost = Told(room.flow.microphone_lost)
    room.microphone.lose_server()
    assert len(lost) == 1
    assert room.stage() is Stage.READY
    room.flow.listen_again()
    assert room.microphone.is_open


def test_another_microphone_is_used_from_the_next_question_on(qtbot: QtBot, tmp_path: Path, bank: Bank) -> None:
    room = Room(tmp_path, bank, None, "Built in", "Headset")
    with closing(room):
        room.begin(qtbot)
        room.answer()
        assert room.microphone.device_id == "Built in"
        room.equipment.change_settings(replace(room.equipment.settings, microphone_id="Headset"))
        room.flow.leave_question()
        assert room.microphone.device_id == "Headset"


def test_without_a_single_sample_there_is_no_answer(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    problems: list[str] = Told(room.flow.problem)
    room.toggle()
    room.toggle()
    qtbot.waitUntil(lambda: problems == [NOTHING_HEARD])
    assert room.stage() is Stage.READY
    assert [row.status for row in room.rows()] == [AnswerStatus.LOST]
    assert room.takes() == []
    room.answer()
    assert [(row.attempt, row.status) for row in room.rows()] == [(1, AnswerStatus.LOST), (2, AnswerStatus.SAVED)]


def test_a_take_that_cannot_begin_is_said_and_can_be_tried_again(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.begin(qtbot)
    problems: list[str] = Told(room.flow.problem)
    with monkeypatch.context() as patch:
        patch.setattr(TakeWriter, "_write_header", _fail)
        room.toggle()
    assert len(problems) == 1
    assert "did not begin" in problems[0]
    assert room.stage() is Stage.READY
    room.answer()
    assert [row.status for row in room.rows()] == [AnswerStatus.LOST, AnswerStatus.SAVED]


def test_a_disk_that_fails_leaves_the_answer_to_be_recovered(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.begin(qtbot)
    problems: list[str] = Told(room.flow.problem)
    room.toggle()
    room.say(0.9)
    with monkeypatch.context() as patch:
        patch.setattr(TakeWriter, "_write_header", _fail)
        room.say(0.3)
    assert "recovered at the next start" in problems[0]
    assert room.stage() is Stage.READY
    (row,) = room.rows()
    assert row.status is AnswerStatus.RECORDING
    assert room.takes() == [f"{row.file_name}.part"]
    room.answer()
    assert room.rows()[1].status is AnswerStatus.SAVED


def test_only_silence_is_said(qtbot: QtBot, room: Room) -> None:
    problems: list[str] = Told(room.flow.problem)
    room.begin(qtbot)
    room.microphone.hear(silence(3.0))
    assert len(problems) == 1


def _fail(_take: TakeWriter) -> None:
    raise OSError(5, "Input/output error")
