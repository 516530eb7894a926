"""A backup put in the library's place: all of it, what was there kept aside, and finished after a crash at any step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from recordings.library_archive import ArchiveError, LibraryArchive, write_archive
from recordings.restoring import finish_restoring, restore
from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.store import Store
from tests.simulator.store.builders import add_session

Make = Callable[[str, int], DataFolder]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A library of that name with so many sessions, a recording each, and settings that say its name."""

    def made(name: str, sessions: int) -> DataFolder:
        folder = DataFolder.find(tmp_path / name)
        folder.prepare()
        store = Store.open(folder.database)
        for number in range(sessions):
            add_session(store)
            TakeWriter.create(folder.recordings, f"{name}-{number}").close()
        store.close()
        folder.settings_file.write_text(f'{{"own": "{name}"}}')
        return folder

    return made


@pytest.fixture
def archive(make: Make, tmp_path: Path) -> LibraryArchive:
    write_archive(make("old", 3), tmp_path / "b.zip")
    return LibraryArchive(tmp_path / "b.zip")


def _sessions(database: Path) -> int:
    store = Store.open_for_reading(database)
    try:
        return store.session_count()
    finally:
        store.close()


def _takes(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.wav"))


def _is_restored(folder: DataFolder) -> bool:
    return (
        _sessions(folder.database) == 3
        and _takes(folder.recordings) == ["old-0.wav", "old-1.wav", "old-2.wav"]
        and "old" in folder.settings_file.read_text()
    )


def test_an_empty_folder_becomes_the_library(archive: LibraryArchive, tmp_path: Path) -> None:
    folder = DataFolder.find(tmp_path / "fresh")
    folder.prepare()
    restored = restore(archive, folder)
    assert _is_restored(folder)
    assert restored.manifest.sessions == 3
    assert restored.aside is None
    assert not list(folder.data.glob("restor*"))


def test_what_was_there_is_kept_aside(archive: LibraryArchive, make: Make) -> None:
    folder = make("new", 1)
    folder.rules_file.write_text("{}")
    restored = restore(archive, folder)
    assert _is_restored(folder)
    assert not folder.rules_file.exists()
    assert restored.aside is not None
    assert _sessions(restored.aside / "library.db") == 1
    assert _takes(restored.aside / "recordings") == ["new-0.wav"]
    assert (restored.aside / "rules.json").exists()


@pytest.mark.parametrize("step", range(12))
@pytest.mark.parametrize("was_there", [0, 1])
def test_a_crash_at_any_step_is_made_good_at_the_next_start(
    archive: LibraryArchive,
    make: Make,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: int,
    was_there: int,
) -> None:
    folder = make("new", was_there) if was_there else DataFolder.find(tmp_path / "fresh")
    folder.prepare()
    renamed: list[Path] = []
    rename = Path.rename

    def cut_off(path: Path, target: Path) -> Path:
        if len(renamed) == step:
            raise KeyboardInterrupt
        renamed.append(path)
        return rename(path, target)

    with monkeypatch.context() as crashing:
        crashing.setattr(Path, "rename", cut_off)
        try:
            restore(archive, folder)
        except KeyboardInterrupt:
            assert finish_restoring_after(crashing, folder)
    assert _is_restored(folder)
    assert finish_restoring(folder) is False
    if was_there:
        (aside,) = folder.data.glob("before-restore-*")
        assert _sessions(aside / "library.db") == 1
        assert _takes(aside / "recordings") == ["new-0.wav"]


def finish_restoring_after(crashing: pytest.MonkeyPatch, folder: DataFolder) -> bool:
    """As the next start does."""
    crashing.undo()
    return finish_restoring(folder)


def test_a_damaged_backup_changes_nothing(archive: LibraryArchive, make: Make) -> None:
    folder = make("new", 1)
    content = bytearray(archive.path.read_bytes())
    at = content.find(b"RIFF")
    content[at] ^= 0xFF
    archive.path.write_bytes(content)
    with pytest.raises(ArchiveError):
        restore(LibraryArchive(archive.path), folder)
    assert _sessions(folder.database) == 1
    assert _takes(folder.recordings) == ["new-0.wav"]
    assert not list(folder.data.glob("restor*"))


def test_too_little_space_changes_nothing(archive: LibraryArchive, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make("new", 1)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=10))
    with pytest.raises(ArchiveError, match="more free space"):
        restore(archive, folder)
    assert _sessions(folder.database) == 1


def test_nothing_begun_is_nothing_to_finish(make: Make) -> None:
    assert finish_restoring(make("new", 1)) is False
