"""Which voices and microphones there are, for whoever lets one choose."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.errors import VoiceUnavailable
from tests.ui.making import device_search
from tests.ui.parts import Room, Told


def test_voices_and_microphones_are_told_to_others(qtbot: QtBot, room: Room) -> None:
    search = device_search(room)
    voices, microphones = Told(search.voices_found), Told(search.microphones_found)
    search.begin()
    qtbot.waitUntil(lambda: len(voices) == 1)
    assert search.voices == voices[0]
    assert len(microphones) == 1
    room.microphone.plug_in("Headset")
    assert microphones[1] == search.microphones
    assert "Headset" in [microphone.name for microphone in search.microphones]


def test_that_there_is_no_voice_is_said(qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    search = device_search(room)
    missing = Told(search.voices_missing)
    monkeypatch.setattr(room.voice, "voices", _refuse)
    search.begin()
    qtbot.waitUntil(lambda: len(missing) == 1)
    assert missing == ["There is no voice on this computer."]
    assert search.voices == ()


def _refuse() -> None:
    raise VoiceUnavailable("There is no voice on this computer.")
