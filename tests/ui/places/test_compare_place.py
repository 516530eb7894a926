"""Compare, alive on a library of its own: two answers are held against each other, heard and changed for others."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recordings.take import TakeWriter
from simulator.store.records import AnswerId
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report, a_transcript
from tests.sound import tone
from tests.ui.making import compare_place
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press
from ui.places.compare_place import ComparePlace
from ui.screens.compare_screen import CompareScreen
from ui.widgets.select import Select


@dataclass
class Desk:
    """Three answers to one question, the first two of them open, and one to another."""

    room: Room
    screen: CompareScreen
    place: ComparePlace
    answers: list[AnswerId]


def add_answer(room: Room, name: str, text: str, wpm: float) -> AnswerId:
    session = room.store.begin_session(a_plan(a_question(name)), NOON)
    take = TakeWriter.create(room.data_folder.recordings, f"take-{session}")
    answer = room.store.begin_answer(session, a_question(name), 0, 1, f"take-{session}.wav", NOON)
    take.append(tone(3.0))
    whole = take.close()
    room.store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    room.store.keep_transcript(answer, a_transcript(text))
    room.store.keep_report(answer, a_report(a_transcript(text), wpm=wpm))
    return answer


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    answers = [
        add_answer(room, "dropout", "it drops units", 180.0),
        add_answer(room, "dropout", "it drops random units", 140.0),
        add_answer(room, "dropout", "it thins networks", 100.0),
        add_answer(room, "other", "no idea", 140.0),
    ]
    screen = CompareScreen()
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    desk = Desk(room, screen, compare_place(room, screen), answers)
    desk.place.open(answers[1], answers[0])
    qtbot.waitUntil(lambda: has_words(screen, "0 words dropped, 1 new, 3 kept"))
    return desk


def test_the_earlier_answer_is_on_the_left(desk: Desk) -> None:
    assert [select.currentData() for select in desk.screen.findChildren(Select)] == desk.answers[:2]
    assert has_words(desk.screen, "↓ better")


def test_another_answer_can_be_chosen_on_either_side(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.take_chosen.emit(1, desk.answers[2])
    qtbot.waitUntil(lambda: has_words(desk.screen, "2 words dropped, 2 new, 1 kept"))
    desk.screen.take_chosen.emit(0, desk.answers[1])
    qtbot.waitUntil(lambda: has_words(desk.screen, "↓ worse"))
    assert [select.currentData() for select in desk.screen.findChildren(Select)] == desk.answers[1:3]


def test_an_answer_later_than_the_other_changes_the_columns(qtbot: QtBot, desk: Desk) -> None:
    desk.screen.take_chosen.emit(0, desk.answers[2])
    qtbot.waitUntil(lambda: has_words(desk.screen, "↓ worse"))
    assert [select.currentData() for select in desk.screen.findChildren(Select)] == desk.answers[1:3]


def test_one_answer_plays_at_a_time(desk: Desk) -> None:
    player, folder = desk.room.player, desk.room.data_folder.recordings
    paths = [folder / str(desk.room.store.answer(answer).file_name) for answer in desk.answers[:2]]
    press(desk.screen, "Play earlier answer")
    player.advance(1.0)
    press(desk.screen, "Play later answer")
    assert player.played == paths
    player.advance(0.5)
    assert has_words(desk.screen, "0:01 / 0:03")
    assert has_words(desk.screen, "0:00 / 0:03")
    press(desk.screen, "Play later answer")
    assert not player.is_playing
    press(desk.screen, "Play earlier answer")
    assert player.played[-1] == paths[0]
    assert player.position_s == pytest.approx(1.0)


def test_what_was_heard_to_its_end_begins_anew(desk: Desk) -> None:
    press(desk.screen, "Play earlier answer")
    desk.room.player.position_changed.emit(2.95)
    desk.room.player.stop()
    press(desk.screen, "Play earlier answer")
    assert desk.room.player.position_s == 0.0


def test_a_word_plays_from_it_and_leaving_is_silent(desk: Desk) -> None:
    desk.screen.play_requested.emit(1, 1.5)
    assert desk.room.player.position_s == pytest.approx(1.5)
    desk.place.leave()
    assert not desk.room.player.is_playing


def test_what_sounds_elsewhere_is_not_shown_here(desk: Desk) -> None:
    desk.screen.hide()
    desk.room.player.position_changed.emit(2.5)
    assert not has_words(desk.screen, "0:02 / 0:03")


def test_the_text_is_copied(desk: Desk, qapp: QApplication) -> None:
    press(desk.screen, "Copy as text")
    assert "it drops {+random+} units" in qapp.clipboard().text()
    press(desk.screen, "Copied")


def test_an_answer_judged_anew_is_compared_anew(qtbot: QtBot, desk: Desk) -> None:
    first, later = desk.answers[0], a_report(a_transcript("it drops units"), wpm=130.0)
    desk.room.store.keep_report(first, later)
    desk.room.equipment.judging_queue.answer_judged.emit(first)
    qtbot.waitUntil(lambda: has_words(desk.screen, "both in range"))


def test_what_has_no_question_in_common_is_told(desk: Desk) -> None:
    opened = Told(desk.place.opened)
    desk.place.open(desk.answers[0], desk.answers[3])
    desk.place.open(desk.answers[0], 999)
    assert opened == []
    assert len(desk.room.messages.texts) == 2
    desk.place.open(desk.answers[0], desk.answers[2])
    assert len(opened) == 1
