"""How loud answers are heard: at once what plays, everywhere the same, and kept for the next time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.settings import load_settings
from tests.ui.making import answer_sound
from tests.ui.parts import Room
from tests.ui.places.kept_sessions import add_session
from ui.errands.answer_sound import AnswerSound
from ui.errands.listening_volume import ListeningVolume
from ui.widgets.volume_control import VolumeControl

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sound(room: Room) -> AnswerSound:
    return answer_sound(room)


def joined(qtbot: QtBot, room: Room, sound: AnswerSound) -> VolumeControl:
    control = VolumeControl()
    qtbot.addWidget(control)
    ListeningVolume(control, sound, room.equipment.settings, control)
    control.show()
    return control


def test_what_plays_follows_and_what_is_chosen_is_kept(qtbot: QtBot, room: Room, sound: AnswerSound) -> None:
    control = joined(qtbot, room, sound)
    record = room.rows(add_session(room, "What is dropout?"))[0]
    sound.play(record, 0.0)
    assert room.player.volume == 1.0
    QTest.mousePress(control, LEFT, pos=control.rect().center())
    held = control.value()
    assert 0 < held < 100
    assert room.player.volume == held / 100
    assert room.equipment.settings.now.volume == 100
    QTest.mouseRelease(control, LEFT)
    assert room.equipment.settings.now.volume == held
    assert load_settings(room.data_folder.settings_file).volume == held
    assert len(room.player.played) == 1


def test_the_next_answer_and_the_next_run_are_as_loud(qtbot: QtBot, room: Room, sound: AnswerSound) -> None:
    control = joined(qtbot, room, sound)
    QTest.keyClick(control, Qt.Key.Key_PageDown)
    sound.play(room.rows(add_session(room, "What is dropout?"))[0], 0.0)
    assert room.player.volume == 0.8
    assert answer_sound(room).volume == 0.8
    assert joined(qtbot, room, sound).value() == 80


def test_every_control_shows_the_same(qtbot: QtBot, room: Room, sound: AnswerSound) -> None:
    review, feedback = joined(qtbot, room, sound), joined(qtbot, room, sound)
    QTest.keyClick(review, Qt.Key.Key_Home)
    assert feedback.value() == 0
    QTest.keyClick(feedback, Qt.Key.Key_Right)
    assert review.value() == 5
