"""The questions there are now: the program's own at once, the user's as well once they are read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.question_bank.samples import GOOD_PACK, write_pack
from tests.ui.parts import Room
from ui.workers.bank_in_use import BankInUse


def test_it_is_there_at_once_and_searchable_later(qtbot: QtBot, room: Room) -> None:
    bank = room.equipment.bank
    own = bank.now
    assert not has_index(bank)
    with qtbot.waitSignal(bank.changed):
        bank.begin()
    assert bank.now is own
    assert has_index(bank)


def has_index(bank: BankInUse) -> bool:
    return bank.index is not None and bank.index.search("nearest neigh") != ()


def test_packs_that_are_read_take_its_place(qtbot: QtBot, room: Room) -> None:
    write_pack(room.data_folder.packs, GOOD_PACK)
    bank = room.equipment.bank
    before = len(bank.now.questions)
    with qtbot.waitSignal(bank.changed):
        bank.reload()
    assert len(bank.now.questions) == before + 2
    assert room.equipment.own_work._bank == bank.now.questions
