"""What a killed run left goes at the next start, and nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.leftovers import OLD_S, remove_leftovers, remove_old

LEFT = (
    ".viva-voce-restoring-abcd1234/recordings/a.wav",
    ".viva-voce-backup-abcd1234/library.db",
    "settings.jsonabcd1234.part",
    "library.db.part-journal",
    "cache/heard-abcd1234.wav",
)
KEPT = (
    "settings.json",
    "backups/library-20260301T120000Z.db",
    "before-restore-1/library.db",
    "recordings/a.wav.part",
    "backup-laptop/photos.zip",
    "backup-abcd1234/photos.zip",
    "restoring-the-house.txt",
    ".viva-voce-backup-of-mine/a",
    "list.json.part",
    "library.parts",
    "questions/half.part",
    "cache/heard-in-berlin.wav",
)


@pytest.fixture
def library(tmp_path: Path) -> DataFolder:
    folder = DataFolder.find(tmp_path)
    folder.prepare()
    for name in (*LEFT, *KEPT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words")
    return folder


def _grow_old(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - OLD_S - 1,) * 2)


def test_what_is_old_goes(library: DataFolder) -> None:
    _grow_old(library.data)
    remove_leftovers(library)
    assert [name for name in LEFT if (library.data / name).exists()] == []
    assert all((library.data / name).exists() for name in KEPT)
    assert not list(library.data.glob(".viva-voce-restoring-*"))


def test_what_is_still_written_stays(library: DataFolder) -> None:
    _grow_old(library.data)
    (library.data / ".viva-voce-restoring-abcd1234/recordings/b.wav").write_text("a moment ago")
    remove_leftovers(library)
    assert (library.data / LEFT[0]).exists()


@pytest.mark.parametrize("plan", ["{}", "not readable"])
def test_what_is_to_come_back_stays(library: DataFolder, plan: str) -> None:
    (library.data / "restore.json").write_text(plan)
    _grow_old(library.data)
    remove_leftovers(library)
    assert (library.data / LEFT[0]).exists()
    assert not (library.data / LEFT[1]).exists()


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    remove_old(tmp_path / "gone", "*")


def test_a_link_goes_and_not_what_it_leads_to(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "a").write_text("")
    (tmp_path / "backup-x").symlink_to(precious)
    os.utime(tmp_path / "backup-x", (0, 0), follow_symlinks=False)
    _grow_old(tmp_path)
    remove_old(tmp_path, "backup-*")
    assert (precious / "a").exists()
