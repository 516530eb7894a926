"""`sessions delete`: asks, says what goes, and never deletes beside an open window."""

from __future__ import annotations

import io
import sys

import pytest

from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseMissing, StoreBusy, UnknownRecord
from simulator.store.records import SessionId
from simulator.store.store import Store
from tests.simulator.store.builders import add_saved, add_session
from ui.commands.delete_session import delete_sessions
from ui.one_instance import Doorbell


class Terminal(io.StringIO):
    """A keyboard at which this was typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def sessions(data_folder: DataFolder) -> list[SessionId]:
    """Three interviews of one recorded answer."""
    data_folder.prepare()
    store = Store.open(data_folder.database)
    made = [add_session(store) for _ in range(3)]
    for session in made:
        answer = add_saved(store, session)
        store.set_note(answer, "Mind the end.")
        TakeWriter.create(data_folder.recordings, f"{session}-0-1").close()
    store.close()
    return made


def left(data_folder: DataFolder) -> list[int]:
    store = Store.open_for_reading(data_folder.database)
    try:
        return [summary.id for summary in store.sessions()]
    finally:
        store.close()


def takes(data_folder: DataFolder) -> list[str]:
    return sorted(path.name for path in data_folder.recordings.iterdir())


def test_with_yes_nobody_is_asked(
    data_folder: DataFolder, sessions: list[SessionId], capsys: pytest.CaptureFixture[str]
) -> None:
    assert delete_sessions(data_folder, [1, 3, 1], is_sure=True) == 0
    assert left(data_folder) == [2]
    assert takes(data_folder) == ["2-0-1.wav"]
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith("1  ML engineer · Machine learning, Sunday 1 March 2026")
    assert first.endswith("1 answer, 1 recording, 1 note")
    assert second.startswith("3  ")
    assert last == "Deleted."


@pytest.mark.parametrize(("typed", "kept"), [("y\n", [3, 1]), ("Yes\n", [3, 1]), ("\n", [3, 2, 1]), ("", [3, 2, 1])])
def test_on_a_terminal_it_asks(
    typed: str, kept: list[int], data_folder: DataFolder, sessions: list[SessionId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert delete_sessions(data_folder, [2], is_sure=False) == 0
    assert left(data_folder) == kept


def test_where_nobody_can_be_asked_it_is_wrong_usage(
    data_folder: DataFolder,
    sessions: list[SessionId],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert delete_sessions(data_folder, [2], is_sure=False) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "--yes" in line
    assert left(data_folder) == [3, 2, 1]


def test_one_unknown_id_and_nothing_is_deleted(data_folder: DataFolder, sessions: list[SessionId]) -> None:
    with pytest.raises(UnknownRecord):
        delete_sessions(data_folder, [1, 99], is_sure=True)
    assert left(data_folder) == [3, 2, 1]
    assert len(takes(data_folder)) == 3


def test_one_that_cannot_be_deleted_keeps_back_no_other(
    data_folder: DataFolder, sessions: list[SessionId], capsys: pytest.CaptureFixture[str]
) -> None:
    take = data_folder.recordings / "1-0-1.wav"
    take.unlink()
    take.mkdir()
    assert delete_sessions(data_folder, [1, 2], is_sure=True) == 1
    assert left(data_folder) == [3, 1]
    (line,) = capsys.readouterr().err.splitlines()
    assert "1-0-1.wav" in line


def test_beside_an_open_window_nothing_is_deleted(data_folder: DataFolder, sessions: list[SessionId]) -> None:
    doorbell = Doorbell(data_folder)
    assert doorbell._lock.take()
    with pytest.raises(StoreBusy, match="Another program"):
        delete_sessions(data_folder, [1], is_sure=True)
    doorbell._lock.release()
    assert left(data_folder) == [3, 2, 1]
    assert delete_sessions(data_folder, [1], is_sure=True) == 0
    assert Doorbell(data_folder).claim()


def test_copies_from_earlier_troubles_are_named(
    data_folder: DataFolder, sessions: list[SessionId], capsys: pytest.CaptureFixture[str]
) -> None:
    copy = data_folder.data / "library-damaged-20260301T120000000000Z.db"
    copy.touch()
    delete_sessions(data_folder, [1], is_sure=True)
    assert copy.name in capsys.readouterr().out.splitlines()[-1]
    assert copy.exists()


def test_without_a_library_none_is_begun(data_folder: DataFolder) -> None:
    with pytest.raises(DatabaseMissing):
        delete_sessions(data_folder, [1], is_sure=True)
    assert not data_folder.data.exists()
