"""The Settings screen, made late: it shows what was found before, and what comes after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from recordings.transcription.messages import Ready
from tests.ui.making import device_search, microphone_test, reading_aloud
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from ui.errands.own_data import OwnData
from ui.errands.sound_settings import SoundSettings
from ui.places.settings_place import SettingsPlace
from ui.screens.settings_screen import SAMPLE, SettingsScreen


def made(qtbot: QtBot, room: Room) -> SettingsPlace:
    """As the user first comes to it, when the children have long been at work."""
    screen = SettingsScreen()
    qtbot.addWidget(screen)
    devices = device_search(room)
    devices.setParent(room.equipment)
    room.equipment.speech_child.start()
    devices.begin()
    room.speech.events.put(Ready("sphinx", "US English"))
    qtbot.waitUntil(
        lambda: room.equipment.speech_child.engine == Ready("sphinx", "US English") and bool(devices.voices)
    )
    equipment, data = room.equipment, room.data_folder.data
    return SettingsPlace(
        screen,
        equipment.settings,
        devices,
        equipment.speech_child,
        reading_aloud(room),
        equipment.voice_supply,
        equipment.model_supply,
        OwnData(screen.kept_data, room.data_folder, equipment.jobs, equipment.messages, parent=screen),
        SoundSettings(screen, room.player, microphone_test(room), screen),
        data,
        equipment,
    )


def offered(place: SettingsPlace, field: str) -> list[str]:
    control = place.screen.control(field)
    assert isinstance(control, QComboBox)
    return [control.itemText(row) for row in range(control.count())]


def test_what_was_found_before_is_shown(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    assert has_words(place.screen, "US English")
    assert has_words(place.screen, str(room.data_folder.data))
    assert "Fake voice" in offered(place, "voice_id")
    assert "Fake microphone" in offered(place, "microphone_id")


def test_what_is_found_later_is_shown(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    room.microphone.plug_in("Headset")
    assert "Headset" in offered(place, "microphone_id")
    room.speech.events.put(Ready("whisper", "Whisper base"))
    qtbot.waitUntil(lambda: has_words(place.screen, "Whisper base"))


def test_what_is_changed_is_kept(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    place.screen.settings_changed.emit(replace(room.equipment.settings.now, question_count=11))
    assert room.equipment.settings.now.question_count == 11


def test_what_is_kept_is_shown_when_one_comes(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    place.enter()
    qtbot.waitUntil(lambda: has_words(place.screen, "Nothing"))


def test_voice_and_speed_are_heard_as_they_are_chosen(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    place.screen.settings_changed.emit(replace(room.equipment.settings.now, voice_id="fake", voice_wpm=150))
    press(place.screen, "Hear this voice at this speed")
    qtbot.waitUntil(lambda: bool(room.player.played))
    assert room.player.played == [room.voice.cached(SAMPLE, "fake", 150)]


def test_the_programs_own_voice_stands_first(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    assert offered(place, "voice_id") == ["Viva Voce’s own", "Fake voice"]
    assert offered(place, "microphone_id")[0] == "System default"


def test_another_voice_is_heard_before_it_is_chosen(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    before = room.equipment.settings.now
    place.screen.voices.hear_requested.emit("fake", 140)
    qtbot.waitUntil(lambda: bool(room.player.played))
    assert room.player.played == [room.voice.cached(SAMPLE, "fake", 140)]
    assert room.equipment.settings.now == before
    place.screen.voices.use_requested.emit("fake", 140)
    assert room.equipment.settings.now == replace(before, voice_id="fake", voice_wpm=140)


def test_all_voices_that_can_be_had_are_offered(qtbot: QtBot, room: Room) -> None:
    place = made(qtbot, room)
    place.enter()
    qtbot.waitUntil(lambda: has_words(place.screen, "7.9 MB from"))
    assert all(has_words(place.screen, title) for title in ("British, female", "British, male", "American, male"))


def test_a_folder_that_is_chosen_is_looked_through(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = made(qtbot, room)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(place.screen, "Add a voice from a file")
    press(place.screen, "Add voices from a folder")
    qtbot.waitUntil(lambda: bool(room.messages.texts))
    assert f"No voice for Viva Voce was found in {tmp_path}" in room.messages.texts[0]
