"""A library becomes encrypted and plain again, and nothing of it is lost on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import pytest

from recordings.encryption import migration, one_file
from recordings.encryption.errors import EncryptionError, NoRoom, NotVerified
from recordings.encryption.migration import begin_decrypting, begin_encrypting, go_on, pending
from recordings.encryption.plan import PLAN_FILE, Direction, planned
from recordings.library_archive import LibraryArchive, write_archive
from recordings.restoring import restore
from simulator.data_folder import DataFolder
from simulator.store import backups
from simulator.store.backups import BackupFolder
from simulator.store.connection import copy_library
from simulator.store.errors import DatabaseDamaged
from simulator.store.store import Store
from simulator.vault.errors import VaultLocked
from simulator.vault.key_ring import KEY_RING
from simulator.vault.vault_file import read_vault
from simulator.vault.vault_places import is_encrypted
from tests.recordings.encryption.stock import fill, found, showing
from tests.vaults import a_vault
from tests.waiting import PATIENCE_S


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path / "library")
    fill(made)
    return made


def encrypt(folder: DataFolder) -> None:
    key, header = a_vault()
    begin_encrypting(folder, header, key)
    changed = go_on(folder)
    assert changed is not None
    assert changed.left == ()


def test_a_copy_that_is_being_made_meanwhile_never_stays_plain(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window that began it may be closed by then; nobody waits for its thread."""
    is_copying, is_waited_for = Event(), Event()

    def copy(path: Path, target: Path) -> None:
        is_copying.set()
        assert is_waited_for.wait(PATIENCE_S)
        copy_library(path, target)

    @contextmanager
    def wait_for_it() -> Iterator[None]:
        is_waited_for.set()
        with backups.no_copy_under_way():
            yield

    monkeypatch.setattr(backups, "copy_library", copy)
    monkeypatch.setattr(migration, "no_copy_under_way", wait_for_it)
    copies = BackupFolder.beside(folder.database)
    copies.forget_all()
    thread = Thread(target=copies.make, args=(folder.database, datetime.now(UTC)))
    thread.start()
    assert is_copying.wait(PATIENCE_S)
    encrypt(folder)
    thread.join()
    assert showing(folder) == []


def test_there_and_back_nothing_is_lost_and_nothing_shows_meanwhile(folder: DataFolder) -> None:
    before = found(folder)
    assert showing(folder) != []
    times = {path.name: path.stat().st_mtime_ns for path in folder.recordings.glob("*.wav*") if path.suffix != ".peaks"}
    encrypt(folder)
    assert showing(folder) == []
    assert found(folder) == before
    assert showing(folder) == []
    assert is_encrypted(folder.data)
    assert planned(folder) is None
    assert {name: (folder.recordings / name).stat().st_mtime_ns for name in times} == times
    begin_decrypting(folder)
    changed = go_on(folder)
    assert changed is not None
    assert changed.left == ()
    assert not is_encrypted(folder.data)
    assert found(folder) == before
    assert (folder.recordings / "take-0.wav").read_bytes()[:4] == b"RIFF"
    assert not (folder.data / PLAN_FILE).exists()


def test_every_file_is_for_the_user_alone(folder: DataFolder) -> None:
    encrypt(folder)
    files = [path for path in folder.data.rglob("*") if path.is_file() and "notes" not in path.name]
    changed = [path for path in files if path.suffix in (".wav", ".part", ".db", ".json")]
    assert {path.stat().st_mode & 0o077 for path in changed} == {0}


def test_it_is_told_how_far_it_is(folder: DataFolder) -> None:
    told: list[tuple[int, int]] = []
    key, header = a_vault()
    begin_encrypting(folder, header, key)
    go_on(folder, lambda done, whole: told.append((done, whole)))
    assert told == sorted(told)
    assert {whole for _, whole in told} == {told[-1][1]}
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("after", range(9))
def test_thought_better_of_it_is_as_it_was(folder: DataFolder, after: int) -> None:
    before, asked = found(folder), [0]
    key, header = a_vault()
    begin_encrypting(folder, header, key)

    def is_cancelled() -> bool:
        asked[0] += 1
        return asked[0] > after

    changed = go_on(folder, is_cancelled=is_cancelled)
    assert changed is not None
    assert changed.was_cancelled
    assert not is_encrypted(folder.data)
    assert pending(folder) is None
    assert found(folder) == before


def test_thought_better_of_decrypting_it_stays_encrypted(folder: DataFolder) -> None:
    before = found(folder)
    encrypt(folder)
    begin_decrypting(folder)
    asked: list[None] = []
    changed = go_on(folder, is_cancelled=lambda: asked.append(None) or len(asked) > 4)  # type: ignore[func-returns-value]
    assert changed is not None
    assert changed.was_cancelled
    assert showing(folder) == []
    assert found(folder) == before


def test_with_no_room_nothing_is_begun(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder.data)._replace(free=1_000)
    monkeypatch.setattr("recordings.encryption.migration.shutil.disk_usage", lambda _path: usage)
    key, header = a_vault()
    with pytest.raises(NoRoom, match="MB more free space"):
        begin_encrypting(folder, header, key)
    assert not is_encrypted(folder.data)
    assert pending(folder) is None


def test_a_damaged_history_is_put_right_first(folder: DataFolder) -> None:
    content = bytearray(folder.database.read_bytes())
    content[4_096:20_000] = bytes(15_904)
    folder.database.write_bytes(content)
    key, header = a_vault()
    with pytest.raises(DatabaseDamaged):
        begin_encrypting(folder, header, key)
    assert not is_encrypted(folder.data)


