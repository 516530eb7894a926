"""Opening a library: damaged, in use, left locked by a crash, or on a disk that may not be written."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.data_folder import Places
from simulator.store.errors import DatabaseFromNewerVersion, StoreError
from tests.simulator.store.builders import add_session
from tests.ui.parts import Told
from ui.opening import Doorbell, open_library

ROOT = Path(__file__).parents[2]
HOLD_THE_LOCK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from simulator.data_folder import Places
from ui.opening import Doorbell
app = QCoreApplication([])
doorbell = Doorbell(Places.find(Path(sys.argv[1])))
print(doorbell.claim(), flush=True)
app.exec()
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found = Places.find(tmp_path / "library")
    found.prepare()
    return found


def test_a_library_opens_again_as_it_was(places: Places) -> None:
    first = open_library(places)
    session = add_session(first.store)
    first.store.close()
    second = open_library(places)
    assert second.store.session(session).id == session
    assert second.news == ()
    assert len(second.bank.questions) > 100
    second.store.close()


@pytest.mark.parametrize("content", [b"This is no database.", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_database_is_moved_aside_and_said(places: Places, content: bytes) -> None:
    places.database.write_bytes(content)
    recording = places.recordings / "kept.wav"
    recording.write_bytes(b"RIFF")
    opened = open_library(places)
    (aside,) = places.data.glob("library-damaged-*.db")
    assert aside.read_bytes() == content
    assert opened.store.session_count() == 0
    (sentence,) = opened.news
    assert aside.name in sentence
    assert "recordings" in sentence
    assert recording.exists()
    opened.store.close()


def test_a_newer_database_is_left_alone(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library(places).store.close()
    content = places.database.read_bytes()
    monkeypatch.setattr("simulator.store.store.open_library", _refuse_newer)
    with pytest.raises(DatabaseFromNewerVersion):
        open_library(places)
    assert places.database.read_bytes() == content
    assert list(places.data.glob("*damaged*")) == []


def test_the_second_instance_rings_at_the_first_ones_door(qtbot: QtBot, places: Places) -> None:
    first, second = Doorbell(places), Doorbell(places)
    rung = Told(first.rung)
    assert first.claim()
    assert not second.claim()
    assert second.ring()
    qtbot.waitUntil(lambda: len(rung) == 1)
    first.release()
    assert second.claim()
    second.release()


def test_nobody_answers_an_empty_house(qtbot: QtBot, places: Places) -> None:
    assert not Doorbell(places).ring()


def test_two_libraries_do_not_stand_in_each_others_way(qtbot: QtBot, places: Places, tmp_path: Path) -> None:
    other_places = Places.find(tmp_path / "other")
    other_places.prepare()
    doorbells = Doorbell(places), Doorbell(other_places)
    assert [doorbell.claim() for doorbell in doorbells] == [True, True]
    for doorbell in doorbells:
        doorbell.release()


def test_the_lock_of_a_killed_instance_is_taken_over(qtbot: QtBot, places: Places) -> None:
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(places.data)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        doorbell = Doorbell(places)
        assert not doorbell.claim()
        other.send_signal(signal.SIGKILL)
    assert places.lock_file.exists()
    assert doorbell.claim()
    doorbell.release()


def test_what_cannot_be_mended_is_one_sentence(places: Places) -> None:
    places.database.mkdir()
    with pytest.raises(StoreError) as told:
        open_library(places)
    assert str(places.database) in str(told.value)


def _refuse_newer(path: Path) -> None:
    raise DatabaseFromNewerVersion(path)
