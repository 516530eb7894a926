"""The corridor, walked with real takes and a real library, as users walk it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from recordings.transcription.messages import Follow, Heard
from simulator.interview.session import Stage
from simulator.interview.timing import NUDGE_WORDS
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from tests.fakes import FakeMeter
from tests.sound import noise, tone
from tests.ui.parts import ANSWER, Room, Told, heard, plan_of, seconds


def test_a_whole_interview_of_two_questions(qtbot: QtBot, room: Room) -> None:
    room.equipment.change_settings(Settings(follow_ups=False))
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


def test_the_model_of_meanings_is_made_ready_while_the_question_is_read(qtbot: QtBot, room: Room) -> None:
    meter = FakeMeter()
    room.equipment.judging_queue._meter = meter
    room.begin(qtbot)
    first = plan_of(2).questions[0]
    qtbot.waitUntil(lambda: meter.prepared == [first])


def test_no_interview_begins_within_another(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.flow.start(plan_of(2))
    assert room.store.session_count() == 1


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


def test_a_double_space_is_one_start(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.toggle()
    room.flow.toggle_answer()
    assert room.stage() is Stage.ANSWERING
    room.say(1.0)
    room.flow.toggle_answer()
    room.flow.toggle_answer()
    room.flow.toggle_answer()
    assert room.stage() is Stage.CLOSING
    room.say(0.5)
    assert room.stage() is Stage.FEEDBACK
    room.flow.toggle_answer()
    assert [row.status for row in room.rows()] == [AnswerStatus.SAVED]
    assert len(room.takes()) == 1


def test_a_storm_of_keys_in_one_event_makes_one_file(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.clock.pass_by(1.0)
    for _ in range(51):
        room.flow.toggle_answer()
        room.flow.next_question()
    assert len(room.rows()) == 1
    assert len(room.takes()) == 1
    assert room.stage() is Stage.ANSWERING


def test_a_skipped_question_has_a_row_and_no_file(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.clock.pass_by(1.0)
    room.flow.skip()
    assert room.stage() is Stage.ASKING
    room.flow.skip()  # the second half of a double click
    assert room.flow.question == plan_of(2).questions[1]
    room.clock.pass_by(1.0)
    room.flow.skip()
    assert len(room.ended) == 1
    assert [row.status for row in room.rows()] == [AnswerStatus.SKIPPED] * 2
    assert room.takes() == []


def test_skipping_while_answering_keeps_what_was_said(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    room.flow.skip()
    assert room.stage() is Stage.ASKING
    (row,) = room.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(2.0)


def test_skipping_a_second_attempt_leaves_the_first_alone(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.answer()
    room.flow.answer_again()
    room.clock.pass_by(1.0)
    room.flow.skip()
    assert [row.status for row in room.rows()] == [AnswerStatus.SAVED]


def test_answering_again_keeps_both(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    room.answer(1.0)
    room.flow.answer_again()
    assert room.stage() is Stage.READY
    room.answer(2.0)
    first, second = room.rows()
    assert (first.attempt, second.attempt) == (1, 2)
    assert (first.position, second.position) == (0, 0)
    assert (first.status, second.status) == (AnswerStatus.SAVED, AnswerStatus.SAVED)
    assert room.flow.answer_id == second.id
    assert len(room.takes()) == 2


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


def test_pausing_before_the_answer_and_after_it(qtbot: QtBot, room: Room) -> None:
    room.begin(qtbot)
    for stage in (Stage.READY, Stage.FEEDBACK):
        room.flow.toggle_pause()
        room.toggle()  # nothing starts meanwhile
        assert room.stage() is Stage.PAUSED
        room.flow.toggle_pause()
        assert room.stage() is stage
        if stage is Stage.READY:
            room.answer()


def test_pausing_an_answer_stops_its_clock(qtbot: QtBot, room: Room) -> None:
    clock: list[float] = Told(room.flow.clock_changed)
    room.begin(qtbot)
    room.toggle()
    room.say(1.0)
    room.flow.toggle_pause()
    room.say(60.0)
    assert clock[-1] == pytest.approx(1.0)
    room.flow.toggle_pause()
    assert room.stage() is Stage.ANSWERING
    room.say(1.0)
    assert clock[-1] == pytest.approx(2.0)
    room.toggle()
    room.flow.toggle_pause()  # not while it is being closed
    assert room.stage() is Stage.CLOSING
    room.say(0.5)
    assert seconds(room.rows()[0].samples) == pytest.approx(2.3, abs=0.01)


@pytest.mark.parametrize("is_paused", [True, False])
def test_ending_while_answering_keeps_what_was_said(qtbot: QtBot, room: Room, is_paused: bool) -> None:
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    if is_paused:
        room.flow.toggle_pause()
    room.flow.end()
    assert len(room.ended) == 1
    (row,) = room.rows()
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(2.0)
    assert not room.is_listening()
    room.flow.end()
    assert len(room.ended) == 1


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
    problems: list[str] = Told(room.flow.problem)
    room.voice.is_broken = True
    room.flow.start(plan_of(2))
    qtbot.waitUntil(lambda: room.stage() is Stage.READY)
    room.answer()
    room.flow.leave_question()
    qtbot.waitUntil(lambda: room.stage() is Stage.READY)
    assert problems == ["There is no voice on this computer."]


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


def test_strict_answers_end_after_their_warning(qtbot: QtBot, room: Room) -> None:
    cues: list[str] = Told(room.flow.cue_changed)
    room.flow.start(plan_of(1, Kind.QUICK, strict=True))
    room.flow.stop_speaking()
    room.toggle()
    room.say(39.0)
    assert cues == []
    room.say(5.0)
    assert cues[-1].startswith("Time is up in")
    assert room.stage() is Stage.ANSWERING
    room.say(10.0)
    assert room.stage() is Stage.DECIDING
    assert seconds(room.rows()[0].samples) == pytest.approx(50.3, abs=0.2)


def test_other_answers_are_never_cut(qtbot: QtBot, room: Room) -> None:
    room.flow.start(plan_of(1, Kind.QUICK))
    room.flow.stop_speaking()
    room.toggle()
    room.say(100.0)
    assert room.stage() is Stage.ANSWERING


@pytest.mark.parametrize(("kind", "nudges"), [(Kind.THINK_ALOUD, 1), (Kind.SHORT, 0)])
def test_silence_is_nudged_only_when_thinking_aloud(qtbot: QtBot, room: Room, kind: Kind, nudges: int) -> None:
    cues: list[str] = Told(room.flow.cue_changed)
    room.flow.start(plan_of(1, kind))
    room.flow.stop_speaking()
    room.toggle()
    room.say(3.0)
    room.clock.pass_by(12.0)
    room.microphone.hear(noise(12.0))
    assert cues.count(NUDGE_WORDS) == nudges


@pytest.mark.parametrize("is_on", [True, False])
def test_captions_show_only_when_they_are_on(qtbot: QtBot, room: Room, is_on: bool) -> None:
    room.equipment.change_settings(replace(Settings(), captions=is_on))
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
    room.equipment.change_settings(replace(Settings(), captions=True))
    room.equipment.speech_child.start()
    captions = Told(room.flow.caption_changed)
    room.begin(qtbot)
    room.toggle()
    room.equipment.speech_child.heard.emit("999", heard().words, ())
    assert captions == []
