"""One bad row is one line of what the command line says, and costs nothing else."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from simulator.data_folder import DataFolder
from simulator.store.records import AnswerId, SessionId
from tests.simulator.store.spoiling import fill, spoil
from ui.commands.check_library import check_sessions
from ui.commands.delete_session import delete_sessions
from ui.commands.sessions import list_sessions, show_session

MUTATIONS = 25


@pytest.fixture
def filled(data_folder: DataFolder) -> tuple[DataFolder, SessionId, AnswerId]:
    data_folder.prepare()
    return data_folder, *fill(data_folder.database)


def change(data_folder: DataFolder, sql: str, *values: int) -> None:
    with closing(sqlite3.connect(data_folder.database)) as db:
        db.execute(sql, values)
        db.commit()


def test_a_bad_interview_is_one_line(
    filled: tuple[DataFolder, SessionId, AnswerId], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, session, _ = filled
    change(folder, "UPDATE sessions SET started_at = CAST(x'32ff' AS TEXT) WHERE id = ?", session)
    assert list_sessions(folder, "", as_json=False) == 0
    good, bad = capsys.readouterr().out.splitlines()
    assert "ML engineer" in good
    assert bad == "   1  This interview cannot be read. `sessions show` shows what is left of it."
    assert show_session(folder, session, as_json=False) == 0
    assert "What does dropout do?" in capsys.readouterr().out
    assert check_sessions(folder, as_json=False) == 1
    assert "Interview 1 cannot be read; the others can." in capsys.readouterr().out


def test_a_bad_answer_is_one_line(
    filled: tuple[DataFolder, SessionId, AnswerId], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, session, answer = filled
    change(folder, "UPDATE answers SET report = CAST(x'7bff' AS TEXT) WHERE id = ?", answer)
    assert show_session(folder, session, as_json=False) == 0
    assert "Its entry in the library is damaged." in capsys.readouterr().out
    assert check_sessions(folder, as_json=False) == 1
    assert f"Interview 1: answer {answer} cannot be read; the others can." in capsys.readouterr().out
    assert delete_sessions(folder, [session], is_sure=True) == 0
    capsys.readouterr()
    list_sessions(folder, "", as_json=False)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_damaged_index_is_rebuilt_by_the_check(
    filled: tuple[DataFolder, SessionId, AnswerId], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _, _ = filled
    change(folder, "UPDATE answers_fts_data SET block = x'ff00ff' WHERE id > 10")
    assert check_sessions(folder, as_json=False) == 1
    assert "The search index was damaged and has been rebuilt; nothing was lost." in capsys.readouterr().out
    check_sessions(folder, as_json=False)
    assert "index" not in capsys.readouterr().out
    list_sessions(folder, "simple model", as_json=False)
    assert "ML engineer" in capsys.readouterr().out


def test_no_row_stops_a_command(
    filled: tuple[DataFolder, SessionId, AnswerId], capsys: pytest.CaptureFixture[str]
) -> None:
    """The harm adds up from one to the next."""
    folder, session, _ = filled
    chance = random.Random(5)
    for _ in range(MUTATIONS):
        with closing(sqlite3.connect(folder.database)) as db:
            try:
                told = spoil(db, chance)
            except sqlite3.IntegrityError:
                continue
            db.commit()
        for as_json in (False, True):
            assert list_sessions(folder, "", as_json=as_json) == 0, told
            assert len(capsys.readouterr().out.splitlines()) == 2, told
            assert show_session(folder, session, as_json=as_json) == 0, told
            check_sessions(folder, as_json=as_json)
            capsys.readouterr()
    assert delete_sessions(folder, [session], is_sure=True) == 0
