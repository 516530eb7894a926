"""A whole interview at a glance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.interview_summary.summed_up import SummedUp, sum_up
from tests.simulator.interview_summary.kept import an_answer, skipped, waiting
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.samples import sample_summary
from tests.ui.screen_text import has_words, press
from ui.screens.summary_screen import PRACTISE_WEAK, SummaryScreen
from ui.theme import apply_theme
from ui.words.coming_back import NOTHING_SCHEDULED

DUE = ("Dropout comes back tomorrow.", "Pooling comes back on Tuesday.")


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> SummaryScreen:
    apply_theme(qapp, "light")
    made = SummaryScreen()
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(screen: SummaryScreen, summed_up: SummedUp, due: tuple[str, ...] = DUE, weak_count: int = 1) -> None:
    screen.show_session(sample_summary())
    screen.show_summary(sample_summary(), summed_up, due, weak_count)


def test_it_has_the_name_that_others_rely_on_and_so_have_its_controls(screen: SummaryScreen) -> None:
    show(screen, sum_up((an_answer("mmo"), an_answer("xo", 1)), 4))
    assert screen.accessibleName() == "Summary"
    assert nameless(screen) == []
    for name in ("How it went", "Questions", "When these questions come back", PRACTISE_WEAK, "Open Review", "Print"):
        named(screen, name)


def test_it_says_which_interview_it_is_before_it_is_summed_up(screen: SummaryScreen) -> None:
    screen.show_session(sample_summary())
    assert has_words(screen, "Thursday 19 November 2026")
    assert not screen.remarks.isVisible()
    screen.show_session(replace(sample_summary(), is_readable=False))
    assert has_words(screen, "Whatever can still be read is shown")


def test_questions_sentences_and_days_are_shown(screen: SummaryScreen) -> None:
    show(screen, sum_up((an_answer("mmo"), waiting(1)), 4))
    assert has_words(screen, "Well answered: you made 2 of 3 key points.")
    assert has_words(screen, "1 answer is still being transcribed")
    assert has_words(screen, "Pooling comes back on Tuesday.")
    assert len(screen.questions.entries) == 2


def test_an_interview_skipped_through_is_told_so_kindly(screen: SummaryScreen) -> None:
    show(screen, sum_up((skipped(),), 4), due=(), weak_count=0)
    assert has_words(screen, "You skipped every question")
    assert has_words(screen, NOTHING_SCHEDULED)
    with pytest.raises(ValueError, match="unpack"):
        press(screen, PRACTISE_WEAK)


def test_the_ways_on(screen: SummaryScreen) -> None:
    show(screen, sum_up((an_answer("xo"),), 4))
    told = {
        PRACTISE_WEAK: Told(screen.practise_requested),
        "Open Review": Told(screen.review_requested),
        "Back to Practise": Told(screen.go_on_requested),
        "Print": Told(screen.print_requested),
    }
    for name, said in told.items():
        press(screen, name)
        assert len(said) == 1, name
    screen.activateWindow()
    QTest.keyClick(screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(told["Print"]) == 2


def test_the_keyboard_is_where_a_late_press_costs_nothing(screen: SummaryScreen) -> None:
    show(screen, sum_up((an_answer("xo"),), 4))
    screen.activateWindow()
    screen.focus_ways_on()
    assert screen.focusWidget() is named(screen, "Open Review")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn(screen: SummaryScreen, qapp: QApplication, theme: str) -> None:
    show(screen, sum_up((an_answer("m?xo"), an_answer("mo", 1)), 4))
    apply_theme(qapp, "dark" if theme == "dark" else "light")
    for entry in screen.questions.entries:
        entry.unfold(True)
    assert not screen.grab().isNull()
    apply_theme(qapp, "light")
