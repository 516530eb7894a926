"""Import and export from the window: looked at first, as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import read_import
from question_bank.loader import BrokenPack
from simulator.bank_view import UsersView
from tests.ui.making import pack_changes
from tests.ui.names import named, nameless
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from ui.errands.pack_changes import PackChanges
from ui.errands.question_exchange import QuestionExchange
from ui.screens.questions_screen import QuestionsScreen
from ui.widgets.select import Select

CARDS = "text,model_answer\nWhat is a yak?,A large animal.\nWhat is a gnu?,Another one.\n"


@dataclass
class Desk:
    room: Room
    screen: QuestionsScreen
    packs: PackChanges
    exchange: QuestionExchange
    folder: Path

    def file(self, text: str, name: str = "cards.csv") -> Path:
        path = self.folder / name
        path.write_text(text)
        return path

    def choose(self, monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> None:
        """What the file dialog will give."""
        for dialog in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path) if path else "", kind))

    def said(self) -> list[str]:
        return self.room.messages.texts

    def packs_written(self) -> list[str]:
        return sorted(path.name for path in self.room.data_folder.packs.iterdir())


@pytest.fixture
def desk(qtbot: QtBot, room: Room, tmp_path: Path) -> Desk:
    screen = QuestionsScreen()
    qtbot.addWidget(screen)
    screen.show()
    packs = pack_changes(room)
    exchange = QuestionExchange(screen, room.equipment.bank, packs, room.equipment.jobs, room.messages)
    return Desk(room, screen, packs, exchange, tmp_path)


def test_a_file_is_looked_at_and_then_imported(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.choose(monkeypatch, desk.file(CARDS))
    press(desk.screen, "Import")
    qtbot.waitUntil(lambda: has_words(desk.screen, "2 questions in cards.csv"))
    assert desk.packs_written() == []
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        press(desk.screen.import_card, "Import")
    assert desk.packs_written() == ["cards.yaml"]
    assert desk.room.equipment.bank.now.get("cards.what-is-a-yak").model_answer == "A large animal."
    assert desk.screen.import_card.isHidden()


def test_only_what_is_ticked_comes_in_and_with_the_topic_chosen(qtbot: QtBot, desk: Desk) -> None:
    cards = (
        "text,model_answer,topic\nWhat is a yak?,An animal.,Bayes statistics\nWhat is a gnu?,Another.,\nMenu?,Tea.,\n"
    )
    desk.exchange.read(desk.file(cards))
    qtbot.waitUntil(lambda: has_words(desk.screen, "3 of 3 ticked"))
    rows = named(desk.screen, "Questions to import")
    assert isinstance(rows, QListView)
    assert rows.hasFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Space):
        QTest.keyClick(rows, key)
    assert has_words(desk.screen, "2 of 3 ticked")
    assert rows.model().index(2, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    topic = named(desk.screen, "Topic for “Bayes statistics” (1 question)")
    assert isinstance(topic, Select)
    assert topic.currentText() == "Leave without a topic"
    topic.choose("found.statistics")
    assert not nameless(desk.screen.import_card)
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        press(desk.screen.import_card, "Import")
    now = desk.room.equipment.bank.now
    assert now.get("cards.what-is-a-yak").topics == ("found.statistics",)
    assert [question.id for question in now.questions if question.pack == "cards"] == [
        "cards.what-is-a-yak",
        "cards.what-is-a-gnu",
    ]


def test_with_nothing_ticked_nothing_can_be_imported(qtbot: QtBot, desk: Desk) -> None:
    desk.exchange.read(desk.file("#### 1) What is a yak?\n\nAn animal.\n\n#### 2) A gnu?\n", "list.md"))
    qtbot.waitUntil(lambda: has_words(desk.screen, "1 question without an answer was left out: “A gnu?” (line 5)."))
    press(desk.screen.import_card, "Tick none")
    assert not named(desk.screen.import_card, "Import").isEnabled()
    assert not named(desk.screen, "Question list").isVisible()
    press(desk.screen.import_card, "Tick all")
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        press(desk.screen.import_card, "Import")
    assert desk.packs_written() == ["list.yaml"]
    assert named(desk.screen, "Question list").isVisible()


def test_escape_leaves_the_file(qtbot: QtBot, desk: Desk) -> None:
    desk.exchange.read(desk.file(CARDS))
    qtbot.waitUntil(lambda: has_words(desk.screen, "2 of 2 ticked"))
    QTest.keyClick(named(desk.screen, "Questions to import"), Qt.Key.Key_Escape)
    assert desk.screen.import_card.isHidden()
    assert named(desk.screen, "Question list").isVisible()


def test_another_file_of_the_same_name_becomes_another_pack(qtbot: QtBot, desk: Desk) -> None:
    (desk.room.data_folder.packs / "cards.yaml").write_text("# mine\n")
    desk.exchange.read(desk.file(CARDS))
    qtbot.waitUntil(lambda: has_words(desk.screen, "will be called “cards-2”"))


def test_one_wrong_row_keeps_all_out(qtbot: QtBot, desk: Desk) -> None:
    desk.exchange.read(desk.file(CARDS + ",Without a question.\n"))
    qtbot.waitUntil(lambda: has_words(desk.screen, "cards.csv: nothing was imported"))
    assert has_words(desk.screen, "line 4:")
    assert desk.packs_written() == []
    press(desk.screen.import_card, "Close")
    assert desk.screen.import_card.isHidden()


def test_cancelling_forgets_the_file(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.exchange.read(desk.file(CARDS))
    qtbot.waitUntil(lambda: has_words(desk.screen, "2 questions in cards.csv"))
    press(desk.screen.import_card, "Cancel")
    desk.screen.import_card.confirmed.emit()
    desk.choose(monkeypatch, None)
    press(desk.screen, "Import")
    assert desk.packs_written() == []


def test_a_file_of_an_unknown_kind_is_said(desk: Desk) -> None:
    desk.exchange.read(desk.file("", "cards.apkg"))
    assert "archives" in desk.said()[0]


@pytest.mark.parametrize("format_", list(Format))
def test_what_is_shown_is_exported_and_known_when_it_comes_back(
    qtbot: QtBot, desk: Desk, bank: Bank, monkeypatch: pytest.MonkeyPatch, format_: Format
) -> None:
    suffix = {Format.MARKDOWN: "md", Format.ANKI: "txt"}.get(format_, str(format_))
    out = desk.folder / f"some.{suffix}"
    desk.screen.show_questions(bank.questions[:3], UsersView())
    desk.choose(monkeypatch, out)
    press(desk.screen, "Export")
    qtbot.waitUntil(lambda: bool(desk.said()))
    assert desk.said()[0].startswith(f"3 questions exported to {out}")
    found = read_import(out, format_, "some", bank.questions)
    assert not isinstance(found, BrokenPack), found
    assert len(found.known) == 3
    desk.exchange.read(out)
    qtbot.waitUntil(lambda: has_words(desk.screen, f"Nothing new in {out.name}"))


def test_a_name_without_an_ending_gets_the_one_chosen(
    qtbot: QtBot, desk: Desk, bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.screen.show_questions(bank.questions[:1], UsersView())
    desk.choose(monkeypatch, desk.folder / "some", "JSON (*.json)")
    press(desk.screen, "Export")
    qtbot.waitUntil(lambda: bool(desk.said()))
    assert (desk.folder / "some.json").read_text().startswith("{")


def test_an_export_that_fails_is_said(qtbot: QtBot, desk: Desk, bank: Bank) -> None:
    desk.screen.show_questions(bank.questions[:1], UsersView())
    desk.exchange.write(desk.folder / "nowhere" / "some.yaml", Format.YAML)
    qtbot.waitUntil(lambda: bool(desk.said()))
    assert "could not be written" in desk.said()[0]
