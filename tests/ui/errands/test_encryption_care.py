"""Encryption in Settings: a passphrase chosen twice, a recovery key kept, and the library opened anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from recordings.encryption.migration import go_on
from simulator.vault import keys
from simulator.vault.header import opened_by_passphrase, opened_by_recovery_key
from simulator.vault.system_keyring import remembered_key
from simulator.vault.vault_file import read_vault
from simulator.vault.vault_places import is_encrypted
from tests.ui.names import named, nameless
from tests.ui.parts import Room
from tests.ui.screen_text import has_words, press
from tests.vaults import CHEAP_N, FakeKeyring, encrypted
from ui.errands import encryption_care
from ui.errands.encryption_care import EncryptionCare
from ui.widgets.encryption_card import EncryptionCard
from ui.widgets.passphrase_dialogs import RecoveryKeyDialog
from ui.words.encryption import KEY_CHANGED, NOT_REMEMBERED, STOPS_FIRST

NEW = "several words not of a song"


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeKeyring]:
    monkeypatch.setattr(keys, "_SCRYPT_N", CHEAP_N)
    before, made = keyring.get_keyring(), FakeKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


class Desk:
    """The card, whoever cares for it, and what is asked of the program."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.qtbot, self.room = qtbot, room
        self.card = EncryptionCard()
        qtbot.addWidget(self.card)
        self.card.show()
        self.is_busy = False
        self.deeds: list[Callable[[], object]] = []
        equipment = room.equipment
        self.care = EncryptionCare(
            self.card, room.data_folder, equipment.jobs, room.messages, lambda: self.is_busy, self.card
        )
        self.care.reopen_requested.connect(self.deeds.append)
        self.settle()

    @property
    def dialog(self) -> QDialog:
        assert self.care.dialog is not None
        return self.care.dialog

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.room.equipment.jobs._running == 0)

    def choose(self, words: str = NEW, again: str = NEW, goes_on: str = "Next") -> None:
        for name, text in (("New passphrase", words), ("Repeat the passphrase", again)):
            line = named(self.dialog, name)
            assert isinstance(line, QLineEdit)
            line.setText(text)
        press(self.dialog, goes_on)
        self.settle()

    def keep(self, goes_on: str) -> str:
        """The user writes the recovery key down."""
        dialog = self.dialog
        assert isinstance(dialog, RecoveryKeyDialog)
        shown = dialog.shown.text()
        assert not named(dialog, goes_on).isEnabled()
        box = named(dialog, "I have printed it or written it down")
        assert isinstance(box, QCheckBox)
        box.setChecked(True)
        press(dialog, goes_on)
        self.settle()
        return shown


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    return Desk(qtbot, room)


@pytest.fixture
def opened(qtbot: QtBot, room: Room) -> Desk:
    """The library is encrypted."""
    encrypted(room.data_folder.data)
    return Desk(qtbot, room)


def test_it_is_encrypted_once_the_recovery_key_is_kept(desk: Desk) -> None:
    folder = desk.room.data_folder
    assert nameless(desk.card) == []
    press(desk.card, "Encrypt your library…")
    assert nameless(desk.dialog) == []
    desk.choose()
    assert nameless(desk.dialog) == []
    recovery_key = desk.keep("Encrypt now")
    assert not is_encrypted(folder.data)
    desk.room.equipment.close()
    (deed,) = desk.deeds
    deed()
    assert go_on(folder) is not None
    header = read_vault(folder.data)
    assert opened_by_passphrase(header, NEW) == opened_by_recovery_key(header, recovery_key)


def test_two_that_differ_or_are_short_are_typed_again(desk: Desk) -> None:
    press(desk.card, "Encrypt your library…")
    desk.choose(again="something else")
    assert has_words(desk.dialog, "The two passphrases do not match.")
    desk.choose("short", "short")
    assert has_words(desk.dialog, "Use at least 8 characters.")
    assert desk.dialog.isVisible()
    assert desk.deeds == []


def test_thought_better_of_it_nothing_is_asked_for(desk: Desk) -> None:
    press(desk.card, "Encrypt your library…")
    desk.choose()
    press(desk.dialog, "Cancel")
    assert desk.deeds == []
    assert not is_encrypted(desk.room.data_folder.data)


def test_during_an_interview_it_waits(desk: Desk) -> None:
    desk.is_busy = True
    press(desk.card, "Encrypt your library…")
    assert desk.care.dialog is None
    assert desk.room.messages.texts[-1] == STOPS_FIRST


def test_the_passphrase_is_changed(opened: Desk) -> None:
    assert not named(opened.card, "Encrypt your library…").isVisible()
    press(opened.card, "Change passphrase…")
    opened.choose(goes_on="Change")
    assert opened.room.messages.texts[-1] == KEY_CHANGED
    opened_by_passphrase(read_vault(opened.room.data_folder.data), NEW)


def test_a_new_recovery_key_holds_once_it_is_kept(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr(encryption_care, "ask_to_print", lambda page, _title, _window: printed.append(page))
    before = read_vault(opened.room.data_folder.data)
    press(opened.card, "New recovery key…")
    press(opened.dialog, "Print…")
    assert read_vault(opened.room.data_folder.data) == before
    recovery_key = opened.keep("Use this one")
    assert recovery_key in printed[0]
    opened_by_recovery_key(read_vault(opened.room.data_folder.data), recovery_key)


@pytest.mark.parametrize("is_sure", [True, False])
def test_it_is_plain_again_if_the_user_is_sure(opened: Desk, monkeypatch: pytest.MonkeyPatch, is_sure: bool) -> None:
    chosen = QMessageBox.StandardButton.Discard if is_sure else QMessageBox.StandardButton.Cancel
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: chosen)
    press(opened.card, "Stop encrypting…")
    assert len(opened.deeds) == is_sure


def test_it_is_remembered_and_forgotten(opened: Desk) -> None:
    header = read_vault(opened.room.data_folder.data)
    box = named(opened.card, "Remember on this computer")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    box.click()
    opened.settle()
    opened.settle()
    assert remembered_key(header) is not None
    opened.qtbot.waitUntil(box.isChecked)
    box.click()
    opened.settle()
    assert remembered_key(header) is None


def test_a_keyring_that_refuses_is_told(opened: Desk, ring: FakeKeyring) -> None:
    ring.fault = RuntimeError("locked")
    box = named(opened.card, "Remember on this computer")
    assert isinstance(box, QCheckBox)
    box.click()
    opened.settle()
    assert opened.room.messages.texts[-1] == NOT_REMEMBERED
    opened.qtbot.waitUntil(lambda: not box.isChecked())


def test_where_the_disk_is_full_nothing_is_begun(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 1_000

    monkeypatch.setattr("recordings.encryption.migration.shutil.disk_usage", lambda _path: Usage)
    press(desk.card, "Encrypt your library…")
    desk.choose()
    assert "more free space" in desk.room.messages.texts[-1]
    assert not (Path(desk.room.data_folder.data) / "vault.json").exists()
