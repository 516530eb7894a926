"""The library in one file: whole, checked, and nothing but what a library has."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msgspec
import pytest

from recordings.library_archive import MANIFEST, ArchiveError, LibraryArchive, write_archive
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseMissing
from simulator.store.store import Store
from tests.simulator.store.builders import add_saved, add_session
from tests.sound import tone


@pytest.fixture
def library(tmp_path: Path) -> DataFolder:
    folder = DataFolder.find(tmp_path / "library")
    folder.prepare()
    store = Store.open(folder.database)
    add_saved(store, add_session(store))
    store.close()
    for name in ("first", "second"):
        take = TakeWriter.create(folder.recordings, name)
        take.append(tone(0.5))
        take.close()
    unfinished = TakeWriter.create(folder.recordings, "running")
    unfinished._file.close()
    folder.settings_file.write_text("{}")
    (folder.packs / "mine.yaml").write_text("pack: mine\n")
    return folder


@pytest.fixture
def archive(library: DataFolder, tmp_path: Path) -> Path:
    target = tmp_path / "backup.zip"
    write_archive(library, target)
    return target


def _rewritten(archive: Path, change: dict[str, bytes]) -> None:
    with zipfile.ZipFile(archive) as old:
        contents = {name: old.read(name) for name in old.namelist()} | change
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in contents.items():
            new.writestr(name, content)


def test_it_holds_what_the_user_made(archive: Path) -> None:
    manifest = LibraryArchive(archive).manifest
    assert (manifest.sessions, manifest.recordings) == (1, 2)
    assert [file.name for file in manifest.files] == [
        "library.db", "settings.json", "recordings/first.wav", "recordings/second.wav", "questions/mine.yaml",
    ]  # fmt: skip
    assert archive.stat().st_mode & 0o777 == 0o600


def test_nothing_is_left_beside_it(archive: Path, library: DataFolder) -> None:
    assert not [path for path in archive.parent.iterdir() if path.name.endswith(".part")]
    assert not list(library.data.glob(".viva-voce-*"))


def test_progress_ends_at_the_whole(library: DataFolder, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_archive(library, tmp_path / "b.zip", lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] > 0
    assert told == sorted(told)


def test_unpacked_it_is_byte_for_byte_the_same(archive: Path, library: DataFolder, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    LibraryArchive(archive).unpack(folder)
    for name in ("recordings/first.wav", "recordings/second.wav", "questions/mine.yaml", "settings.json"):
        assert (folder / name).read_bytes() == (library.data / name).read_bytes()
        assert (folder / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="Nothing was changed"):
        LibraryArchive(path)


def test_another_zip_is_none(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as zipped:
        zipped.writestr("readme.txt", "hello")
    with pytest.raises(ArchiveError, match="is not a Viva Voce backup"):
        LibraryArchive(tmp_path / "x.zip")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="There is no file"):
        LibraryArchive(tmp_path / "none.zip")


def test_a_changed_byte_is_found(archive: Path) -> None:
    _rewritten(archive, {"recordings/first.wav": b"RIFF"})
    with pytest.raises(ArchiveError, match="in it was changed or damaged"):
        LibraryArchive(archive).check()


@pytest.mark.parametrize(
    "name", ["../evil", "recordings/../../evil", "/etc/evil", "recordings/a/b", "other.txt", "recordings/..\\evil"]
)
def test_a_name_that_leads_elsewhere_is_refused(archive: Path, name: str) -> None:
    with zipfile.ZipFile(archive) as zipped:
        manifest = msgspec.json.decode(zipped.read(MANIFEST))
    manifest["files"].append({"name": name, "size": 4, "sha256": "0" * 64})
    _rewritten(archive, {MANIFEST: msgspec.json.encode(manifest), name: b"evil"})
    with pytest.raises(ArchiveError, match="cannot be read as a backup"):
        LibraryArchive(archive)


def test_one_of_a_newer_program_is_told(archive: Path) -> None:
    with zipfile.ZipFile(archive) as zipped:
        manifest = msgspec.json.decode(zipped.read(MANIFEST))
    _rewritten(archive, {MANIFEST: msgspec.json.encode(manifest | {"format": 99})})
    with pytest.raises(ArchiveError, match="newer Viva Voce"):
        LibraryArchive(archive)


def test_without_a_library_there_is_nothing_to_save(tmp_path: Path) -> None:
    empty = DataFolder.find(tmp_path / "empty")
    empty.prepare()
    with pytest.raises(DatabaseMissing):
        write_archive(empty, tmp_path / "b.zip")
    assert not list(tmp_path.glob("*.zip*"))


def test_a_target_that_cannot_be_written_is_told(library: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="could not be written"):
        write_archive(library, tmp_path / "no folder" / "b.zip")