class Failing(NamedTuple):
    name: str
    error: Exception


@pytest.mark.parametrize(
    "fault",
    [
        Failing("sync_file", OSError(5, "Input/output error")),
        Failing("write_whole", OSError(28, "No space left on device")),
        Failing("_hold_the_same", OSError(5, "Input/output error")),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_what_the_disk_refuses_is_told_and_gone_on_with(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, fault: Failing, direction: Direction
) -> None:
    before = found(folder)
    key, header = a_vault()
    begin_encrypting(folder, header, key)
    if direction is Direction.DECRYPT:
        go_on(folder)
        begin_decrypting(folder)
    module = one_file if hasattr(one_file, fault.name) else migration

    def refuse(*_values: object) -> bool:
        raise fault.error

    if fault.name == "write_whole" and direction is Direction.ENCRYPT:
        monkeypatch.setattr("simulator.vault.sealed_file.write_whole", refuse)
    monkeypatch.setattr(module, fault.name, refuse)
    with pytest.raises(EncryptionError, match="Nothing was lost"):
        go_on(folder)
    monkeypatch.undo()
    assert found(folder) == before
    assert pending(folder) is direction
    assert go_on(folder) is not None
    assert found(folder) == before
    assert pending(folder) is None


def test_a_copy_that_is_not_the_same_replaces_nothing(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = found(folder)
    key, header = a_vault()
    begin_encrypting(folder, header, key)
    monkeypatch.setattr(one_file, "_hold_the_same", lambda _path, _beside: False)
    with pytest.raises(NotVerified):
        go_on(folder)
    assert found(folder) == before


def test_without_its_key_nothing_is_touched(folder: DataFolder) -> None:
    encrypt(folder)
    begin_decrypting(folder)
    contents = {path: path.read_bytes() for path in folder.recordings.iterdir()}
    KEY_RING.forget()
    with pytest.raises(VaultLocked):
        go_on(folder)
    assert {path: path.read_bytes() for path in folder.recordings.iterdir()} == contents


def test_an_old_copy_that_is_damaged_stays_and_so_do_its_keys(folder: DataFolder) -> None:
    before = found(folder)
    encrypt(folder)
    (backup,) = (folder.data / "backups").glob("library-*.db")
    backup.write_bytes(backup.read_bytes()[:8_000])
    begin_decrypting(folder)
    changed = go_on(folder)
    assert changed is not None
    assert changed.left == (backup,)
    assert (folder.data / "vault-kept.json").exists()
    assert not is_encrypted(folder.data)
    backup.unlink()
    assert found(folder) == before


def test_what_was_never_begun_is_no_plan(folder: DataFolder) -> None:
    (folder.data / PLAN_FILE).write_text('{"direction": "encrypt"}')
    assert pending(folder) is None
    assert not (folder.data / PLAN_FILE).exists()
    (folder.data / PLAN_FILE).write_text('{"direction": "sideways"}')
    assert pending(folder) is None


def test_an_empty_library_can_be_encrypted_and_what_comes_then_is(tmp_path: Path) -> None:
    folder = DataFolder.find(tmp_path / "new")
    folder.prepare()
    encrypt(folder)
    fill(folder)
    assert showing(folder) == [
        f"{name}" for name in showing(folder) if "damaged" in name or "before" in name or "voice" in name
    ]
    assert is_encrypted(folder.data)


def test_a_backup_of_an_encrypted_library_is_encrypted_and_comes_back(folder: DataFolder, tmp_path: Path) -> None:
    before = found(folder)
    encrypt(folder)
    vault = read_vault(folder.data)
    archive = tmp_path / "backup.zip"
    write_archive(folder, archive)
    assert b"quagga" not in archive.read_bytes()
    elsewhere = DataFolder.find(tmp_path / "elsewhere")
    elsewhere.prepare()
    restore(LibraryArchive(archive), elsewhere)
    assert read_vault(elsewhere.data) == vault
    store = Store.open(elsewhere.database)
    assert (
        tuple(one.transcript.text if one.transcript else "" for one in store.answers(store.sessions()[0].id))
        == before.texts
    )
    store.close()


def test_a_plain_backup_makes_the_library_plain_and_the_encrypted_one_stays_aside(
    folder: DataFolder, tmp_path: Path
) -> None:
    archive = tmp_path / "backup.zip"
    write_archive(folder, archive)
    encrypt(folder)
    restored = restore(LibraryArchive(archive), folder)
    assert not is_encrypted(folder.data)
    assert restored.aside is not None
    assert is_encrypted(restored.aside)
    store = Store.open(restored.aside / "library.db")
    assert store.session_count() == 1
    store.close()


@pytest.mark.parametrize("opens", [Store.open, Store.open_for_reading])
def test_half_way_the_library_works(
    folder: DataFolder, opens: Callable[[Path], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found(folder)
    key, header = a_vault()
    begin_encrypting(folder, header, key)
    done: list[Path] = []
    change = one_file.change

    def change_some(path: Path, *values: object) -> bool:
        if len(done) == 3:
            raise OSError(5, "Input/output error")
        done.append(path)
        return change(path, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(migration, "change", change_some)
    with pytest.raises(EncryptionError):
        go_on(folder)
    opens(folder.database).close()
    assert found(folder) == before
