"""One instance per library: the second rings at the door, and a lock left behind by a crash is taken over."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.data_folder import DataFolder
from simulator.store.errors import StoreBusy
from tests.ui.parts import Told
from ui.one_instance import Doorbell, alone

ROOT = Path(__file__).parents[2]
HOLD_THE_LOCK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from simulator.data_folder import DataFolder
from ui.one_instance import Doorbell
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


def test_the_command_line_and_the_window_share_the_lock(qtbot: QtBot, data_folder: DataFolder) -> None:
    data_folder.database.touch()
    doorbell = Doorbell(data_folder)
    with alone(data_folder):
        assert not doorbell.claim()
    assert doorbell.claim()
    with pytest.raises(StoreBusy), alone(data_folder):
        pass
    doorbell.release()


@pytest.mark.parametrize("content", [b"", b"garbage", b"1\npython\nhere\n", b"\xff" * 100])
def test_what_the_lock_file_holds_locks_nobody_out(qtbot: QtBot, data_folder: DataFolder, content: bytes) -> None:
    data_folder.lock_file.write_bytes(content)
    doorbell = Doorbell(data_folder)
    assert doorbell.claim()
    doorbell.release()


def test_a_folder_of_its_name_goes_out_of_the_way_with_what_it_holds(qtbot: QtBot, data_folder: DataFolder) -> None:
    data_folder.lock_file.mkdir()
    (data_folder.lock_file / "kept.txt").write_text("kept")
    doorbell = Doorbell(data_folder)
    assert doorbell.claim()
    doorbell.release()
    assert [path.read_text() for path in data_folder.data.glob("running.lock.folder-*/kept.txt")] == ["kept"]


def test_the_lock_is_for_its_owner_alone(qtbot: QtBot, data_folder: DataFolder) -> None:
    doorbell = Doorbell(data_folder)
    assert doorbell.claim()
    assert stat.S_IMODE(data_folder.lock_file.stat().st_mode) == 0o600
    doorbell.release()
