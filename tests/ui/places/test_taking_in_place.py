"""From files to answers in History, as the user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from question_bank.models import Kind
from simulator.unknown_question import was_asked
from tests.recordings.taking_in.fakes import FakeRecordingReader
from tests.sound import tone, write_wav
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press
from ui.places import taking_in_place
from ui.places.taking_in_place import TakingInPlace
from ui.screens.taking_in_screen import TakingInScreen
from ui.widgets.question_chooser import QuestionChooser


@pytest.fixture
def place(qtbot: QtBot, room: Room) -> TakingInPlace:
    FakeRecordingReader.held.set()
    room.equipment.speech_child.start()
    screen = TakingInScreen()
    qtbot.addWidget(screen)
    screen.show()
    made = TakingInPlace(screen, room.equipment.taking_in, room.equipment.bank, room.messages, room.equipment)
    made.enter()
    return made


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return write_wav(tmp_path / "one.wav", tone(2.0)), write_wav(tmp_path / "two.wav", tone(3.0))


def test_files_chosen_become_answers(
    qtbot: QtBot, room: Room, place: TakingInPlace, files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file) for file in files], ""))
    press(place.screen, "Choose files…")
    qtbot.waitUntil(lambda: place.screen.paths == files)
    place.screen.question_wanted.emit(files[1])
    chooser = place.screen.window().findChild(QuestionChooser)
    assert isinstance(chooser, QuestionChooser)
    question = room.equipment.bank.now.questions[3]
    chooser._end(question)
    with qtbot.waitSignal(room.equipment.taking_in.finished):
        press(place.screen, "Analyse 2 recordings")
    first, second = room.rows()
    assert (first.question.text, first.question.kind) == ("Recording “one.wav”", Kind.SHORT)
    assert not was_asked(first.question)
    assert second.question == question
    wanted = Told(place.review_wanted)
    press(place.screen, "Open in Review")
    assert wanted == [first.session_id]
    assert room.messages.texts == []


def test_what_cannot_be_added_is_said_beside_the_others(
    qtbot: QtBot, place: TakingInPlace, files: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no sound")
    place.add([tmp_path, tmp_path / "gone.wav", text, files[0], files[0]])
    qtbot.waitUntil(lambda: place.screen.paths == files[:1])
    for sentence in (
        f"{tmp_path.name} is a folder. Add the recordings in it.",
        "gone.wav is not there.",
        "notes.txt is not a sound file that can be read.",
    ):
        assert has_words(place.screen, sentence)
    monkeypatch.setattr(taking_in_place, "MOST_AT_ONCE", 1)
    place.add([files[1]])
    assert has_words(place.screen, "At most 1 recordings can be added at once")


def test_going_elsewhere_interrupts_nothing_and_the_end_is_told(
    qtbot: QtBot, room: Room, place: TakingInPlace, files: tuple[Path, ...]
) -> None:
    place.add(files[:1])
    qtbot.waitUntil(lambda: place.screen.paths == files[:1])
    FakeRecordingReader.held.clear()
    press(place.screen, "Analyse 1 recording")
    place.leave()
    place.add(files[1:])
    assert has_words(place.screen, "Recordings are already being added.")
    with qtbot.waitSignal(room.equipment.taking_in.finished):
        FakeRecordingReader.held.set()
    (message,) = room.messages.told
    assert message.text == "1 recording added to your history."
    wanted = Told(place.review_wanted)
    dict(message.actions)["Open in Review"]()
    assert wanted == [room.store.sessions()[0].id]
    place.enter()
    assert has_words(place.screen, "Added.")
    place.leave()
    assert place.screen.paths == ()
