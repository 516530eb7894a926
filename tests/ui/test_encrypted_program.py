"""An encrypted library in the window: asked for before it opens, changed on the way, used like any other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from recordings.encryption.migration import begin_decrypting, begin_encrypting, go_on
from recordings.take_file import is_sealed
from simulator.data_folder import DataFolder
from simulator.store.cipher import is_plain
from simulator.vault import keys
from simulator.vault.header import opened_by_passphrase
from simulator.vault.key_ring import KEY_RING
from simulator.vault.system_keyring import remember
from simulator.vault.vault_places import is_encrypted
from tests.fakes import FakeMicrophone, FakePlayer, FakeSpeechService, FakeVoice
from tests.recordings.encryption.stock import fill, found, showing
from tests.sound import tone
from tests.ui.names import named, nameless
from tests.ui.parts import ManualClock, plan_of
from tests.ui.screen_text import has_words, press
from tests.vaults import CHEAP_N, PASSPHRASE, FakeKeyring, a_vault
from ui.app import Program
from ui.devices import Devices
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.screens.practise_screen import PractiseScreen
from ui.widgets.passphrase_dialogs import UnlockDialog

RECOVERY_KEY = "8Y7X-BQFZ-EXRY-NASQ-16P6-9M6A-R4X6"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No device, no child, an empty keyring, and passphrases that cost nothing to try."""

    def fakes(_program: Program) -> Devices:
        return Devices(FakeMicrophone(), FakePlayer(), FakeVoice(tmp_path), FakeSpeechService(), clock=ManualClock())

    monkeypatch.setattr(Program, "_devices", fakes)
    monkeypatch.setattr(keys, "_SCRYPT_N", CHEAP_N)
    hook, ring = sys.excepthook, keyring.get_keyring()
    keyring.set_keyring(FakeKeyring())
    yield
    keyring.set_keyring(ring)
    sys.excepthook = hook


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path / "library")
    fill(made)
    return made


def encrypt(folder: DataFolder) -> None:
    key, header = a_vault(recovery_key=RECOVERY_KEY)
    begin_encrypting(folder, header, key)
    go_on(folder)


class Opened:
    """The program on a library, as far as it gets without being told anything."""

    def __init__(self, qtbot: QtBot, folder: DataFolder, deed: object = None) -> None:
        self._qtbot = qtbot
        self.window, practise = MainWindow(Messages()), PractiseScreen()
        qtbot.addWidget(self.window)
        self.window.add_place("Practise", practise)
        self.window.show()
        self.program = Program(folder, self.window, practise, deed)  # type: ignore[arg-type]
        self.program.begin()
        self.settle()

    def settle(self) -> None:
        """Wait until it is open, asks for something, or has said why it is not."""
        self._qtbot.waitUntil(lambda: self.is_open or self.asks or bool(self.window.notice.text))

    @property
    def is_open(self) -> bool:
        return self.program._wiring is not None

    @property
    def asks(self) -> bool:
        return any(dialog.isVisible() and named(dialog, "Open").isEnabled() for dialog in self._dialogs())

    @property
    def dialog(self) -> UnlockDialog:
        return next(dialog for dialog in self._dialogs() if dialog.isVisible())

    def type(self, text: str, name: str = "Passphrase") -> None:
        line = named(self.dialog, name)
        assert isinstance(line, QLineEdit)
        line.setText(text)
        press(self.dialog, "Open")
        self.settle()

    def is_told(self, words: str) -> bool:
        """Whether it is said, or waits to be."""
        return any(words in message.text for message in self.window.messages._standing)

    def close(self) -> None:
        self.window.close()
        self.program.close()

    def _dialogs(self) -> list[UnlockDialog]:
        return self.window.findChildren(UnlockDialog)


def test_a_plain_library_asks_for_nothing(qtbot: QtBot, data_folder: DataFolder) -> None:
    program = Opened(qtbot, data_folder)
    assert program.is_open
    assert not program.asks
    program.close()


