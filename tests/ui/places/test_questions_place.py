"""Questions, alive: the whole bank, searched as one types, narrowed, marked, heard and practised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.loader import BrokenPack, Pack, Problem, load_pack
from question_bank.models import Role
from simulator.store.errors import StoreFull
from tests.question_bank.samples import GOOD_PACK, write_pack
from tests.simulator.store.builders import a_report, a_transcript, add_judged, add_session
from tests.ui.making import pack_changes, questions_place
from tests.ui.names import named
from tests.ui.parts import RefusingStore, Room, Told
from tests.ui.screen_text import has_words, press
from ui.errands.pack_changes import PackChanges
from ui.places.questions_place import QuestionsPlace
from ui.screens.questions_screen import QuestionsScreen


@dataclass
class Desk:
    room: Room
    screen: QuestionsScreen
    packs: PackChanges
    place: QuestionsPlace

    def search(self, qtbot: QtBot, text: str) -> list[str]:
        """Type it; gives the ids of what is found, best first."""
        field = named(self.screen, "Search")
        assert isinstance(field, QLineEdit)
        told = Told(self.screen.search_changed)
        field.setText(text)
        qtbot.waitUntil(lambda: len(told) == 1)
        return self.ids()

    def ids(self) -> list[str]:
        return [question.id for question in self.screen.shown]

    def load(self, qtbot: QtBot) -> None:
        """Read the packs in the library, as the program does once its window is there."""
        equipment = self.room.equipment
        with qtbot.waitSignal(equipment.bank.changed):
            equipment.bank.begin()


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    screen = QuestionsScreen()
    qtbot.addWidget(screen)
    screen.show()
    packs = pack_changes(room)
    return Desk(room, screen, packs, questions_place(room, screen, packs))


def test_the_whole_bank_shows(desk: Desk, bank: Bank) -> None:
    desk.place.enter()
    assert tuple(desk.screen.shown) == bank.questions
    assert has_words(desk.screen, "Built-in question.")


def test_searching_as_one_types(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    desk.load(qtbot)
    desk.place.enter()
    assert "ml.knn.how" in desk.search(qtbot, "nearest neigh")
    assert desk.search(qtbot, "no such words anywhere") == []
    assert desk.search(qtbot, "   ") == [question.id for question in bank.questions]


def test_what_is_typed_before_the_index_is_there_is_found_once_it_is(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    desk.place.enter()
    assert len(desk.search(qtbot, "nearest neigh")) == len(bank.questions)
    desk.load(qtbot)
    assert 0 < len(desk.screen.shown) < 10


def test_a_search_is_still_there_when_one_comes_back(qtbot: QtBot, desk: Desk) -> None:
    desk.load(qtbot)
    found = desk.search(qtbot, "nearest neigh")
    desk.place.leave()
    desk.place.enter()
    assert desk.ids() == found


def test_lists_and_search_narrow_together(qtbot: QtBot, desk: Desk) -> None:
    desk.load(qtbot)
    desk.place.enter()
    all_found = desk.search(qtbot, "model")
    desk.screen.filters.select("role").setCurrentText("Data analyst")
    assert 0 < len(desk.ids()) < len(all_found)
    assert all(Role.DATA_ANALYST in question.roles for question in desk.screen.shown)


def test_how_it_went_is_shown_and_narrowed_by(desk: Desk, bank: Bank) -> None:
    question = bank.questions[4]
    store = desk.room.store
    add_judged(store, add_session(store, question), a_report(a_transcript(), point_s=None), question)
    desk.place.look_for(question.id)
    desk.place.enter()
    assert has_words(desk.screen, "1 answer so far; 0% of the key points in the latest.")
    desk.screen.filters.select("standing").setCurrentText("Needs work")
    assert desk.ids() == [question.id]
    desk.screen.filters.clear()
    desk.screen.filters.chips.chip("only_due").click()  # asked long ago, and it needs work
    assert desk.ids() == [question.id]


def test_a_star_is_kept(desk: Desk, bank: Bank) -> None:
    desk.place.enter()
    press(desk.screen, "Star")
    assert desk.room.store.marks.starred_ids() == {bank.questions[0].id}
    desk.screen.filters.chips.chip("only_starred").click()
    assert desk.ids() == [bank.questions[0].id]
    press(desk.screen, "Remove star")
    assert desk.room.store.marks.starred_ids() == frozenset()


def test_a_hidden_question_stays_until_the_list_is_made_anew(desk: Desk, bank: Bank) -> None:
    first = bank.questions[0].id
    desk.place.enter()
    press(desk.screen, "Hide")
    assert desk.room.store.marks.hidden_ids() == {first}
    assert first in desk.ids()
    desk.place.enter()
    assert first not in desk.ids()
    desk.screen.filters.chips.chip("only_hidden").click()
    assert desk.ids() == [first]
    press(desk.screen, "Unhide")
    assert desk.room.store.marks.hidden_ids() == frozenset()


def test_a_library_that_refuses_is_said(desk: Desk, bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.place.enter()
    with monkeypatch.context() as full:
        full.setattr(desk.room.store.marks, "star", _refuse)
        press(desk.screen, "Star")
    assert has_words(desk.screen, "Not asked yet.")
    monkeypatch.setattr(desk.place, "_store", RefusingStore(desk.room.store, {"question_records"}))
    desk.place.enter()
    assert tuple(desk.screen.shown) == bank.questions
    assert len(desk.room.messages.told) == 2


def test_a_question_can_be_heard(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    desk.place.enter()
    press(desk.screen, "Hear it")
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    assert desk.room.voice.rendered == [bank.questions[0].text]
    desk.place.leave()
    assert not desk.room.player.is_playing


def test_packs_that_are_broken_are_shown_and_their_folder_opened(
    desk: Desk, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    broken = BrokenPack("mine", Path("mine.yaml"), (Problem(Path("mine.yaml"), 3, "text is missing"),))
    desk.room.equipment.bank.now = Bank(bank.questions, (broken,))
    desk.place.enter()
    assert has_words(desk.screen, "line 3: text is missing")
    press(desk.screen, "Open the folder")
    assert opened == [str(desk.room.data_folder.packs)]


def test_what_is_shown_or_chosen_is_practised(desk: Desk, bank: Bank) -> None:
    told: list[tuple[str, ...]] = Told(desk.place.practise_requested)
    desk.place.enter()
    press(desk.screen, "Practise 5 of these")
    assert len(set(told[0])) == 5
    desk.room.equipment.bank.now = Bank(bank.questions[:2])
    desk.place.enter()
    press(desk.screen, "Practise these 2")
    assert told[1] == tuple(question.id for question in bank.questions[:2])


@pytest.mark.parametrize("is_sure", [True, False])
def test_deleting_ones_own_question_asks_again_and_can_be_undone(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, is_sure: bool
) -> None:
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: buttons.Discard if is_sure else buttons.Cancel)
    path = write_pack(desk.room.data_folder.packs, GOOD_PACK)
    before = path.read_bytes()
    said, equipment = desk.room.messages.told, desk.room.equipment
    desk.load(qtbot)
    desk.place.look_for("example.second")
    desk.place.enter()
    assert has_words(desk.screen, "In your pack example.yaml, line 30.")
    if not is_sure:
        press(desk.screen, "Delete")
        assert path.read_bytes() == before
        return
    with qtbot.waitSignal(equipment.bank.changed):
        press(desk.screen, "Delete")
    assert "Ctrl+Z" in said[0].text
    assert ids_in(path) == ["example.first"]
    assert "example.second" not in desk.ids()
    with qtbot.waitSignal(equipment.bank.changed, check_params_cb=lambda: path.read_bytes() == before):
        desk.screen.undo_requested.emit()
    qtbot.waitUntil(lambda: "example.second" in desk.ids())


def test_edit_and_copy_hand_the_question_over(desk: Desk, bank: Bank) -> None:
    copied = Told(desk.place.copy_requested)
    desk.place.look_for(bank.questions[2].id)
    desk.place.enter()
    press(desk.screen, "Copy and edit")
    assert copied == [bank.questions[2]]


def test_nothing_to_undo_and_a_refused_change(
    qtbot: QtBot, desk: Desk, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.packs.undo()
    failed = Told(desk.packs.failed)
    desk.packs.save(replace(bank.questions[0], id="mine.x", pack=bank.questions[0].pack))
    desk.packs.save(bank.questions[0])  # a second click, while the first is on its way
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert "built-in pack" in desk.room.messages.texts[0]


def ids_in(path: Path) -> list[str]:
    pack = load_pack(path)
    assert isinstance(pack, Pack)
    return [question.id for question in pack.questions]


def _refuse(*_arguments: object, **_named: object) -> None:
    raise StoreFull(Path("library.db"))
