"""What Settings shows of sound: the speakers there are, while it is looked at, and the test of the microphone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from simulator.settings import Settings
from tests.sound import tone
from tests.ui.making import microphone_test
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from ui.errands import sound_settings as module
from ui.errands.sound_settings import SoundSettings
from ui.screens.settings_screen import SettingsScreen
from ui.words.microphone_test import STARTING


@pytest.fixture
def screen(qtbot: QtBot) -> SettingsScreen:
    made = SettingsScreen()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def sound(room: Room, screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch) -> SoundSettings:
    monkeypatch.setattr(module, "LOOK_MS", 1)
    return SoundSettings(screen, room.player, microphone_test(room), screen)


def offered(screen: SettingsScreen) -> list[str]:
    control = screen.control("speakers_id")
    assert isinstance(control, QComboBox)
    return [control.itemText(row) for row in range(control.count())]


def test_speakers_that_are_plugged_in_are_offered(
    qtbot: QtBot, room: Room, screen: SettingsScreen, sound: SoundSettings
) -> None:
    screen.show_settings(Settings(speakers_id="micfeed"))
    sound.enter()
    assert offered(screen) == ["System default", "speakers", "micfeed"]
    room.player.output_names.append("Headset")
    qtbot.waitUntil(lambda: "Headset" in offered(screen))
    control = screen.control("speakers_id")
    assert isinstance(control, QComboBox)
    assert control.currentData() == "micfeed"


def test_the_button_says_what_it_does_and_escape_presses_it(
    qtbot: QtBot, room: Room, screen: SettingsScreen, sound: SoundSettings
) -> None:
    sound.enter()
    qtbot.waitActive(screen)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not room.is_listening()
    press(screen, "Test microphone")
    assert has_words(screen, STARTING)
    room.microphone.hear(tone(1.0))
    assert named(screen, "Test level").isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert has_words(screen, "That was loud and clear.")
    assert named(screen, "Stop playback").isVisible()
    assert not room.is_listening()
    press(screen, "Stop playback")
    assert not room.player.is_playing
    assert named(screen, "Test microphone").isVisible()


def test_whoever_goes_elsewhere_is_not_listened_to(room: Room, screen: SettingsScreen, sound: SoundSettings) -> None:
    sound.enter()
    press(screen, "Test microphone")
    room.microphone.hear(tone(1.0))
    assert room.is_listening()
    sound.leave()
    assert not room.is_listening()
    assert not has_words(screen, "left.")
