"""The speakers of the settings are the player's, and that they are gone is said until others are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from simulator.settings import Settings
from tests.sound import tone, write_wav
from tests.ui.parts import Room
from ui.errands.chosen_speakers import ChosenSpeakers
from ui.player import OUTPUT_GONE


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, bank: Bank) -> Iterator[Room]:
    made = Room(tmp_path / "library", bank, Settings(speakers_id="Headset"))
    ChosenSpeakers(made.player, made.equipment.settings, made.messages, made.equipment)
    yield made
    made.close()


def test_the_player_has_the_choice_of_the_settings(room: Room) -> None:
    assert room.player.output_id == "Headset"
    room.equipment.settings.change(replace(room.equipment.settings.now, speakers_id=None))
    assert room.player.output_id is None


def test_that_they_are_gone_is_said_until_others_are_chosen(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.player.play(write_wav(tmp_path / "tone.wav", tone(1.0)))
    qtbot.waitUntil(lambda: room.messages.texts == [OUTPUT_GONE])
    room.equipment.settings.change(replace(room.equipment.settings.now, captions=True))
    assert room.messages.shown is not None
    room.equipment.settings.change(replace(room.equipment.settings.now, speakers_id="micfeed"))
    assert room.messages.shown is None
