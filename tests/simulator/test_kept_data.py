"""What is kept is counted where it lies, and nothing is changed by counting it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.kept_data import Kept, KeptKind, what_is_kept


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder.find(tmp_path / "library")
    made.prepare()
    return made


def _of(folder: DataFolder, kind: KeptKind) -> Kept:
    return next(one for one in what_is_kept(folder) if one.kind is kind)


def test_an_empty_library_keeps_nothing(folder: DataFolder) -> None:
    assert [one.kind for one in what_is_kept(folder)] == list(KeptKind)
    assert all((one.size, one.files) == (0, 0) for one in what_is_kept(folder))


def test_sizes_are_those_of_the_files(folder: DataFolder) -> None:
    folder.database.write_bytes(b"x" * 100)
    (folder.data / "library.db-wal").write_bytes(b"x" * 20)
    (folder.recordings / "a.wav").write_bytes(b"x" * 7)
    (folder.voice_cache / "b.wav").write_bytes(b"x" * 5)
    assert (_of(folder, KeptKind.HISTORY).size, _of(folder, KeptKind.HISTORY).files) == (120, 2)
    assert _of(folder, KeptKind.RECORDINGS) == Kept(KeptKind.RECORDINGS, folder.recordings, 7, 1)
    assert _of(folder, KeptKind.CACHE).size == 5


def test_every_copy_of_the_history_is_counted(folder: DataFolder) -> None:
    (folder.data / "backups").mkdir()
    (folder.data / "backups" / "library-20260301T120000Z.db").write_bytes(b"x" * 3)
    (folder.data / "library-damaged-20260301T120000000000Z.db").write_bytes(b"x" * 4)
    aside = folder.data / "before-restore-20260301T120000Z"
    aside.mkdir()
    (aside / "library.db").write_bytes(b"x" * 5)
    assert (_of(folder, KeptKind.COPIES).size, _of(folder, KeptKind.COPIES).files) == (12, 3)


def test_a_link_is_not_followed(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 10_000)
    (folder.recordings / "link.wav").symlink_to(tmp_path / "large")
    assert _of(folder, KeptKind.RECORDINGS).size < 1_000


def test_what_the_system_refuses_is_counted_apart(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.recordings / "a.wav").write_bytes(b"x" * 7)
    (folder.recordings / "shut").mkdir()
    real = os.scandir

    def refused(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    kept = _of(folder, KeptKind.RECORDINGS)
    assert (kept.size, kept.files, kept.unread) == (7, 1, 1)
