"""`sessions check`: its words, its JSON, and how it ends."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recordings.take import TakeWriter
from simulator.data_folder import DataFolder
from simulator.store.errors import DatabaseGone, DatabaseMissing
from simulator.store.store import Store
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone
from ui.command_line import main
from ui.commands.check_library import check_sessions, mend_library, undo_mending


@pytest.fixture
def checked(data_folder: DataFolder, temporary: Path) -> DataFolder:
    """A library of one recorded answer, and nothing left behind anywhere."""
    del temporary
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
    waiting, fine = capsys.readouterr().out.splitlines()
    assert waiting == "1 answer not transcribed yet: transcription runs while the window is open."
    assert fine == "1 interview, 1 recording: everything is fine."
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
        "counts": {"no_words": 1},
        "findings": [
            {
                "kind": "no_words",
                "remedy": "transcribe",
                "place": "take.wav",
                "session": 1,
                "answer": 1,
            }
        ],
    }


def test_what_is_wrong_is_one_a_line(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (checked.recordings / "take.wav").rename(checked.recordings / "nobody.wav")
    assert check_sessions(checked, as_json=False) == 1
    missing, orphan, how, last = capsys.readouterr().out.splitlines()
    assert missing.startswith("Interview 1: take.wav is missing.")
    assert "nobody.wav belongs to no answer" in orphan
    assert "--mend" in how
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
    stray, _, _, last = capsys.readouterr().out.splitlines()
    assert stray.endswith("stray.wav.part belongs to no answer. It will be added as an interview of its own.")
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


def test_mending_tells_what_it_did_and_undo_takes_it_back(
    checked: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    take, empty = checked.recordings / "take.wav", checked.recordings / "empty.wav"
    take.rename(checked.recordings / "nobody.wav")
    empty.touch()
    assert mend_library(checked, as_json=False) == 0
    found, moved, last = capsys.readouterr().out.splitlines()  # nobody.wav is no interview of its own
    assert found == "take.wav: the original recording was found and is back in its place."
    assert moved.endswith("empty.wav is empty, or not a Viva Voce recording. It was moved aside.")
    assert "1 answer not transcribed" not in last
    assert take.exists()
    assert check_sessions(checked, as_json=False) == 0
    capsys.readouterr()
    assert undo_mending(checked, as_json=False) == 0
    assert capsys.readouterr().out == "1 file is as it was before.\n"
    assert empty.exists()
    (empty).unlink()
    assert undo_mending(checked, as_json=False) == 0
    assert capsys.readouterr().out == "There is nothing to undo.\n"


def test_mending_as_json(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (checked.recordings / "empty.wav").touch()
    folder = str(checked.data)
    assert main(["sessions", "check", "--mend", "--json", "--data-dir", folder]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["done"] is True
    assert told["refusals"] == []
    assert told["aside"].startswith(f"{folder}/mended-")
    assert {one["kind"]: one["outcome"] for one in told["mended"]} == {"no_sound": "done", "no_words": "waiting"}
    assert main(["sessions", "check", "--undo", "--json", "--data-dir", folder]) == 0
    assert json.loads(capsys.readouterr().out) == {"files": 1, "marks": 0, "left": []}


def test_mending_waits_for_nobody_else(checked: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    from ui.one_instance import alone

    with alone(checked):
        assert main(["sessions", "check", "--mend", "--data-dir", str(checked.data)]) == 1
        assert "Another program is using the library" in capsys.readouterr().err
        assert main(["sessions", "check", "--data-dir", str(checked.data)]) == 0


def test_one_thing_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions", "check", "--mend", "--undo"]) == 2
    assert "not allowed with" in capsys.readouterr().err