def test_the_passphrase_opens_it_and_another_is_told_kindly(qtbot: QtBot, data_folder: DataFolder) -> None:
    before = found(data_folder)
    encrypt(data_folder)
    KEY_RING.forget()
    program = Opened(qtbot, data_folder)
    assert program.asks
    assert nameless(program.dialog) == []
    line = named(program.dialog, "Passphrase")
    assert isinstance(line, QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    program.type("not this one")
    assert has_words(program.dialog, "That is not the passphrase of this library.")
    program.type(PASSPHRASE)
    assert program.is_open
    equipment = program.program._equipment
    assert equipment is not None
    assert len(equipment.store.search_answers("quaggaword")) == len(before.texts)
    program.close()
    assert found(data_folder) == before
    assert showing(data_folder) == []


def test_the_recovery_key_opens_it(qtbot: QtBot, data_folder: DataFolder) -> None:
    encrypt(data_folder)
    KEY_RING.forget()
    program = Opened(qtbot, data_folder)
    press(program.dialog, "Use the recovery key…")
    program.type("8Y7X", "Recovery key")
    assert has_words(program.dialog, "That is not the recovery key of this library.")
    program.type(RECOVERY_KEY.lower(), "Recovery key")
    assert program.is_open
    program.close()


def test_thought_better_of_it_is_told_and_asked_again(qtbot: QtBot, data_folder: DataFolder) -> None:
    encrypt(data_folder)
    KEY_RING.forget()
    before = data_folder.database.read_bytes()
    program = Opened(qtbot, data_folder)
    program.dialog.reject()
    program.settle()
    assert "is encrypted" in program.window.notice.text
    press(program.window, "Try again")
    qtbot.waitUntil(lambda: program.asks)
    program.type(PASSPHRASE)
    qtbot.waitUntil(lambda: program.is_open)
    program.close()
    assert len(data_folder.database.read_bytes()) == len(before)


def test_remembered_it_is_not_asked_for_and_a_lost_keyring_asks(qtbot: QtBot, data_folder: DataFolder) -> None:
    encrypt(data_folder)
    (key,) = KEY_RING.keys()
    assert remember(key)
    KEY_RING.forget()
    program = Opened(qtbot, data_folder)
    assert program.is_open
    program.close()
    KEY_RING.forget()
    keyring.set_keyring(FakeKeyring(RuntimeError("locked")))
    program = Opened(qtbot, data_folder)
    assert program.asks
    program.type(PASSPHRASE)
    assert program.is_open
    program.close()


def test_it_is_encrypted_and_plain_again_on_the_way_to_being_opened(qtbot: QtBot, data_folder: DataFolder) -> None:
    before = found(data_folder)
    key, header = a_vault()
    program = Opened(qtbot, data_folder, partial(begin_encrypting, data_folder, header, key))
    assert program.is_open
    assert program.is_told("Your library is encrypted")
    program.close()
    assert showing(data_folder) == []
    assert found(data_folder) == before
    program = Opened(qtbot, data_folder, partial(begin_decrypting, data_folder))
    assert program.is_open
    assert program.is_told("no longer encrypted")
    program.close()
    assert not is_encrypted(data_folder.data)
    assert found(data_folder) == before


def test_what_was_cut_off_goes_on_at_the_next_start(qtbot: QtBot, data_folder: DataFolder) -> None:
    before = found(data_folder)
    key, header = a_vault()
    begin_encrypting(data_folder, header, key)
    KEY_RING.forget()
    program = Opened(qtbot, data_folder)
    program.type(PASSPHRASE)
    assert program.is_open
    program.close()
    assert showing(data_folder) == []
    assert found(data_folder) == before


def test_what_cannot_go_on_can_be_undone(
    qtbot: QtBot, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(data_folder)
    key, header = a_vault()

    def refuse(*_values: object) -> bool:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("recordings.encryption.migration.change", refuse)
    program = Opened(qtbot, data_folder, partial(begin_encrypting, data_folder, header, key))
    assert "could not be changed" in program.window.notice.text
    monkeypatch.undo()
    monkeypatch.setattr(Program, "_devices", lambda _self: _devices(data_folder))
    press(program.window, "Undo")
    qtbot.waitUntil(lambda: program.is_open)
    program.close()
    assert not is_encrypted(data_folder.data)
    assert found(data_folder) == before


def _devices(folder: DataFolder) -> Devices:
    voice = FakeVoice(folder.voice_cache)
    return Devices(FakeMicrophone(), FakePlayer(), voice, FakeSpeechService(), clock=ManualClock())


def test_without_its_vault_nothing_is_taken_for_damaged(qtbot: QtBot, data_folder: DataFolder) -> None:
    encrypt(data_folder)
    for vault in data_folder.data.rglob("vault.json"):
        vault.rename(vault.with_suffix(".kept"))
    before = sorted(path.name for path in data_folder.data.iterdir() if path.name != "running.lock")
    program = Opened(qtbot, data_folder)
    assert not program.is_open
    assert "vault.json cannot be read" in program.window.notice.text
    program.close()
    aside = [path.name for path in data_folder.data.glob("library-damaged-*")]
    assert sorted(path.name for path in data_folder.data.iterdir() if path.name != "running.lock") == before
    assert len(aside) == 1  # which was there
    for vault in data_folder.data.rglob("vault.kept"):
        vault.rename(vault.with_suffix(".json"))
    found(data_folder)


def test_settings_ask_for_the_library_to_be_opened_anew(qtbot: QtBot, data_folder: DataFolder) -> None:
    program = Opened(qtbot, data_folder)
    equipment = program.program._equipment
    assert equipment is not None
    done: list[str] = []
    equipment.reopen_requested.emit(lambda: done.append("done"))
    again = program.program.again
    assert again is not None
    assert not program.window.isVisible()
    assert program.program._equipment is None
    assert done == []
    again.deed()
    assert done == ["done"]
    assert again.data_folder == data_folder


def test_the_window_closes_and_opens_again_on_what_has_become_of_it(data_folder: DataFolder) -> None:
    """In a process of its own: once an application has been left, no loop of it turns for another test."""
    before = found(data_folder)
    call = [sys.executable, "-m", "tests.ui.reopened_program", str(data_folder.data)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["2"]
    assert showing(data_folder) == []
    KEY_RING.ask = lambda _folder, header: opened_by_passphrase(header, PASSPHRASE)
    assert found(data_folder) == before


def test_an_answer_is_recorded_encrypted(qtbot: QtBot, data_folder: DataFolder) -> None:
    encrypt(data_folder)
    program = Opened(qtbot, data_folder)
    equipment = program.program._equipment
    assert equipment is not None
    microphone, clock = equipment.devices.microphone, equipment.devices.clock
    assert isinstance(microphone, FakeMicrophone)
    assert isinstance(clock, ManualClock)
    equipment.flow.start(plan_of(1))
    equipment.flow.stop_speaking()
    clock.pass_by(1.0)
    equipment.flow.toggle_answer()
    microphone.hear(tone(2.0))
    (part,) = (path for path in data_folder.recordings.glob("*.part") if "cut-off" not in path.name)
    assert is_sealed(part)
    program.close()
    (take,) = (path for path in data_folder.recordings.glob("*.wav") if "take-" not in path.name)
    assert is_sealed(take)
    assert not is_plain(data_folder.database)
