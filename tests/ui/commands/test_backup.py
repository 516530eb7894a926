"""`sessions backup` and `sessions restore`: there and back, asked first, never beside an open window."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from simulator.data_folder import DataFolder
from simulator.store.store import Store
from tests.simulator.store.builders import add_session
from ui.command_line import main
from ui.one_instance import LibraryLock


class Terminal(io.StringIO):
    """A keyboard at which this was typed."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def archive(data_folder: DataFolder, tmp_path: Path) -> Path:
    data_folder.prepare()
    store = Store.open(data_folder.database)
    add_session(store)
    store.close()
    target = tmp_path / "b.zip"
    assert main(["sessions", "backup", "--out", str(target), "--data-dir", str(data_folder.data)]) == 0
    return target


def _sessions(folder: DataFolder) -> int:
    store = Store.open_for_reading(folder.database)
    try:
        return store.session_count()
    finally:
        store.close()


def test_there_and_back_on_another_computer(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    assert main(["sessions", "restore", str(archive), "--yes", "--data-dir", str(other)]) == 0
    assert _sessions(DataFolder.find(other)) == 1
    assert capsys.readouterr().out.endswith("Restored 1 interview and 0 recordings.\n")


def test_a_folder_gets_a_file_named_after_today(archive: Path, data_folder: DataFolder, tmp_path: Path) -> None:
    folder = tmp_path / "backups here"
    folder.mkdir()
    assert main(["sessions", "backup", "--out", str(folder), "--data-dir", str(data_folder.data)]) == 0
    (made,) = folder.iterdir()
    assert made.name.startswith("viva-voce-20")


def test_json_for_programs(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["sessions", "restore", str(archive), "--preview", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sessions"], told["recordings"]) == (1, 0)


def test_without_a_terminal_it_needs_a_yes(
    archive: Path, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["sessions", "restore", str(archive), "--data-dir", str(data_folder.data)]) == 2
    assert "--yes" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "restored"), [("n\n", False), ("\n", False), ("y\n", True)])
def test_at_a_terminal_it_asks(
    archive: Path, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, typed: str, *, restored: bool
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert main(["sessions", "restore", str(archive), "--data-dir", str(data_folder.data)]) == 0
    assert bool(list(data_folder.data.glob("before-restore-*"))) is restored


def test_beside_an_open_window_nothing_is_restored(
    archive: Path, data_folder: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    lock = LibraryLock(data_folder)
    assert lock.take()
    try:
        assert main(["sessions", "restore", str(archive), "--yes", "--data-dir", str(data_folder.data)]) == 1
    finally:
        lock.release()
    assert capsys.readouterr().err.count("\n") == 1
