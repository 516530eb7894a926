"""Settings: every choice is there, and a change is told with all the others."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from simulator.settings import LIMITS, Settings
from tests.ui.names import named, nameless
from tests.ui.screen_text import has_words, press
from ui.screens.settings_screen import FORM, SIZE_HINT, SettingsScreen
from ui.widgets.button import Switch
from ui.widgets.pronunciations import Pronunciations
from ui.widgets.select import Select, Stepper
from ui.widgets.setting_row import SettingRow
from ui.widgets.text import Text

CHOSEN_AT_PRACTISE = {
    "role", "round", "is_loop", "question_count", "loop_question_count", "is_timed", "minutes", "level", "topics",
}  # fmt: skip


@pytest.fixture
def screen(qtbot: QtBot) -> SettingsScreen:
    made = SettingsScreen()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_setting_has_its_place(screen: SettingsScreen) -> None:
    shown = {description.field for _, descriptions in FORM for description in descriptions}
    elsewhere = {"pronunciations", "speech_model", "declined_analysis", "keep_agreed", "volume"}
    assert shown | CHOSEN_AT_PRACTISE | elsewhere == {field.name for field in fields(Settings)}


def test_no_control_is_nameless(screen: SettingsScreen) -> None:
    assert nameless(screen) == []


def test_showing_is_silent(screen: SettingsScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.settings_changed):
        screen.show_settings(Settings(captions=True, voice_wpm=140, theme="dark", nudge_first_s=15.0))
    theme, speed, captions = screen.control("theme"), screen.control("voice_wpm"), screen.control("captions")
    assert isinstance(theme, Select)
    assert isinstance(speed, Stepper)
    assert isinstance(captions, Switch)
    assert (theme.currentData(), speed.value(), captions.isChecked()) == ("dark", 140, True)


def test_a_change_leaves_all_others_alone(screen: SettingsScreen, qtbot: QtBot) -> None:
    settings = Settings(captions=True, question_count=9)
    screen.show_settings(settings)
    nudge = screen.control("nudge_first_s")
    assert isinstance(nudge, Stepper)
    with qtbot.waitSignal(screen.settings_changed) as signal:
        nudge.setValue(12)
    assert signal.args == [replace(settings, nudge_first_s=12.0)]
    assert isinstance(signal.args[0].nudge_first_s, float)


def test_theme_is_told(screen: SettingsScreen, qtbot: QtBot) -> None:
    theme = screen.control("theme")
    assert isinstance(theme, Select)
    with qtbot.waitSignal(screen.settings_changed) as signal:
        theme.setCurrentIndex(2)
        theme.activated.emit(2)
    assert signal.args[0].theme == "dark"


def test_the_size_of_everything_is_told_as_a_number(screen: SettingsScreen, qtbot: QtBot) -> None:
    size = named(screen, "Interface size")
    assert isinstance(size, Select)
    assert [size.itemText(row) for row in range(size.count())] == ["100 %", "110 %", "125 %", "150 %"]
    assert has_words(screen, SIZE_HINT)
    with qtbot.waitSignal(screen.settings_changed) as signal:
        size.setCurrentIndex(3)
        size.activated.emit(3)
    assert signal.args == [Settings(interface_percent=150)]


def test_words_of_ones_own_are_kept_once_they_are_typed(screen: SettingsScreen, qtbot: QtBot) -> None:
    line = screen.control("own_terms")
    assert isinstance(line, QLineEdit)
    line.setText("Kubeflow,  Fast  Text,, ")
    with qtbot.waitSignal(screen.settings_changed) as signal:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert signal.args[0].own_words == ("Kubeflow", "Fast Text")
    screen.show_settings(Settings(own_terms="Marija"))
    assert line.text() == "Marija"


def test_nudge_times_mean_nothing_without_the_nudge(screen: SettingsScreen) -> None:
    nudge, first = screen.control("nudge"), screen.control("nudge_first_s")
    assert isinstance(nudge, Switch)
    nudge.setChecked(False)
    assert not first.isEnabled()
    nudge.setChecked(True)
    assert first.isEnabled()


def test_numbers_keep_within_the_limits(screen: SettingsScreen) -> None:
    for field, (low, high) in LIMITS.items():
        if field in CHOSEN_AT_PRACTISE | {"volume"}:
            continue
        stepper = screen.control(field)
        assert isinstance(stepper, Stepper)
        assert (stepper.minimum(), stepper.maximum()) == (low, high)


def test_folder_and_model_are_plain_words(screen: SettingsScreen) -> None:
    screen.show_data_folder(Path("/somewhere/<b>else</b>"))
    screen.show_model("Whisper base")
    words = [text.text() for text in screen.findChildren(Text)]
    assert "/somewhere/<b>else</b>" in words
    assert "Whisper base" in words


def test_the_way_to_the_judging_rules(screen: SettingsScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.judging_rules_requested):
        press(screen, "Word list and ranges")


def test_ones_own_pronunciations_are_settings(screen: SettingsScreen, qtbot: QtBot) -> None:
    words = screen.findChild(Pronunciations)
    assert words is not None
    screen.show_settings(Settings(voice_wpm=150, pronunciations=(("SQL", "sequel"),)))
    with qtbot.waitSignal(screen.settings_changed) as changed:
        words.changed.emit((("SQL", "ess queue ell"),))
    assert changed.args == [Settings(voice_wpm=150, pronunciations=(("SQL", "ess queue ell"),))]


@pytest.mark.parametrize("size", [(1072, 780), (1400, 900), (560, 380)])
def test_no_row_is_lower_than_its_words(screen: SettingsScreen, qtbot: QtBot, size: tuple[int, int]) -> None:
    screen.resize(*size)
    rows = screen.findChildren(SettingRow)
    assert len(rows) > 10
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
