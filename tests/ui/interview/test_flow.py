"""The Qt shell: with the real reader, speech child and judging queue an interview goes as the engine wants it to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from recordings.transcription.messages import Follow, Heard
from simulator.engine.answer_in_progress import NOTHING_HEARD
from simulator.engine.awaited_step import WITHOUT_WORDS
from simulator.follow_ups.ladder import NextStep
from simulator.interview.session import Stage
from simulator.interview.timing import NUDGE_WORDS
from simulator.judge import Judge
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from tests.fakes import FakeMeter
from tests.sound import noise, silence, tone
from tests.ui.parts import ANSWER, Room, Told, heard, plan_of, seconds


def test_a_whole_interview_of_two_questions(qtbot: QtBot, room: Room) -> None:
    room.equipment.settings.change(Settings(follow_ups=False))
    room.equipment.speech_child.start()
    stages: list[Stage] = Told(room.flow.stage_changed)
    asked = Told(room.flow.question_changed)
    judged = Told(room.equipment.judging_queue.answer_judged)
    room.flow.start(plan_of(2))
    qtbot.waitUntil(lambda: room.player.is_playing)
    assert room.is_listening()  # before the question has ended
    room.player.advance(1.0)

    room.answer(3.0)
    assert room.stage() is Stage.FEEDBACK
    qtbot.waitUntil(lambda: len(judged) == 1)
    room.flow.next_question()
    qtbot.waitUntil(lambda: room.player.is_playing)
    assert room.flow.is_last
    room.player.advance(1.0)
    room.answer(2.0)
    qtbot.waitUntil(lambda: len(judged) == 2)
    room.flow.next_question()

    assert stages == [
        *(Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.CLOSING, Stage.FEEDBACK),
        *(Stage.ASKING, Stage.READY, Stage.ANSWERING, Stage.CLOSING, Stage.FEEDBACK),
    ]
    assert [(number, total) for _, number, total in asked] == [(1, 2), (2, 2)]
    assert not room.flow.is_running
    assert not room.is_listening()
    (session,) = room.ended
    assert room.store.session(session).ended_at is not None
    first, second = room.rows(session)
    assert (first.status, second.status) == (AnswerStatus.SAVED, AnswerStatus.SAVED)
    assert (first.attempt, second.attempt) == (1, 1)
    assert first.transcript == second.transcript == heard()
    assert first.report is not None
    assert seconds(first.samples) == pytest.approx(3.3, abs=0.01)
    assert room.takes() == sorted(str(row.file_name) for row in (first, second))
    for row in (first, second):
        path = room.equipment.library.path_of(str(row.file_name))
        assert path.stat().st_size == row.byte_count
        assert room.equipment.library.check(path.name, row.samples or 0, row.sha256) == "whole"


def test_the_next_question_is_rendered_while_one_answers(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.toggle()
    second = plan_of(2).questions[1].text
    qtbot.waitUntil(lambda: second in room.voice.rendered)


def test_the_model_that_reads_answers_is_made_ready_while_the_question_is_read(qtbot: QtBot, room: Room) -> None:
    meter = FakeMeter()
    room.equipment.judging_queue._judge = Judge(meter=meter)
    room.begin(qtbot)
    first = plan_of(2).questions[0]
    qtbot.waitUntil(lambda: meter.prepared == [first])


def test_an_answer_can_begin_before_the_question_is_read(qtbot: QtBot, room: Room) -> None:
    room.flow.start(plan_of(1))
    qtbot.waitUntil(lambda: room.player.is_playing)
    room.microphone.hear(tone(1.0))  # the question itself, from the loudspeaker
    room.toggle()
    assert not room.player.is_playing
    assert room.stage() is Stage.ANSWERING
    room.clock.pass_by(0.5)
    room.say(1.0)
    room.toggle()
    room.say(0.5)
    assert seconds(room.rows()[0].samples) == pytest.approx(1.3, abs=0.01)


def test_pausing_while_the_question_is_read_reads_it_anew(qtbot: QtBot, room: Room) -> None:
    room.flow.start(plan_of(1))
    qtbot.waitUntil(lambda: room.player.is_playing)
    room.flow.toggle_pause()
    assert room.stage() is Stage.PAUSED
    assert not room.player.is_playing
    room.flow.toggle_pause()
    assert room.stage() is Stage.ASKING
    qtbot.waitUntil(lambda: room.player.is_playing)
    assert len(room.player.played) == 2


def test_replaying_the_question(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.flow.replay()
    assert room.stage() is Stage.ASKING
    room.flow.replay()  # from the beginning
    assert len(room.player.played) == 3
    room.player.advance(1.0)
    assert room.stage() is Stage.READY
    room.toggle()
    room.flow.replay()
    assert room.stage() is Stage.ANSWERING
    assert not room.player.is_playing


def test_without_a_voice_the_question_stands_on_the_screen(qtbot: QtBot, room: Room) -> None:
    missing: list[str] = Told(room.equipment.question_reader.voice_missing)
    room.voice.is_broken = True
    room.flow.start(plan_of(2))
    qtbot.waitUntil(lambda: room.stage() is Stage.READY)
    room.answer()
    room.flow.leave_question()
    qtbot.waitUntil(lambda: room.stage() is Stage.READY)
    assert missing == ["There is no voice on this computer."]


def test_typed_answers(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot, 1)
    wanted = Told(room.flow.typing_wanted)
    room.flow.type_instead()
    room.flow.type_instead()
    assert len(wanted) == 1
    room.flow.toggle_answer()
    assert room.stage() is Stage.READY
    room.flow.submit_typed("   ")
    assert room.rows() == ()
    room.flow.submit_typed(ANSWER)
    assert room.stage() is Stage.FEEDBACK
    (row,) = room.rows()
    assert row.status is AnswerStatus.SAVED
    assert row.file_name is None
    assert row.report is not None
    assert row.report.transcript.text == ANSWER
    assert row.id == room.flow.answer_id
    room.flow.submit_typed(ANSWER)
    assert len(room.rows()) == 1
    assert room.takes() == []


@pytest.mark.parametrize("is_on", [True, False])
def test_captions_show_only_when_they_are_on(qtbot: QtBot, room: Room, is_on: bool) -> None:
    room.equipment.settings.change(replace(Settings(), captions=is_on))
    room.equipment.speech_child.start()
    captions: list[tuple[str, str]] = Told(room.flow.caption_changed)
    told = Told(room.equipment.speech_child.heard)
    room.begin(qtbot)
    room.toggle()
    (follow,) = (command for command in room.speech.commands if isinstance(command, Follow))
    assert follow.captions is is_on
    words = heard().words
    room.speech.events.put(Heard(follow.job, words[:3], words[3:5]))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert captions == ([("Um, regularisation keeps", "a model")] if is_on else [])


def test_captions_of_an_earlier_answer_are_not_shown(qtbot: QtBot, room: Room) -> None:
    room.equipment.settings.change(replace(Settings(), captions=True))
    room.equipment.speech_child.start()
    captions = Told(room.flow.caption_changed)
    room.begin(qtbot)
    room.toggle()
    room.equipment.speech_child.heard.emit("999", heard().words, ())
    assert captions == []


def test_a_lost_microphone_is_told_and_the_answer_goes_on(qtbot: QtBot, room: Room) -> None:
    lost: list[str] = Told(room.flow.microphone_lost)
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    room.microphone.unplug()
    assert room.stage() is Stage.PAUSED
    assert "What you said is saved" in lost[0]
    room.microphone.plug_in()
    room.flow.listen_again()
    room.say(1.0)
    room.toggle()
    room.say(0.5)
    (row,) = room.rows()
    assert seconds(row.samples) == pytest.approx(3.3, abs=0.01)


def test_only_silence_is_said(qtbot: QtBot, room: Room) -> None:
    problems: list[str] = Told(room.flow.problem)
    room.begin(qtbot)
    room.microphone.hear(silence(3.0))
    assert len(problems) == 1


def test_time_is_told_while_it_is_waited_for(qtbot: QtBot, room: Room) -> None:
    problems: list[str] = Told(room.flow.problem)
    room.begin(qtbot)
    assert not is_told_the_time(room)
    room.toggle()
    room.toggle()
    assert is_told_the_time(room)
    room.clock.pass_by(1.0)
    qtbot.waitUntil(lambda: problems == [NOTHING_HEARD])
    assert room.stage() is Stage.READY
    assert not is_told_the_time(room)


def test_a_cue_goes_by_itself(qtbot: QtBot, room: Room) -> None:
    cues: list[str] = Told(room.flow.cue_changed)
    room.flow.start(plan_of(1, Kind.THINK_ALOUD))
    room.flow.stop_speaking()
    room.toggle()
    room.microphone.hear(noise(12.0))
    assert cues == [NUDGE_WORDS]
    room.clock.pass_by(4.0)
    qtbot.waitUntil(lambda: cues == [NUDGE_WORDS, ""])


@pytest.mark.parametrize("has_engine", [True, False])
def test_words_that_fail_lead_on(qtbot: QtBot, room: Room, has_engine: bool) -> None:
    steps: list[NextStep] = Told(room.flow.next_decided)
    if not has_engine:
        room.equipment.speech_child._no_engine = "There is no engine."
    room.begin(qtbot)
    room.answer()
    if has_engine:
        room.equipment.speech_child.failed.emit(str(room.flow.answer_id), "The speech engine stopped.")
    assert [step.why for step in steps] == [WITHOUT_WORDS]
    assert room.flow.next_step is steps[0]
    room.flow.next_question()
    assert room.stage() is Stage.ASKING
    assert room.rows()[0].failure


def is_told_the_time(room: Room) -> bool:
    """Whether the timer runs."""
    return room.flow._timer.isActive()
