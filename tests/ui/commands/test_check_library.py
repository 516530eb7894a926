"""`sessions check`: its words, its JSON, and how it ends."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseGone, DatabaseMissing
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone
from ui.commands.check_library import check_sessions


@pytest.fixture
def checked(data_folder: DataFolder) -> DataFolder:
    """A library of one recorded answer."""
    data_folder.prepare()
    store = Store.open(data_folder.database)
    answer = store.begin_answer(add_session(store), a_question(), 0, 1, "take.wav", NOON)
    take = TakeWriter.create(data_folder.recordings, "take")
    take.append(tone(0.5))
    whole = take.close()
    store.answer_saved(answer, whole.samples, whole.byte_count, whole.sha256)
    store.close()
    return data_folder


def test_all_is_well(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_sessions(checked, as_json=False) == 0
    assert capsys.readouterr().out == "1 interview, 1 recording: everything is fine.\n"
    assert check_sessions(checked, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "sound": True,
        "sessions": 1,
        "recordings": 1,
        "unreadable_sessions": [],
        "unreadable_answers": [],
        "broken": [],
        "orphans": [],
        "stray_parts": [],
        "unfinished": 0,
        "database_faults": [],
    }


def test_what_is_wrong_is_one_a_line(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (checked.recordings / "take.wav").rename(checked.recordings / "nobody.wav")
    assert check_sessions(checked, as_json=False) == 1
    missing, orphan, last = capsys.readouterr().out.splitlines()
    assert missing.startswith("Interview 1: take.wav is missing.")
    assert "nobody.wav belongs to no answer" in orphan
    assert last == "1 interview, 1 recording: problems found."
    assert check_sessions(checked, as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    assert told["broken"] == [{"session": 1, "answer": 1, "file_name": "take.wav", "state": "missing"}]
    assert told["orphans"] == ["nobody.wav"]


def test_a_take_that_was_cut_off_and_has_no_row_is_named(
    checked: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    (checked.recordings / "stray.wav.part").write_bytes((checked.recordings / "take.wav").read_bytes())
    assert check_sessions(checked, as_json=False) == 1
    stray, last = capsys.readouterr().out.splitlines()
    assert stray.endswith("stray.wav.part was cut off and belongs to no answer. Open the window to recover it.")
    assert last == "1 interview, 1 recording: problems found."


def test_recordings_without_a_library_are_said(checked: DataFolder) -> None:
    checked.database.unlink()
    with pytest.raises(DatabaseGone, match="recordings next to it are still there"):
        check_sessions(checked, as_json=False)


def test_what_the_database_finds_in_itself_is_told(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    """An index that lacks a row: only SQLite's full check sees it."""
    with closing(sqlite3.connect(checked.database)) as db:
        db.execute("PRAGMA writable_schema = ON")
        changed = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'answers_in_the_air'"
        assert db.execute(changed, ["'recording'", "'saved'"]).rowcount == 1
        db.commit()
    assert check_sessions(checked, as_json=False) == 1
    assert "row 1 missing from index answers_in_the_air" in capsys.readouterr().out


def test_without_a_library_it_says_so(data_folder: DataFolder) -> None:
    with pytest.raises(DatabaseMissing):
        check_sessions(data_folder, as_json=False)
