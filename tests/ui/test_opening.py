"""Opening a library: damaged, in use, left locked by a crash, or on a disk that may not be written."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseFromNewerVersion, StoreError
from tests.simulator.store.builders import add_session
from tests.ui.parts import Told
from ui.opening import Doorbell, open_library

ROOT = Path(__file__).parents[2]
HOLD_THE_LOCK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from simulator.data_folder import DataFolder
from ui.opening import Doorbell
app = QCoreApplication([])
doorbell = Doorbell(DataFolder.find(Path(sys.argv[1])))
print(doorbell.claim(), flush=True)
app.exec()
"""


@pytest.fixture
def data_folder(tmp_path: Path) -> DataFolder:
    found = DataFolder.find(tmp_path / "library")
    found.prepare()
    return found


def test_a_library_opens_again_as_it_was(data_folder: DataFolder) -> None:
    first = open_library(data_folder)
    session = add_session(first.store)
    first.store.close()
    second = open_library(data_folder)
    assert second.store.session(session).id == session
    assert second.news == ()
    assert len(second.bank.questions) > 100
    second.store.close()


@pytest.mark.parametrize("content", [b"This is no database.", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_database_is_moved_aside_and_said(data_folder: DataFolder, content: bytes) -> None:
    data_folder.database.write_bytes(content)
    recording = data_folder.recordings / "kept.wav"
    recording.write_bytes(b"RIFF")
    opened = open_library(data_folder)
    (aside,) = data_folder.data.glob("library-damaged-*.db")
    assert aside.read_bytes() == content
    assert opened.store.session_count() == 0
    (sentence,) = opened.news
    assert aside.name in sentence
    assert "recordings" in sentence
    assert recording.exists()
    opened.store.close()


def test_a_newer_database_is_left_alone(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library(data_folder).store.close()
    content = data_folder.database.read_bytes()
    monkeypatch.setattr("simulator.store.store.open_library", _refuse_newer)
    with pytest.raises(DatabaseFromNewerVersion):
        open_library(data_folder)
    assert data_folder.database.read_bytes() == content
    assert list(data_folder.data.glob("*damaged*")) == []


def test_the_second_instance_rings_at_the_first_ones_door(qtbot: QtBot, data_folder: DataFolder) -> None:
    first, second = Doorbell(data_folder), Doorbell(data_folder)
    rung = Told(first.rung)
    assert first.claim()
    assert not second.claim()
    assert second.ring()
    qtbot.waitUntil(lambda: len(rung) == 1)
    first.release()
    assert second.claim()
    second.release()


def test_nobody_answers_an_empty_house(qtbot: QtBot, data_folder: DataFolder) -> None:
    assert not Doorbell(data_folder).ring()


def test_two_libraries_do_not_stand_in_each_others_way(qtbot: QtBot, data_folder: DataFolder, tmp_path: Path) -> None:
    other_places = DataFolder.find(tmp_path / "other")
    other_places.prepare()
    doorbells = Doorbell(data_folder), Doorbell(other_places)
    assert [doorbell.claim() for doorbell in doorbells] == [True, True]
    for doorbell in doorbells:
        doorbell.release()


def test_the_lock_of_a_killed_instance_is_taken_over(qtbot: QtBot, data_folder: DataFolder) -> None:
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(data_folder.data)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        doorbell = Doorbell(data_folder)
        assert not doorbell.claim()
        other.send_signal(signal.SIGKILL)
    assert data_folder.lock_file.exists()
    assert doorbell.claim()
    doorbell.release()


def test_what_cannot_be_mended_is_one_sentence(data_folder: DataFolder) -> None:
    data_folder.database.mkdir()
    with pytest.raises(StoreError) as told:
        open_library(data_folder)
    assert str(data_folder.database) in str(told.value)


def _refuse_newer(path: Path) -> None:
    raise DatabaseFromNewerVersion(path)
