"""The sound of kept answers: its waveform, its playback, and what is told where there is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerRecord
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.ui.making import answer_sound
from tests.ui.parts import Room, Told
from tests.ui.places.kept_sessions import add_session
from ui.messages import MessageKind


@pytest.fixture
def record(room: Room) -> AnswerRecord:
    return room.rows(add_session(room, "What is dropout?"))[0]


def test_the_waveform_comes_from_beside_the_window(qtbot: QtBot, room: Room, record: AnswerRecord) -> None:
    shown: list[list[float]] = []
    answer_sound(room).read_waveform(record, shown.append, lambda: True)
    assert shown == []
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert max(shown[0]) > 0


def test_a_typed_answer_has_none_and_that_is_no_fault(room: Room) -> None:
    session = room.store.begin_session(a_plan(), NOON)
    typed = room.store.answer(room.store.begin_answer(session, a_question(), 0, 1, "", NOON))
    shown: list[list[float]] = []
    sound = answer_sound(room)
    sound.read_waveform(typed, shown.append, lambda: True)
    sound.play(typed, 0.0)
    sound.play(None, 0.0)
    assert shown == [[]]
    assert room.player.played == []
    assert room.messages.told == []


@pytest.mark.parametrize("is_awaited", [True, False])
def test_a_recording_that_is_gone_is_told_to_who_waits_for_it(
    qtbot: QtBot, room: Room, record: AnswerRecord, is_awaited: bool
) -> None:
    room.equipment.library.path_of(record.file_name or "").unlink()
    shown: list[list[float]] = []
    answer_sound(room).read_waveform(record, shown.append, lambda: is_awaited)
    qtbot.waitUntil(lambda: shown == [[]])
    assert [message.kind for message in room.messages.told] == [MessageKind.RECORDING_UNREADABLE] * is_awaited


@pytest.mark.parametrize(
    ("kept", "said"),
    [(lambda whole: whole[:-2_000], "cut short"), (lambda whole: whole[:-1] + b"!", "not the original")],
)
def test_a_recording_that_is_not_as_it_was_saved_is_shown_and_told(
    qtbot: QtBot, room: Room, record: AnswerRecord, kept: Callable[[bytes], bytes], said: str
) -> None:
    path = room.equipment.library.path_of(record.file_name or "")
    path.write_bytes(kept(path.read_bytes()))
    shown: list[list[float]] = []
    answer_sound(room).read_waveform(record, shown.append, lambda: True)
    qtbot.waitUntil(lambda: len(room.messages.told) == 1)
    assert max(shown[0]) > 0
    (message,) = room.messages.told
    assert said in message.text


def test_what_plays_is_paused_and_goes_on(room: Room, record: AnswerRecord) -> None:
    sound = answer_sound(room)
    playing = Told(sound.playing_changed)
    sound.toggle(record, 1.0)
    sound.toggle(record, 2.0)
    sound.toggle(record, 1.5)
    assert playing == [True, False, True]
    assert room.player.position_s == pytest.approx(1.5)
    sound.stop()
    assert not room.player.is_playing
