"""Interview and Feedback, alive: what shows follows the interview, and feedback is that of the answer just given."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from recordings.transcription.messages import Failed, Finish, Heard, TranscribeFile
from simulator.interview.session import Stage
from simulator.store.records import AnswerStatus
from tests.ui.names import named
from tests.ui.parts import ANSWER, Told, heard, plan_of
from tests.ui.places.interviewing import SHORT, Desk, begin, desk, has_button, ladder
from tests.ui.screen_text import has_words, press, words_on
from ui.words.interview_stage import WRITING_DOWN

__all__ = ["desk", "ladder"]


def test_the_question_shows_and_the_keys_work(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    question = plan_of(2).questions[0]
    assert has_words(desk.interview, question.text)
    assert has_words(desk.interview, "Question 1 of 2")
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Start answer")
    assert desk.room.stage() is Stage.ANSWERING
    desk.room.say(2.0)
    press(desk.interview, "Pause")
    assert desk.room.stage() is Stage.PAUSED
    press(desk.interview, "Resume")
    press(desk.interview, "Stop answer")
    desk.room.say(0.5)
    assert desk.shown == ["interview", "feedback"]


def test_skip_replay_silence_and_end(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot, 3)
    press(desk.interview, "Replay question")
    assert desk.room.stage() is Stage.ASKING
    desk.interview.silence_requested.emit()
    assert not desk.room.player.is_playing
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Skip question")
    assert has_words(desk.interview, "Question 2 of 3")
    press(desk.interview, "End interview")
    assert desk.finished == desk.room.ended
    assert len(desk.finished) == 1


def test_one_may_end_after_an_answer_too(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot, 3)
    desk.room.answer(3.0)
    press(desk.feedback, "End interview")
    assert desk.finished == desk.room.ended
    assert len(desk.finished) == 1


def test_feedback_waits_for_the_words_then_shows_them(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    assert has_words(desk.feedback, WRITING_DOWN)
    assert has_words(desk.feedback, "Question 1 of 2")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)
    assert has_words(desk.feedback, plan_of(2).questions[0].text)


def test_an_answer_is_compared_with_those_before_it_not_with_itself(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    for before in (0, 1, 2, 3):
        desk.room.answer(3.0)
        desk.transcribe(desk.answer_id())
        qtbot.waitUntil(desk.has_title)
        assert has_words(desk.feedback, "you usually") is (before == 3)  # three make a habit
        desk.room.flow.answer_again()
        desk.room.clock.pass_by(1.0)


def test_the_report_of_an_earlier_answer_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    earlier = desk.answer_id()
    desk.room.flow.leave_question()
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.room.player.advance(1.0)
    desk.room.answer(2.0)
    judged = Told(desk.room.equipment.judging_queue.answer_judged)
    words = words_on(desk.feedback)
    desk.transcribe(earlier)
    qtbot.waitUntil(lambda: judged == [earlier])
    assert words_on(desk.feedback) == words
    assert has_words(desk.feedback, "Question 2 of 2")

    desk.transcribe(desk.answer_id(), SHORT)
    qtbot.waitUntil(desk.has_title)
    assert has_words(desk.feedback, plan_of(2).questions[1].text)


def test_a_waveform_of_an_earlier_answer_comes_too_late(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(3.0)
    desk.transcribe(desk.answer_id())
    judged = Told(desk.room.equipment.judging_queue.answer_judged)
    qtbot.waitUntil(lambda: len(judged) == 1)  # its waveform is being read now
    press(desk.feedback, "Answer again")
    desk.room.answer(1.0)
    record = desk.room.store.answer(desk.answer_id())
    desk.feedback_place._show_feedback(desk.room.rows()[0], [0.5])
    assert record.attempt == 2
    assert has_words(desk.feedback, WRITING_DOWN)


def test_words_that_fail_can_be_tried_again(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    desk.speech.events.put(Failed(str(desk.answer_id()), "It was interrupted."))
    qtbot.waitUntil(desk.has_title)
    press(desk.feedback, "Try again")
    assert has_words(desk.feedback, WRITING_DOWN)
    assert isinstance(desk.speech.commands[-1], TranscribeFile)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)


def test_a_lost_recording_is_said(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    (name,) = desk.room.takes()
    (desk.room.data_folder.recordings / name).unlink()
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    assert desk.has_title()


def test_playing_the_answer(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    (name,) = desk.room.takes()
    player = desk.room.player
    press(desk.feedback, "Play answer")
    assert player.played[-1] == desk.room.data_folder.recordings / name
    player.advance(0.5)
    assert desk.feedback.position_s == pytest.approx(0.5)
    assert has_button(desk, "Pause")
    press(desk.feedback, "Play answer")
    assert not player.is_playing
    assert not has_button(desk, "Pause")
    desk.feedback.play_requested.emit(1.0, 1.5)
    player.advance(9.0)
    assert player.position_s == pytest.approx(1.5)
    desk.feedback.play_requested.emit(0.0, None)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(desk.has_title)
    press(desk.feedback, "Next question")
    qtbot.waitUntil(lambda: player.played[-1].parent == desk.room.data_folder.voice_cache)


def test_answer_again_falls_silent_first(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Play answer")
    press(desk.feedback, "Answer again")
    assert not desk.room.player.is_playing
    assert desk.shown == ["interview", "feedback", "interview"]


def test_captions_are_a_setting_and_show(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.interview.captions_toggled.emit(True)
    assert desk.room.equipment.settings.now.captions
    desk.room.toggle()
    words = heard().words
    desk.speech.events.put(Heard(str(desk.answer_id()), words[:2], words[2:3]))
    told = Told(desk.room.flow.caption_changed)
    qtbot.waitUntil(lambda: len(told) == 1)
    desk.interview.captions_toggled.emit(False)
    assert not desk.room.equipment.settings.now.captions


def test_half_a_typed_answer_is_on_the_disk_and_outlasts_skip(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.flow.type_instead()
    editor = named(desk.interview, "Typed answer")
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("I would begin with")
    desk.room.clock.pass_by(1.0)
    qtbot.waitUntil(lambda: len(desk.room.rows()) == 1)
    (row,) = desk.room.rows()
    assert (row.status, row.typed) == (AnswerStatus.RECORDING, "I would begin with")
    editor.setPlainText("I would begin with the data")
    press(desk.interview, "Skip question")
    (row,) = desk.room.rows()
    assert (row.status, row.typed) == (AnswerStatus.SAVED, "I would begin with the data")
    assert editor.toPlainText() == ""


def test_typed_answers_reach_the_feedback(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.flow.type_instead()
    editor = named(desk.interview, "Typed answer")
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isVisibleTo(desk.interview)
    editor.setPlainText(ANSWER)
    press(desk.interview, "Stop answer")
    assert desk.shown[-1] == "feedback"
    assert desk.has_title()
    desk.room.flow.end()
    desk.place.start(plan_of(1))
    assert not editor.isVisibleTo(desk.interview)


def test_the_last_question_says_so(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot, 1)
    desk.room.answer(2.0)
    finish = [command for command in desk.speech.commands if isinstance(command, Finish)]
    assert finish[0].path.parent == desk.room.data_folder.recordings
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_button(desk, "Finish"))
    assert not named(desk.feedback, "End interview").isVisibleTo(desk.feedback)
    press(desk.feedback, "Next question")  # its name; it says Finish
    assert len(desk.finished) == 1


def test_a_position_told_while_the_question_is_read_is_not_the_answers(qtbot: QtBot, desk: Desk) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Next question")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    before = desk.feedback.position_s
    desk.room.player.position_changed.emit(1.7)
    assert desk.feedback.position_s == before
