"""`sessions encrypt`, `decrypt` and `passphrase`, and every other call on a library that is encrypted."""

from __future__ import annotations

import getpass
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from simulator.data_folder import DataFolder
from simulator.vault import keys
from simulator.vault.key_ring import KEY_RING
from simulator.vault.vault_places import is_encrypted
from tests.recordings.encryption.stock import Kept, fill, found, showing
from tests.vaults import CHEAP_N, PASSPHRASE, FakeKeyring
from ui.command_line import main
from ui.commands.unlocking import ENVIRONMENT_VARIABLE
from ui.one_instance import LibraryLock

NEW = "another one altogether"


class Terminal(io.StringIO):
    """Somebody sits there."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty keyring, nobody at a terminal, and passphrases that cost nothing to try."""
    monkeypatch.setattr(keys, "_SCRYPT_N", CHEAP_N)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(FakeKeyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path / "library")
    fill(made)
    return made


@pytest.fixture
def before(folder: DataFolder) -> Kept:
    return found(folder)


def call(folder: DataFolder, *words: str) -> int:
    """As a program of its own: what another one opened is closed to it."""
    KEY_RING.forget()
    return main(["sessions", *words, "--data-dir", str(folder.data)])


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Somebody at a terminal who types these, in turn."""
    waiting = list(lines)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: waiting.pop(0))


@pytest.fixture
def encrypted(
    folder: DataFolder, before: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """The library is encrypted; its recovery key."""
    del before
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, PASSPHRASE)
    assert call(folder, "encrypt") == 0
    monkeypatch.delenv(ENVIRONMENT_VARIABLE)
    shown = re.search(r"^ +((?:[0-9A-Z]{4}-){6}[0-9A-Z]{4})$", capsys.readouterr().out, re.MULTILINE)
    assert shown is not None
    return shown[1]


def test_there_and_back(
    folder: DataFolder,
    before: Kept,
    encrypted: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert encrypted
    assert showing(folder) == []
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, PASSPHRASE)
    assert call(folder, "show", "1") == 0
    assert "quaggaword" in capsys.readouterr().out
    assert call(folder, "decrypt") == 0
    assert "no longer encrypted" in capsys.readouterr().out
    assert found(folder) == before


def test_without_a_passphrase_one_clear_line_and_nothing_changed(
    folder: DataFolder, encrypted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert encrypted
    content = folder.database.read_bytes()
    for words in (("list",), ("show", "1"), ("check",), ("export", "1", "--out", "x.html"), ("backup",), ("decrypt",)):
        assert call(folder, *words) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert ENVIRONMENT_VARIABLE in said.err
    assert folder.database.read_bytes() == content


def test_a_wrong_passphrase_is_told(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert encrypted
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "not this one")
    assert call(folder, "list") == 1
    assert "That is not the passphrase" in capsys.readouterr().err


def test_on_a_terminal_it_is_asked_for_three_times(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert encrypted
    types(monkeypatch, "wrong", "wrong again", PASSPHRASE)
    assert call(folder, "list") == 0
    types(monkeypatch, "wrong", "wrong", "wrong")
    capsys.readouterr()
    assert call(folder, "list") == 1
    assert capsys.readouterr().err.count("That is not the passphrase") == 3


def test_the_keyring_spares_the_typing_until_it_is_decrypted(
    folder: DataFolder, before: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, PASSPHRASE, PASSPHRASE)
    assert call(folder, "encrypt", "--remember") == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert call(folder, "list") == 0
    kept = keyring.get_keyring()
    assert isinstance(kept, FakeKeyring)
    assert len(kept.kept) == 1
    assert call(folder, "decrypt") == 0
    assert kept.kept == {}
    assert found(folder) == before
    assert capsys.readouterr().err == ""


def test_a_lost_keyring_is_told_and_the_library_encrypted_all_the_same(
    folder: DataFolder, before: Kept, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert before
    keyring.set_keyring(FakeKeyring(RuntimeError("gone")))
    types(monkeypatch, PASSPHRASE, PASSPHRASE, PASSPHRASE)
    assert call(folder, "encrypt", "--remember") == 0
    assert "keyring could not store the key" in capsys.readouterr().err
    assert call(folder, "list") == 0


@pytest.mark.parametrize(
    ("typed", "told"), [(("short",), "at least 8 characters"), ((NEW, "something else"), "do not match")]
)
def test_what_cannot_be_a_passphrase_changes_nothing(
    folder: DataFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: tuple[str, ...],
    told: str,
) -> None:
    types(monkeypatch, *typed)
    assert call(folder, "encrypt") == 1
    assert told in capsys.readouterr().err
    assert not is_encrypted(folder.data)


def test_with_nobody_to_ask_it_is_wrong_usage(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(folder, "encrypt") == 2
    assert ENVIRONMENT_VARIABLE in capsys.readouterr().err
    assert not is_encrypted(folder.data)


def test_what_is_so_already_is_said(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert encrypted
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, PASSPHRASE)
    assert call(folder, "encrypt") == 1
    assert "is already encrypted" in capsys.readouterr().err
    assert call(folder, "decrypt") == 0
    assert call(folder, "decrypt") == 1
    assert call(folder, "passphrase") == 1
    assert capsys.readouterr().err.count("is not encrypted") == 2


def test_the_passphrase_is_changed_also_by_the_recovery_key(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, PASSPHRASE, NEW, NEW)
    assert call(folder, "passphrase") == 0
    types(monkeypatch, NEW)
    assert call(folder, "list") == 0
    types(monkeypatch, encrypted.lower(), PASSPHRASE, PASSPHRASE)
    assert call(folder, "passphrase", "--use-recovery-key") == 0
    types(monkeypatch, PASSPHRASE)
    assert call(folder, "list") == 0


def test_a_new_recovery_key_takes_the_place_of_the_old_one(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, PASSPHRASE)
    assert call(folder, "passphrase", "--new-recovery-key") == 0
    assert encrypted not in capsys.readouterr().out
    types(monkeypatch, encrypted)
    assert call(folder, "passphrase", "--use-recovery-key") == 1
    assert "That is not the recovery key" in capsys.readouterr().err


def test_beside_an_open_window_nothing_is_begun(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, PASSPHRASE)
    window = LibraryLock(folder)
    assert window.take()
    assert call(folder, "encrypt") == 1
    window.release()
    assert "Another program is using" in capsys.readouterr().err
    assert not is_encrypted(folder.data)


def test_an_export_is_plain_with_its_sound(
    folder: DataFolder, encrypted: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert encrypted
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, PASSPHRASE)
    target = tmp_path / "interview.html"
    assert call(folder, "export", "1", "--out", str(target), "--sound") == 0
    page = target.read_text(encoding="utf-8")
    assert "quaggaword" in page
    assert "data:audio/wav;base64,UklGR" in page
