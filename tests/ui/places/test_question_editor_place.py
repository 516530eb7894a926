"""The form, alive: checked as one types, written into one's own pack, and nothing lost when it cannot be."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.loader import Pack, load_pack
from question_bank.models import Question
from simulator.settings import Settings
from tests.question_bank.samples import GOOD_PACK, write_pack
from tests.ui.making import pack_changes, reading_aloud
from tests.ui.names import named
from tests.ui.parts import Room, Told
from tests.ui.screen_text import has_words, press, words_on
from ui.errands.pack_changes import PackChanges
from ui.places.question_editor_place import QuestionEditorPlace
from ui.screens.question_editor_screen import QuestionEditorScreen


@dataclass
class Desk:
    room: Room
    screen: QuestionEditorScreen
    packs: PackChanges
    place: QuestionEditorPlace

    def type_into(self, name: str, text: str) -> None:
        field = named(self.screen, name)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, QLineEdit)
            field.setText(text)

    def fill_in(self) -> None:
        """What a question needs."""
        self.type_into("Text", "What is a yak?")
        press(self.screen, "Add a key point")
        self.type_into("Key point 1", "A large animal with long hair")
        self.type_into("Model answer", "It is a large animal with long hair.")

    def save(self, qtbot: QtBot) -> str:
        """Press Save; gives the id of what was written."""
        with qtbot.waitSignal(self.place.left) as left:
            press(self.screen, "Save")
        saved: str = left.args[0]
        return saved

    def questions_in(self, name: str) -> tuple[Question, ...]:
        pack = load_pack(self.room.data_folder.packs / name)
        assert isinstance(pack, Pack), pack
        return pack.questions


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = QuestionEditorScreen()
    qtbot.addWidget(screen)
    screen.show()
    packs = pack_changes(room)
    bank, settings = room.equipment.bank, room.equipment.settings
    return Desk(room, screen, packs, QuestionEditorPlace(screen, bank, packs, reading_aloud(room), settings))


def load(qtbot: QtBot, room: Room) -> Bank:
    with qtbot.waitSignal(room.equipment.bank.changed):
        room.equipment.bank.begin()
    return room.equipment.bank.now


def test_a_new_question_begins_a_pack(qtbot: QtBot, desk: Desk) -> None:
    desk.place.begin_new()
    desk.fill_in()
    assert has_words(desk.screen, "Ready to save")
    desk.type_into("Name of the new pack", "Strange animals")
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        assert desk.save(qtbot) == "strange-animals.what-is-a-yak"
    (question,) = desk.questions_in("strange-animals.yaml")
    assert question.text == "What is a yak?"
    assert question.topics == ("own.strange-animals",)
    assert desk.room.equipment.bank.now.get(question.id) == question


def test_it_is_checked_as_one_types_and_said_only_where_one_was(desk: Desk) -> None:
    desk.place.begin_new()
    assert not has_words(desk.screen, "This field is required.")
    assert has_words(desk.screen, "3 fields need attention")
    desk.type_into("Id", "Two Words")
    assert has_words(desk.screen, "▲ Expected lower-case letters and digits")
    desk.type_into("Id", "")
    assert not has_words(desk.screen, "▲")


def test_an_unfinished_question_is_not_saved_and_the_first_gap_has_the_focus(desk: Desk) -> None:
    desk.place.begin_new()
    press(desk.screen, "Save")
    assert sum("This field is required." in words for words in words_on(desk.screen)) == 3
    assert list(desk.room.data_folder.packs.iterdir()) == []
    focused = desk.screen.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Text"


def test_what_the_voice_will_say_is_shown_and_heard(qtbot: QtBot, desk: Desk) -> None:
    desk.room.equipment.settings.change(Settings(pronunciations=(("SQL", "sequel"),)))
    desk.place.begin_new()
    desk.type_into("Text", "Why SQL, in O(n log n)?")
    assert has_words(desk.screen, "Read aloud: “Why sequel, in O of n log n?”")
    press(desk.screen, "Hear it")
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    assert desk.room.voice.rendered == ["Why SQL, in O(n log n)?"]


def test_ones_own_question_is_changed_where_it_stands(qtbot: QtBot, desk: Desk) -> None:
    path = write_pack(desk.room.data_folder.packs, "# mine\n" + GOOD_PACK)
    bank = load(qtbot, desk.room)
    desk.place.edit(bank.get("example.second"))
    assert not named(desk.screen, "Pack").isEnabled()
    desk.type_into("Text", "What is a mode?")
    desk.screen._level.chips[4].click()
    assert desk.save(qtbot) == "example.second"
    second = desk.questions_in("example.yaml")[1]
    assert (second.text, second.level) == ("What is a mode?", 5)
    assert path.read_text().startswith("# mine\n" + GOOD_PACK[:300])


def test_a_question_of_the_program_is_copied_into_ones_own_pack(qtbot: QtBot, desk: Desk) -> None:
    write_pack(desk.room.data_folder.packs, GOOD_PACK)
    original = load(qtbot, desk.room).questions[0]
    desk.place.copy(original)
    assert has_words(desk.screen, "Copy of a question")
    saved = desk.save(qtbot)
    copy = desk.questions_in("example.yaml")[-1]
    assert (copy.id, copy.text, copy.key_points) == (saved, original.text, original.key_points)
    assert saved != original.id


def test_an_id_that_is_taken_is_said(desk: Desk, bank: Bank) -> None:
    desk.place.begin_new()
    desk.fill_in()
    desk.type_into("Id", bank.questions[0].id)
    assert has_words(desk.screen, "Another question already has this id.")


def test_a_pack_that_cannot_be_written_leaves_the_form_as_it_is(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Told(desk.packs.failed)
    desk.place.begin_new()
    desk.fill_in()
    with monkeypatch.context() as full:
        full.setattr("os.fsync", _refuse)
        press(desk.screen, "Save")
        qtbot.waitUntil(lambda: len(failed) == 1)
    assert "No space left" in desk.room.messages.texts[0]
    assert desk.screen.draft.text == "What is a yak?"
    assert desk.save(qtbot) == "mine.what-is-a-yak"


def test_cancel_goes_back_to_where_one_came_from(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    left: list[str] = Told(desk.place.left)
    desk.place.copy(bank.questions[3])
    press(desk.screen, "Cancel")
    desk.place.begin_new()
    press(desk.screen, "Cancel")
    assert left == [bank.questions[3].id, ""]


def _refuse(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")
