"""One microphone and one player for all places: who has them when, and that nothing stays of a test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.sound import tone, write_wav
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.player import OUTPUT_GONE
from ui.wiring import PRACTISE, SETTINGS

__all__ = ["desk", "opened"]


def begin_test(desk: Desk) -> QWidget:
    """Settings, with the microphone's test under way."""
    desk.wiring.go_to(SETTINGS)
    screen = desk.wiring.screens.settings
    press(screen, "Test microphone")
    return screen


def test_the_meter_of_practise_and_the_test_take_turns(desk: Desk) -> None:
    levels = Told(desk.wiring.errands.level_check.level_changed)
    desk.wiring.go_to(PRACTISE)
    assert desk.room.is_listening()
    desk.wiring.go_to(SETTINGS)
    assert not desk.room.is_listening()
    levels.clear()
    screen = begin_test(desk)
    desk.room.microphone.hear(tone(1.0))
    assert has_words(screen, "seconds left")
    assert levels == []
    desk.wiring.go_to(PRACTISE)
    desk.room.microphone.hear(tone(1.0))
    assert levels[-1] > 0.5
    assert desk.room.player.played == []


def test_a_window_that_closes_leaves_nothing_of_the_test(desk: Desk) -> None:
    begin_test(desk)
    desk.room.microphone.hear(tone(5.0))
    assert len(list(desk.room.data_folder.cache.glob("*.wav"))) == 1
    desk.window.close()
    assert list(desk.room.data_folder.cache.glob("*.wav")) == []


def test_speakers_that_are_not_there_are_told_at_the_top(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    settings = desk.room.equipment.settings
    settings.change(replace(settings.now, speakers_id="Headset"))
    desk.room.player.play(write_wav(tmp_path / "tone.wav", tone(1.0)))
    qtbot.waitUntil(lambda: desk.notice() == OUTPUT_GONE)
