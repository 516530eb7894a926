"""Recordings with what can be chosen for each, how far they are, and what came of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from recordings.taking_in.batch import Batch, Brought
from simulator.store.records import AnswerId
from tests.simulator.store.builders import a_question
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.screens.taking_in_screen import Chosen, TakingInScreen
from ui.widgets.select import Select

A, B = Path("/answers/a.m4a"), Path("/answers/b.mp4")


@pytest.fixture
def screen(qtbot: QtBot) -> TakingInScreen:
    shown = TakingInScreen()
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def buttons(screen: TakingInScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(QPushButton) if one.isVisibleTo(screen) and one.text()]


def test_empty_it_says_what_may_come(screen: TakingInScreen) -> None:
    assert has_words(screen, "Drop recordings anywhere on this window, or choose them.")
    assert has_words(screen, "MP4, MOV and WebM")
    assert buttons(screen) == ["History", "Choose files…"]
    assert nameless(screen) == []


def test_each_recording_has_a_question_and_a_kind(screen: TakingInScreen) -> None:
    screen.add_recording(A, 112.0)
    screen.add_recording(B, None)
    screen.add_recording(A, 112.0)
    assert has_words(screen, "1:52")
    assert "Analyse 2 recordings" in buttons(screen)
    wanted = Told(screen.question_wanted)
    QTest.keyClick(named(screen, "Question for b.mp4"), Qt.Key.Key_Space)
    assert wanted == [B]
    kind = named(screen, "Kind of answer, a.m4a")
    assert isinstance(kind, Select)
    assert kind.choose(Kind.STORY)
    question = a_question(kind=Kind.QUICK)
    screen.show_question(B, question)
    assert not named(screen, "Kind of answer, b.mp4").isEnabled()
    assert screen.chosen == (Chosen(A, None, Kind.STORY, 112.0), Chosen(B, question, Kind.QUICK, None))
    assert has_words(screen, "If no question is given, everything but the key points is measured.")
    screen.show_question(A, question)
    assert not has_words(screen, "Without a question")
    assert nameless(screen) == []


def test_one_can_be_removed_again(screen: TakingInScreen) -> None:
    for path in (A, B):
        screen.add_recording(path, 60.0)
    press(screen, "Remove a.m4a")
    assert screen.paths == (B,)
    assert "Analyse 1 recording" in buttons(screen)
    press(screen, "Remove b.mp4")
    assert buttons(screen) == ["History", "Choose files…"]


def test_what_is_refused_is_said_once(screen: TakingInScreen) -> None:
    for _ in range(2):
        screen.refuse("notes.txt is not a sound file that can be read.")
    assert screen._faults.text() == "▲ notes.txt is not a sound file that can be read."
    screen.show_choosing()
    assert screen._faults.isHidden()


def test_while_they_are_taken_in_each_says_how_far_it_is(screen: TakingInScreen) -> None:
    for path in (A, B):
        screen.add_recording(path, 60.0)
    batch = Batch([Brought(chosen.path, a_question(), chosen.duration_s) for chosen in screen.chosen])
    batch.begin(0, AnswerId(1), "a.wav")
    batch.keep(0, 60.0, ())
    batch.hear(0, 30.0)
    screen._start.setFocus()
    screen.show_running(batch, 130.0)
    assert has_words(screen, "Transcribing… 0:30 of 1:00")
    assert has_words(screen, "0 of 2 recordings · about 2 min left")
    assert buttons(screen) == ["History", "Cancel"]
    assert screen._cancel.hasFocus()
    assert (screen._progress.value(), screen._progress.maximum()) == (300, 1200)
    assert nameless(screen) == []
    cancelled = Told(screen.cancel_requested)
    press(screen, "Cancel")
    assert len(cancelled) == 1


def test_the_outcome_leads_to_review(screen: TakingInScreen) -> None:
    for path in (A, B):
        screen.add_recording(path, 60.0)
    batch = Batch([Brought(chosen.path, a_question(), chosen.duration_s) for chosen in screen.chosen])
    batch.add(0)
    batch.refuse(1, "b.mp4 contains no sound.")
    screen.show_outcome(batch)
    assert has_words(screen, "▲ Not added. b.mp4 contains no sound.")
    assert buttons(screen) == ["History", "Open in Review", "Add more"]
    assert screen._review.hasFocus()
    wanted = Told(screen.review_requested)
    press(screen, "Open in Review")
    assert len(wanted) == 1


def test_where_nothing_was_added_there_is_nothing_to_review(screen: TakingInScreen) -> None:
    screen.add_recording(A, 60.0)
    batch = Batch([Brought(A, a_question(), 60.0)])
    batch.leave_out(0)
    screen.show_outcome(batch)
    assert buttons(screen) == ["History", "Add more"]
    screen.show_choosing()
    assert buttons(screen) == ["History", "Choose files…"]
