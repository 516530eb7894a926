"""How answers are judged: every rule can be changed and reset, and a change is told whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from question_bank.models import Kind, TargetTimes
from simulator.analysis.measures import DEFINITIONS, Measure
from simulator.analysis.rules import BAND_LIMITS, DEFAULT_RULES, JudgingRules
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.screens.judging_rules_screen import JudgingRulesScreen
from ui.widgets.word_list import ANOTHER, WordList


@pytest.fixture
def screen(qtbot: QtBot) -> JudgingRulesScreen:
    made = JudgingRulesScreen()
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    return made


def words_of(screen: JudgingRulesScreen) -> WordList:
    (found,) = screen.findChildren(WordList)
    return found


def test_no_control_is_nameless(screen: JudgingRulesScreen) -> None:
    screen.show_rules(DEFAULT_RULES.with_filler("anyhow"))
    screen.show_progress(1, 3)
    assert nameless(screen) == []


def test_showing_is_silent(screen: JudgingRulesScreen) -> None:
    told = Told(screen.rules_changed)
    screen.show_rules(DEFAULT_RULES.with_filler("anyhow").with_band("long_pause_s", 2.5).with_times(Kind.QUICK, 30, 50))
    assert told == []
    assert screen.band("long_pause_s").text() == "2.5 s"
    assert screen.target(Kind.QUICK, "max_s").value() == 50


def test_a_phrase_is_switched_off_added_and_removed(screen: JudgingRulesScreen, qtbot: QtBot) -> None:
    told: list[JudgingRules] = Told(screen.rules_changed)
    words_of(screen).switch("so").click()
    assert told[-1] == DEFAULT_RULES.with_switch("so", is_on=False)
    field = named(screen, ANOTHER)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "At the end of the day")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told[-1].own_fillers == ("at the end of the day",)
    assert field.text() == ""
    assert words_of(screen).switch("at the end of the day").isChecked()
    own = words_of(screen).switch("at the end of the day")
    qtbot.waitUntil(own.isVisible)
    press(screen, "Remove at the end of the day")
    assert told[-1] == DEFAULT_RULES.with_switch("so", is_on=False)
    press(screen, "Reset word list")
    assert told[-1] == DEFAULT_RULES


@pytest.mark.parametrize("field", list(BAND_LIMITS))
def test_every_band_can_be_changed_and_reset(screen: JudgingRulesScreen, field: str) -> None:
    told: list[JudgingRules] = Told(screen.rules_changed)
    screen.band(field).stepUp()
    assert getattr(told[-1], field) > getattr(DEFAULT_RULES, field)
    press(screen, "Reset ranges and targets")
    assert told[-1] == DEFAULT_RULES
    assert screen.band(field).value() == JudgingRulesScreen().band(field).value()


def test_bands_never_cross(screen: JudgingRulesScreen) -> None:
    screen.band("fluent_per_minute").setValue(20)
    assert screen.band("unremarkable_per_minute").value() == 20
    assert screen.band("costly_per_minute").value() == 20


def test_tenths_are_typed_as_they_are_read(screen: JudgingRulesScreen) -> None:
    told: list[JudgingRules] = Told(screen.rules_changed)
    stepper = screen.band("long_pause_s")
    stepper.lineEdit().setText("2,3 s")
    stepper.interpretText()
    assert told[-1].long_pause_s == 2.3
    stepper.lineEdit().setText("nothing")
    stepper.interpretText()
    assert stepper.value() == 23


def test_targets_change_and_never_fall(screen: JudgingRulesScreen) -> None:
    told: list[JudgingRules] = Told(screen.rules_changed)
    screen.target(Kind.SHORT, "target_s").setValue(60)
    assert told[-1].short_times == TargetTimes(30, 60, 150)
    screen.target(Kind.SHORT, "max_s").setValue(50)
    assert told[-1].short_times == TargetTimes(30, 50, 50)


def test_formula_and_source_stand_below_the_bands(screen: JudgingRulesScreen) -> None:
    for measure in (Measure.FILLER_SOUNDS, Measure.WORDS_PER_MINUTE, Measure.PAUSES, Measure.LENGTH):
        assert has_words(screen, DEFINITIONS[measure].formula)
        assert has_words(screen, DEFINITIONS[measure].source)


def test_history_is_judged_with_progress_and_cancel(screen: JudgingRulesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.judging_anew_requested):
        press(screen, "Re-analyse history")
    screen.show_progress(3, 12)
    progress = named(screen, "Re-analysing history")
    assert isinstance(progress, QProgressBar)
    assert (progress.value(), progress.maximum()) == (3, 12)
    assert has_words(screen, "3 of 12 answers")
    with qtbot.waitSignal(screen.cancel_requested):
        press(screen, "Cancel")
    screen.show_idle("3 answers re-analysed.")
    assert has_words(screen, "3 answers re-analysed.")
    assert not progress.isVisible()


def test_the_way_back(screen: JudgingRulesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.back_requested):
        press(screen, "Settings")
