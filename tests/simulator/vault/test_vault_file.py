"""The vault file is written whole, its copy stands in for it, and both say the same after a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.private_file import replace_file
from simulator.vault import vault_file
from simulator.vault.errors import VaultDamaged, VaultLocked, VaultNotWritten
from simulator.vault.header import VaultHeader
from simulator.vault.key_ring import KEY_RING
from simulator.vault.keys import VaultKey
from simulator.vault.vault_file import keep_apart, mend_vault, read_vault, remove_vault, write_vault
from simulator.vault.vault_places import VAULT_FILE, is_encrypted
from tests.vaults import a_vault


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "recordings").mkdir()
    return tmp_path


def copies(data: Path) -> list[Path]:
    return [data / VAULT_FILE, data / "recordings" / VAULT_FILE]


def test_it_lies_beside_the_history_and_beside_the_recordings(data: Path) -> None:
    _, header = a_vault()
    assert not is_encrypted(data)
    write_vault(data, header)
    assert is_encrypted(data)
    assert [path.stat().st_mode & 0o777 for path in copies(data)] == [0o600, 0o600]
    assert read_vault(data) == header


@pytest.mark.parametrize("lost", [0, 1])
@pytest.mark.parametrize("spoilt", [True, False])
def test_either_copy_will_do_and_is_mended(data: Path, lost: int, spoilt: bool) -> None:
    _, header = a_vault()
    write_vault(data, header)
    copies(data)[lost].unlink()
    if spoilt:
        copies(data)[lost].write_bytes(b"\0" * 400)
    assert read_vault(data) == header
    mend_vault(data)
    assert copies(data)[0].read_bytes() == copies(data)[1].read_bytes()


def test_a_crash_between_the_two_leaves_no_old_passphrase(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = a_vault()[1], a_vault()[1]
    write_vault(data, old)
    write, count = replace_file, [0]

    def killed(path: Path, content: bytes) -> None:
        count[0] += 1
        if count[0] == 2:
            raise KeyboardInterrupt
        write(path, content)

    monkeypatch.setattr(vault_file, "replace_file", killed)
    with pytest.raises(KeyboardInterrupt):
        write_vault(data, new)
    monkeypatch.setattr(vault_file, "replace_file", write)
    assert read_vault(data) == new
    mend_vault(data)
    copies(data)[0].unlink()
    assert read_vault(data) == new


def test_what_cannot_be_written_is_told_and_the_old_one_stays(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, header = a_vault()
    write_vault(data, header)

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(vault_file, "replace_file", full)
    with pytest.raises(VaultNotWritten, match="No space left"):
        write_vault(data, a_vault()[1])
    assert read_vault(data) == header


def test_without_any_it_is_said_that_it_is_gone(data: Path) -> None:
    for path in copies(data):
        path.write_bytes(b"{}")
    with pytest.raises(VaultDamaged, match="cannot be read"):
        read_vault(data)
    with pytest.raises(VaultDamaged):
        KEY_RING.near(data / "library.db")


def test_it_is_removed_or_kept_apart(data: Path) -> None:
    _, header = a_vault()
    write_vault(data, header)
    keep_apart(data)
    assert not is_encrypted(data)
    assert (data / "vault-kept.json").exists()
    remove_vault(data)


@pytest.mark.parametrize("place", ["library.db", "backups/x.db", "recordings/x.wav", ".viva-voce-backup-x/library.db"])
def test_whatever_lies_in_the_library_belongs_to_its_vault(data: Path, place: str) -> None:
    key, header = a_vault()
    write_vault(data, header)
    with pytest.raises(VaultLocked):
        KEY_RING.near(data / place)
    KEY_RING.add([key])
    assert KEY_RING.near(data / place) == key


def test_a_key_is_asked_for_once(data: Path) -> None:
    key, header = a_vault()
    write_vault(data, header)
    asked: list[Path] = []

    def ask(folder: Path, told: VaultHeader) -> VaultKey:
        asked.append(folder)
        assert told == header
        return key

    KEY_RING.ask = ask
    assert KEY_RING.near(data / "library.db") == KEY_RING.near(data / "recordings" / "x.wav") == key
    assert asked == [data]


def test_where_there_is_no_vault_there_is_no_key(data: Path) -> None:
    assert KEY_RING.near(data / "library.db") is None
    assert KEY_RING.keys() == ()
