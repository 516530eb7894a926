"""What a cut-off program left half made is told from what it works on and from what is the user's."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import portalocker
import pytest

from recordings.mending.findings import FindingKind, check_library
from recordings.mending.leftovers import find_leftovers
from recordings.mending.mending import mend, undo
from simulator.data_folder import DataFolder
from simulator.leftovers import BACKUP_PREFIX, RESTORING_PREFIX
from simulator.store.store import Store
from tests.recordings.mending.conftest import Shelf

LEFT = (
    ".viva-voce-backup-a1b2c3d4/library.db",
    ".viva-voce-restoring-a1b2c3d4/library.db",
    "settings.jsonabcd1234.part",
    "library.db.new",
    "library.db.part-journal",
    ".viva-voce-0123456789abcdef.part",
    "backups/library-20260101T000000Z.db.part",
    "questions/mine.yamlabcd1234.part",
    "cache/voice/tmpabcd.part.wav",
    "cache/questions/tmpabcd.pack.part",
    "recordings/gone.wav.peaks",
)
NOT_LEFT = (
    "backup-laptop/photos.zip",
    "backup-a1b2c3d4/library.db",
    "restoring-a1b2c3d4/library.db",
    "thesis.part",
    "library.db.newest",
    "questions/half.part",
    "voices/half.part",
    "models/large/model.bin.part",
    "recordings/cut-off.wav.part",
    "notes.txt",
    "questions/mine.yaml.previous",
)


def make(folder: Path, name: str, *, is_old: bool = True) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half")
    if is_old:
        for one in (path, *(parent for parent in path.parents if parent.is_relative_to(folder))):
            os.utime(one, (time.time() - 7_200,) * 2)


def top(folder: Path, name: str) -> Path:
    return folder / (name.partition("/")[0] if name.startswith((BACKUP_PREFIX, RESTORING_PREFIX)) else name)


@pytest.mark.parametrize("name", LEFT)
def test_it_is_found_once_it_is_at_rest(data_folder: DataFolder, name: str) -> None:
    make(data_folder.data, name)
    assert find_leftovers(data_folder) == (top(data_folder.data, name),)
    make(data_folder.data, name, is_old=False)
    assert find_leftovers(data_folder) == ()


@pytest.mark.parametrize("name", NOT_LEFT)
def test_what_is_gone_on_with_or_the_users_is_none(data_folder: DataFolder, name: str) -> None:
    make(data_folder.data, name)
    assert find_leftovers(data_folder) == ()


def test_a_restoration_that_is_to_be_finished_is_none(data_folder: DataFolder) -> None:
    make(data_folder.data, ".viva-voce-restoring-a1b2c3d4/library.db")
    make(data_folder.data, "restore.json")
    assert find_leftovers(data_folder) == ()


@pytest.mark.parametrize("name", ["viva-voce-demo-abcd1234/library.db", "viva-voce-demo-out-abcd1234/report.html"])
def test_a_demo_that_was_killed_is_found_in_the_temporary_folder(data_folder: DataFolder, name: str) -> None:
    folder = Path(tempfile.gettempdir())
    make(folder, name)
    os.utime(folder)
    assert find_leftovers(data_folder) == (folder / name.partition("/")[0],)


@pytest.mark.parametrize("name", ["vv-abcd1234/a", "viva-voce-demo-notes/a", ".viva-voce-backup-mine.part"])
def test_what_others_have_in_the_temporary_folder_is_none(data_folder: DataFolder, name: str) -> None:
    make(Path(tempfile.gettempdir()), name)
    assert find_leftovers(data_folder) == ()


def test_a_demo_that_is_under_way_is_none(data_folder: DataFolder) -> None:
    folder = Path(tempfile.gettempdir())
    make(folder, "viva-voce-demo-abcd1234/running.lock")
    demo = folder / "viva-voce-demo-abcd1234"
    with portalocker.Lock(demo / "running.lock", "r+"):
        assert find_leftovers(data_folder) == ()
    assert find_leftovers(data_folder) == (demo,)


def test_peaks_of_a_recording_that_is_there_are_none(data_folder: DataFolder, shelf: Shelf) -> None:
    shelf.record("take")
    make(data_folder.data, "recordings/take.wav.peaks")
    assert find_leftovers(data_folder) == ()


def test_they_are_moved_aside_and_back(store: Store, data_folder: DataFolder) -> None:
    for name in LEFT:
        make(data_folder.data, name)
    check = check_library(store, data_folder)
    assert check.counts == {FindingKind.LEFTOVER: len(LEFT)}
    assert check.is_sound  # nothing is lost by them
    assert mend(store, data_folder).is_all_done
    assert find_leftovers(data_folder) == ()
    undo(store, data_folder)
    assert len(find_leftovers(data_folder)) == len(LEFT)
