"""A kept session, read and heard again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from simulator.drills.outcome import Outcome
from simulator.store.records import AnswerId, AnswerRecord
from simulator.transcript import Span
from simulator.unknown_question import UNKNOWN_QUESTION
from tests.ui.names import named, nameless
from tests.ui.samples import (
    MUTABLE_DEFAULT,
    STOP_S,
    long_record,
    sample_peaks,
    sample_record,
    sample_summary,
    silent_record,
)
from tests.ui.screen_text import has_words
from tests.ui.screen_text import press as press_button
from ui.screens.review_screen import ReviewScreen
from ui.theme import apply_theme
from ui.widgets.zoomed_waveform import ZoomedWaveform
from ui.words.marked_transcript import LEAD_IN_S

FIRST = sample_record()
SECOND = replace(sample_record(question=MUTABLE_DEFAULT, note=""), id=AnswerId(8), position=2)
LONG = long_record()
SILENT = replace(silent_record(), id=AnswerId(9), position=3)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> ReviewScreen:
    apply_theme(qapp, "light")
    shown = ReviewScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_session(sample_summary(), (FIRST, SECOND, SILENT))
    shown.show_answer(FIRST, sample_peaks())
    return shown


def press(screen: ReviewScreen, key: Qt.Key) -> None:
    screen.activateWindow()
    QTest.keyClick(screen, key)


def notes(screen: ReviewScreen) -> QPlainTextEdit:
    found = named(screen, "Notes")
    assert isinstance(found, QPlainTextEdit)
    return found


def answers(screen: ReviewScreen) -> QAbstractItemView:
    found = named(screen, "Answers")
    assert isinstance(found, QAbstractItemView)
    return found


def test_its_controls_have_names(screen: ReviewScreen) -> None:
    assert nameless(screen) == []
    for name in ("Answers", "Transcript", "Play", "Notes"):
        named(screen, name)


def test_follow_ups_stand_under_their_question(screen: ReviewScreen) -> None:
    deeper = replace(FIRST, id=AnswerId(10), rung=1)
    screen.show_session(sample_summary(), (FIRST, deeper, SECOND))
    model = answers(screen).model()
    rows = [str(model.index(row, 0).data()) for row in range(3)]
    assert rows[0].startswith("2. How do you find out")
    assert rows[1].startswith("Follow-up 1: How do you find out")
    assert not screen.grab().isNull()


def test_the_end_of_the_ladder_and_of_a_drill_are_said(screen: ReviewScreen) -> None:
    screen.show_beside(Outcome("You held the silence", "You had finished."), "That was deep enough.")
    assert has_words(screen, "That was deep enough.")
    assert named(screen, "You held the silence").isVisible()
    screen.show_beside(None, "")
    assert not has_words(screen, "That was deep enough.")


def test_what_becomes_of_an_answer_shows_in_the_list(screen: ReviewScreen) -> None:
    waiting = replace(SECOND, report=None, transcript=None)
    screen.show_session(sample_summary(), (FIRST, waiting))
    screen.refresh(SECOND)
    screen.refresh(SILENT)
    model = answers(screen).model()
    assert "0:" in str(model.index(1, 0).data()) or "1:" in str(model.index(1, 0).data())
    assert (screen.shows(SECOND.id), screen.shows(SILENT.id)) == (True, False)


def test_each_answer_says_its_question_length_and_light(screen: ReviewScreen) -> None:
    model = answers(screen).model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows[0] == "2. How do you find out whether it is overfitting? 1:52, a little over"
    assert rows[2].endswith("Nothing was said")


def test_choosing_an_answer_asks_for_it_and_showing_one_does_not(screen: ReviewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.answer_selected) as asked:
        answers(screen).setCurrentIndex(answers(screen).model().index(1, 0))
    assert asked.args == [8]
    with qtbot.assertNotEmitted(screen.answer_selected):
        screen.show_answer(SECOND, sample_peaks())
    assert answers(screen).currentIndex().row() == 1


def test_keys_play_and_step(screen: ReviewScreen, qtbot: QtBot) -> None:
    screen.set_position(30.0)
    with qtbot.waitSignal(screen.play_toggled):
        press(screen, Qt.Key.Key_K)
    with qtbot.waitSignal(screen.seek_requested) as forward:
        press(screen, Qt.Key.Key_L)
    with qtbot.waitSignal(screen.seek_requested) as back:
        press(screen, Qt.Key.Key_J)
    assert (forward.args, back.args) == ([32.0], [30.0])


def test_it_says_where_the_playback_stands(screen: ReviewScreen) -> None:
    assert has_words(screen, "0:00 / 1:52")
    screen.set_position(61.2)
    assert has_words(screen, "1:01 / 1:52")
    screen.show_corrected(FIRST)
    assert has_words(screen, "1:01 / 1:52")


def test_keys_go_from_flag_to_flag(screen: ReviewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.seek_requested) as following:
        press(screen, Qt.Key.Key_Period)
    first_s = following.args[0]
    with qtbot.waitSignal(screen.seek_requested) as after:
        press(screen, Qt.Key.Key_Period)
    assert after.args[0] > first_s
    with qtbot.waitSignal(screen.seek_requested) as before:
        press(screen, Qt.Key.Key_Comma)
    assert before.args == [first_s]


def test_a_long_pause_is_a_stop_on_the_way_and_can_be_heard(screen: ReviewScreen, qtbot: QtBot) -> None:
    pauses = {pause.start_s for pause in FIRST.report.pauses or ()} if FIRST.report else set()
    starts = screen._report.heard.transcript.flag_starts()
    assert pauses & set(starts)
    pause_s = min(pauses & set(starts))
    screen.set_position(pause_s - 1.0)
    with qtbot.waitSignal(screen.seek_requested) as there:
        press(screen, Qt.Key.Key_Period)
    assert there.args == [pause_s - LEAD_IN_S]
    assert has_words(screen, "A pause of ")
    with qtbot.waitSignal(screen.play_requested) as heard:
        QTest.keyClick(screen._report.heard.transcript, Qt.Key.Key_Return)
    assert heard.args == [pause_s, None]


def test_keys_change_the_speed(screen: ReviewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.rate_changed) as slower:
        press(screen, Qt.Key.Key_Minus)
    with qtbot.waitSignal(screen.rate_changed):
        press(screen, Qt.Key.Key_Equal)
    assert slower.args == [0.75]
    assert screen.rate == 1.0


def test_a_note_is_kept_once_typing_pauses(screen: ReviewScreen, qtbot: QtBot) -> None:
    kept: list[tuple[int, str]] = []
    screen.note_changed.connect(lambda answer, text: kept.append((answer, text)))
    notes(screen).selectAll()
    with qtbot.waitSignal(screen.note_changed):
        QTest.keyClicks(notes(screen), "jk,.")
    assert kept == [(7, "jk,.")]


def test_a_note_is_not_lost_by_going_on_at_once(screen: ReviewScreen, qtbot: QtBot) -> None:
    notes(screen).setPlainText("Name drift.")
    with qtbot.waitSignal(screen.note_changed) as kept:
        screen.show_answer(SECOND, sample_peaks())
    assert kept.args == [7, "Name drift."]
    assert notes(screen).toPlainText() == ""
    notes(screen).setPlainText("Once.")
    with qtbot.waitSignal(screen.note_changed) as kept:
        screen.hide()
    assert kept.args == [8, "Once."]


def test_the_same_answer_judged_anew_keeps_note_and_place(screen: ReviewScreen, qtbot: QtBot) -> None:
    screen.set_position(12.0)
    notes(screen).setPlainText("half a no")
    screen.show_answer(FIRST, sample_peaks())
    assert notes(screen).toPlainText() == "half a no"
    assert screen.position_s == 12.0


def test_a_failed_answer_can_be_tried_again(screen: ReviewScreen, qtbot: QtBot) -> None:
    failed: AnswerRecord = replace(SECOND, report=None, transcript=None, failure="The speech engine stopped.")
    screen.show_answer(failed, sample_peaks())
    again = named(screen, "Try again")
    assert isinstance(again, QAbstractButton)
    with qtbot.waitSignal(screen.transcribe_again_requested) as asked:
        again.click()
    assert asked.args == [8]


def test_an_answer_without_a_recording_cannot_be_played(screen: ReviewScreen, qtbot: QtBot) -> None:
    screen.show_answer(replace(SECOND, samples=None, file_name=None), ())
    assert not named(screen, "Play").isVisible()
    with qtbot.assertNotEmitted(screen.seek_requested):
        press(screen, Qt.Key.Key_L)


def test_back(screen: ReviewScreen, qtbot: QtBot) -> None:
    back = named(screen, "History")
    assert isinstance(back, QAbstractButton)
    with qtbot.waitSignal(screen.back_requested):
        back.click()


def test_the_way_back_bears_the_name_of_where_it_leads(screen: ReviewScreen, qtbot: QtBot) -> None:
    screen.show_way_back("Progress")
    with qtbot.waitSignal(screen.back_requested):
        press_button(screen, "Progress")


def test_the_answer_at_hand_is_deleted_by_button_or_on_the_list_by_key(screen: ReviewScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.answer_delete_requested) as by_button:
        press_button(screen, "Delete answer")
    screen._answers.setFocus()
    with qtbot.waitSignal(screen.answer_delete_requested) as by_key:
        press(screen, Qt.Key.Key_Delete)
    assert by_button.args == by_key.args == [FIRST.id]


def test_a_follow_up_stands_with_the_question_it_belongs_to(screen: ReviewScreen, qtbot: QtBot) -> None:
    deeper = replace(FIRST, id=AnswerId(10), position=2, rung=1, question=replace(FIRST.question, text="And why?"))
    screen.show_session(sample_summary(), (FIRST, SECOND, deeper))
    screen.show_answer(deeper, sample_peaks())
    assert has_words(screen, f"Follow-up to: {MUTABLE_DEFAULT.text}")
    assert named(screen, "Code").isVisible()
    with qtbot.waitSignal(screen.answer_again_requested) as asked:
        press_button(screen, "Answer again")
    assert asked.args == [MUTABLE_DEFAULT]
    screen.show_answer(FIRST, sample_peaks())
    assert not named(screen, "Code").isVisible()


def test_a_question_that_nobody_knows_cannot_be_answered_again(screen: ReviewScreen) -> None:
    assert named(screen, "Answer again").isVisible()
    screen.show_answer(replace(SECOND, question=UNKNOWN_QUESTION), sample_peaks())
    assert not named(screen, "Answer again").isVisible()


def test_play_trimmed_leaves_the_silence_before_the_first_word_out(screen: ReviewScreen, qtbot: QtBot) -> None:
    trim = named(screen, "Play trimmed")
    assert isinstance(trim, QAbstractButton)
    with qtbot.waitSignal(screen.play_requested) as heard:
        trim.click()
    assert heard.args == pytest.approx([0.4, STOP_S])


def test_a_key_loops_what_is_chosen_of_the_recording(screen: ReviewScreen, qtbot: QtBot) -> None:
    waveform = screen._report.heard.waveform
    assert isinstance(waveform, ZoomedWaveform)
    waveform.choose(Span(10.0, 20.0))
    with qtbot.waitSignals([screen.loop_changed, screen.play_requested]):
        press(screen, Qt.Key.Key_O)
    QTest.keyClick(screen, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert waveform.is_zoomed
    QTest.keyClick(screen, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert not waveform.is_zoomed


def test_the_playback_scrolls_the_words_but_not_away_from_who_reads_elsewhere(screen: ReviewScreen) -> None:
    screen.resize(1072, 420)
    screen.show_answer(replace(LONG, id=AnswerId(20)), sample_peaks())
    bar = screen._area.verticalScrollBar()
    screen.set_position(1.0)
    screen.set_position(590.0)
    followed = bar.value()
    assert followed > 0
    bar.setValue(bar.maximum())
    screen.set_position(30.0)
    screen.set_position(31.0)
    assert bar.value() == bar.maximum()
    press(screen, Qt.Key.Key_Comma)
    assert bar.value() < bar.maximum()
