"""What is read for the user alone: it says when it is over, and knows it from what an interview says."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.making import reading_aloud
from tests.ui.parts import Room, Told
from ui.errands.reading_aloud import ReadingAloud


@pytest.fixture
def aloud(room: Room) -> ReadingAloud:
    return reading_aloud(room)


def sounds(qtbot: QtBot, room: Room, times: int = 1) -> None:
    qtbot.waitUntil(lambda: len(room.player.played) == times)


def test_it_says_when_it_has_read_to_the_end(qtbot: QtBot, room: Room, aloud: ReadingAloud) -> None:
    ended = Told(aloud.ended)
    aloud.say("A model answer.")
    assert aloud.text == "A model answer."
    sounds(qtbot, room)
    room.player.advance(1.0)
    assert len(ended) == 1
    assert aloud.text == ""


def test_it_is_as_loud_as_is_wanted_and_an_interview_is_never_silent(
    qtbot: QtBot, room: Room, aloud: ReadingAloud
) -> None:
    aloud.say("A model answer.", 0.0)
    sounds(qtbot, room)
    assert room.player.volume == 0.0
    room.equipment.question_reader.say("What is dropout?", room.equipment.settings.now)
    sounds(qtbot, room, 2)
    assert room.player.volume == 1.0


def test_it_stops_at_a_word(qtbot: QtBot, room: Room, aloud: ReadingAloud) -> None:
    ended = Told(aloud.ended)
    aloud.say("A model answer.")
    sounds(qtbot, room)
    aloud.stop()
    assert not room.player.is_playing
    assert len(ended) == 1


def test_a_question_of_an_interview_cuts_it_short_and_is_not_stopped_with_it(
    qtbot: QtBot, room: Room, aloud: ReadingAloud
) -> None:
    ended = Told(aloud.ended)
    aloud.say("A model answer.")
    sounds(qtbot, room)
    room.equipment.question_reader.say("What is dropout?", room.equipment.settings.now)
    assert (len(ended), aloud.text) == (1, "")
    sounds(qtbot, room, 2)
    aloud.stop()
    assert room.player.is_playing


def test_where_there_is_no_voice_it_is_over_at_once(qtbot: QtBot, room: Room, aloud: ReadingAloud) -> None:
    room.voice.is_broken = True
    ended = Told(aloud.ended)
    aloud.say("A model answer.")
    qtbot.waitUntil(lambda: len(ended) == 1)
    assert aloud.text == ""


def test_what_was_prepared_is_there_at_once(qtbot: QtBot, room: Room, aloud: ReadingAloud) -> None:
    aloud.prepare("What is dropout?")
    settings = room.equipment.settings.now
    qtbot.waitUntil(lambda: room.voice.cached("What is dropout?", settings.voice_id, settings.voice_wpm) is not None)
    aloud.say("What is dropout?")
    assert len(room.player.played) == 1
