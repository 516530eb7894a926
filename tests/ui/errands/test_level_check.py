"""The microphone before an interview: open while it is wanted, judged in words, and left to an interview that began."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from recordings.voice_activity import LevelWord
from tests.sound import silence, tone
from tests.ui.making import level_check
from tests.ui.parts import Room, Told, plan_of


def test_it_listens_from_beginning_to_end(room: Room) -> None:
    check = level_check(room)
    levels, words = Told(check.level_changed), Told(check.judged)
    room.microphone.hear(tone(1.0))
    assert levels == []
    check.begin()
    room.microphone.hear(silence(2.0))
    assert words[-1] == (str(LevelWord.SILENCE), "amber")
    check.end()
    assert not room.is_listening()
    assert levels[-1] == 0.0


def test_another_microphone_is_opened_only_while_it_listens(room: Room) -> None:
    check, settings = level_check(room), room.equipment.settings
    room.microphone.plug_in("Headset")
    settings.change(replace(settings.now, microphone_id="Headset"))
    assert not room.is_listening()
    check.begin()
    assert room.microphone.device_id == "Headset"
    room.microphone.plug_in("Desk")
    settings.change(replace(settings.now, microphone_id="Desk"))
    assert room.microphone.device_id == "Desk"


def test_a_microphone_that_goes_is_said_and_the_next_is_opened(room: Room) -> None:
    check = level_check(room)
    words = Told(check.judged)
    check.begin()
    room.microphone.unplug()
    sentence, tone_of_it = words[-1]
    assert "unplugged" in sentence
    assert "kept" not in sentence  # nothing was said yet
    assert tone_of_it == "amber"
    room.microphone.plug_in("Headset")
    assert room.microphone.device_id == "Headset"


def test_an_interview_that_has_begun_keeps_the_microphone(qtbot: QtBot, room: Room) -> None:
    check = level_check(room)
    words = Told(check.judged)
    check.begin()
    room.flow.start(plan_of(1))
    check.end()
    assert room.is_listening()
    room.microphone.hear(silence(3.0))
    assert words == []
