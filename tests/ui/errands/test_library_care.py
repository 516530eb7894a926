"""The library is checked from Settings, put right and taken back, beside a window that goes on."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerStatus
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from ui.errands.library_care import LibraryCare
from ui.messages import Message, MessageKind
from ui.widgets.library_check import LibraryCheck

pytestmark = pytest.mark.usefixtures("temporary")


@pytest.fixture
def shown(qtbot: QtBot) -> LibraryCheck:
    made = LibraryCheck()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def care(room: Room, shown: LibraryCheck) -> LibraryCare:
    return made_for(room, shown)


def made_for(room: Room, shown: LibraryCheck) -> LibraryCare:
    equipment = room.equipment
    return LibraryCare(
        shown,
        room.data_folder,
        equipment.last_answer_before,
        equipment.jobs,
        equipment.judging_queue,
        room.messages,
        shown,
    )


def check(qtbot: QtBot, shown: LibraryCheck, name: str = "Check the library") -> None:
    press(shown, name)
    assert not named(shown, "Check the library").isEnabled()
    qtbot.waitUntil(lambda: named(shown, "Check the library").isEnabled())


def test_a_sound_library_needs_nothing(qtbot: QtBot, shown: LibraryCheck, care: LibraryCare) -> None:
    assert care is not None
    check(qtbot, shown)
    assert has_words(shown, "0 interviews, 0 recordings: everything is fine.")
    assert not named(shown, "Repair").isVisible()
    assert not named(shown, "Undo").isVisible()


def test_what_is_found_is_put_right_and_taken_back(
    qtbot: QtBot, room: Room, shown: LibraryCheck, care: LibraryCare
) -> None:
    assert care is not None
    empty = room.data_folder.recordings / "empty.wav"
    empty.touch()
    check(qtbot, shown)
    assert has_words(shown, "1 file without sound among the recordings: to be moved aside.")
    check(qtbot, shown, "Repair")
    assert has_words(shown, "1 problem fixed.")
    assert not empty.exists()
    assert not named(shown, "Repair").isVisible()
    check(qtbot, shown, "Undo")
    assert has_words(shown, "1 file is as it was before.")
    assert empty.exists()
    assert not named(shown, "Undo").isVisible()


def test_offers_of_what_was_mended_are_withdrawn(
    qtbot: QtBot, room: Room, shown: LibraryCheck, care: LibraryCare
) -> None:
    assert care is not None
    (room.data_folder.recordings / "empty.wav").touch()
    later = (("Later", lambda: None),)
    for kind in (MessageKind.RECORDINGS_FOUND, MessageKind.ANSWER_CUT_OFF, MessageKind.DRAFT_CUT_OFF):
        room.messages.tell(Message(kind, f"Shall {kind.name} be recovered?", later))
    check(qtbot, shown)
    assert room.messages.shown is not None
    check(qtbot, shown, "Repair")
    assert room.messages.shown is None


def test_an_earlier_mending_can_still_be_taken_back(qtbot: QtBot, room: Room, shown: LibraryCheck) -> None:
    (room.data_folder.recordings / "empty.wav").touch()
    made_for(room, shown)
    check(qtbot, shown)
    check(qtbot, shown, "Repair")
    again = LibraryCheck()
    qtbot.addWidget(again)
    again.show()
    made_for(room, again)
    assert named(again, "Undo").isVisible()


def test_an_answer_that_is_being_recorded_is_no_finding(
    qtbot: QtBot, room: Room, shown: LibraryCheck, care: LibraryCare
) -> None:
    assert care is not None
    room.begin(qtbot)
    room.toggle()
    room.say(1.0)
    check(qtbot, shown)
    assert has_words(shown, "everything is fine")
    (answer,) = room.rows()
    assert answer.status is AnswerStatus.RECORDING


def test_what_goes_wrong_is_told(qtbot: QtBot, room: Room, shown: LibraryCheck, care: LibraryCare) -> None:
    assert care is not None
    room.data_folder.database.unlink()
    check(qtbot, shown)
    assert has_words(shown, "There is no library")
