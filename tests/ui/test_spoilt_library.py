"""One bad row or a few bad bytes never stop History, Progress, the command line or the offer of recovery.

Whatever becomes of it is told in a sentence: nothing here may raise anything but an error that has one.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recordings.mending.findings import check_library
from recordings.mending.mending import mend, undo
from recordings.session_deletion import delete_session
from recordings.strays import find_strays
from recordings.take_folder import TakeFolder
from simulator.data_folder import DataFolder
from simulator.store.errors import StoreError
from simulator.store.records import AnswerId, SessionId
from simulator.store.store import Store
from tests.simulator.store.spoiling import fill
from tests.simulator.store.test_spoilt_rows import read_everything
from tests.ui.parts import HeardMessages
from ui.commands.sessions import list_sessions, show_session
from ui.errands.recovery_offer import RecoveryOffer
from ui.opening import open_store

T = TypeVar("T")

ROWS, PAGES, SEEDS = 480, 120, 4
VALUES = (
    *(b"", b"null", b"5", b"-1", b"99999999999999999999", b"x", b"\xff\xfe", b"[[[[", b"\0", b"0001-01-01T00:00+14:00"),
    *(None, -1, 0, 2**62, -(2**63), 1.5, 1e308, float("inf"), "", "abc", 3),
)
_TABLES = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 6) <> 'sqlite' AND substr(name, 1, 1) <> '_'
AND substr(name, 1, 11) <> 'answers_fts' ORDER BY name
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A library with something of everything, in one file."""
    path = tmp_path / "kept.db"
    fill(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    return path


def columns(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every column of every table that holds a row."""
    for (table,) in db.execute(_TABLES).fetchall():
        if db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:  # noqa: S608
            yield from ((table, str(column[1])) for column in db.execute(f"PRAGMA table_info({table})").fetchall())


def spoil_row(path: Path, chance: random.Random) -> str | None:
    """Another value in one column; None where the tables would not have it. The checks of the tables are off."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        table, column = chance.choice(list(columns(db)))
        value = chance.choice(VALUES)
        as_text = "CAST(? AS TEXT)" if isinstance(value, bytes) and chance.random() < 0.5 else "?"
        try:
            db.execute(f"UPDATE {table} SET {column} = {as_text}", [value])  # noqa: S608
            db.commit()
        except sqlite3.Error:
            return None
    return f"{table}.{column} = {value!r} as {as_text}"


def spoil_bytes(path: Path, chance: random.Random) -> str:
    """Other bytes anywhere in the file, or its end cut off."""
    content = bytearray(path.read_bytes())
    if chance.random() < 0.2:
        content = content[: chance.randrange(1, len(content))]
    places = [chance.randrange(len(content)) for _ in range(chance.choice((1, 1, 4, 40)))]
    for place in places:
        content[place] = chance.randrange(256)
    path.write_bytes(content)
    return f"bytes at {places[:4]} of {len(content)}"


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_row_stops_anything(
    tmp_path: Path, kept: Path, seed: int, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    for number in range(ROWS // SEEDS):
        folder = a_library(tmp_path / f"library-{number}", kept)
        if told := spoil_row(folder.database, chance):
            open_and_use(folder, told, qtbot, is_readable=True)
        capsys.readouterr()
        shutil.rmtree(folder.data)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_bytes_stop_anything(
    tmp_path: Path, kept: Path, seed: int, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(seed)
    for number in range(PAGES // SEEDS):
        folder = a_library(tmp_path / f"library-{number}", kept)
        open_and_use(folder, spoil_bytes(folder.database, chance), qtbot, is_readable=False)
        capsys.readouterr()
        shutil.rmtree(folder.data)


def a_library(data: Path, kept: Path) -> DataFolder:
    folder = DataFolder.find(data)
    folder.prepare()
    shutil.copy(kept, folder.database)
    return folder


def open_and_use(folder: DataFolder, told: str, qtbot: QtBot, *, is_readable: bool) -> None:
    """All that the user may do with it; `is_readable`: none of it may be refused for one row."""
    try:
        store, news = open_store(folder)
        assert not (is_readable and news), news
        with closing(store):
            for deed in deeds(store, folder, qtbot, is_readable=is_readable):
                deed()
    except Exception as error:
        raise AssertionError(f"{told} stops it") from error


def deeds(store: Store, folder: DataFolder, qtbot: QtBot, *, is_readable: bool) -> Iterator[Callable[[], object]]:
    def told(deed: Callable[[], object], *refusals: type[Exception]) -> Callable[[], None]:
        def do() -> None:
            with suppress(StoreError, *refusals):
                deed()

        return do

    def plain(deed: Callable[[], object]) -> Callable[[], object]:
        return deed if is_readable else told(deed)

    if is_readable:
        yield lambda: read_as_ever(store, folder)
    else:
        yield told(lambda: read_everything(store, folder.database), AssertionError)
    for as_json in (False, True):
        yield plain(lambda as_json=as_json: list_sessions(folder, "", as_json=as_json))  # type: ignore[misc]
        yield plain(lambda as_json=as_json: list_sessions(folder, "model", as_json=as_json))  # type: ignore[misc]
        yield told(lambda as_json=as_json: show_session(folder, 1, as_json=as_json))  # type: ignore[misc]
    yield plain(lambda: check_library(store, folder))
    yield plain(lambda: find_strays(folder.recordings, store))
    yield lambda: offer_recovery(store, folder, qtbot)
    yield told(lambda: write(store))
    yield plain(lambda: mend(store, folder))
    yield plain(lambda: undo(store, folder))
    yield told(lambda: delete_session(store, TakeFolder(folder.recordings), SessionId(1)))


def read_as_ever(store: Store, folder: DataFolder) -> None:
    """All is read; that of a changed id not every row is found any more is no fault of the reading."""
    with suppress(AssertionError):
        read_everything(store, folder.database)


def offer_recovery(store: Store, folder: DataFolder, qtbot: QtBot) -> None:
    window = QWidget()  # for questions that are not asked here
    qtbot.addWidget(window)
    library = TakeFolder(folder.recordings)
    RecoveryOffer(store, library, None, AtOnce(), HeardMessages(), None, window).begin()  # type: ignore[arg-type]


class AtOnce:
    """Jobs that are done before the window goes on, so that what they raise is seen."""

    def run(self, job: Callable[[], T], on_done: Callable[[T], None], _on_failed: object) -> None:
        on_done(job())


def write(store: Store) -> None:
    answer = AnswerId(1)
    changes: tuple[Callable[[], object], ...] = (
        lambda: store.set_note(answer, "n"),
        lambda: store.uncorrect(answer),
        lambda: store.cards.rate(answer, 2),
        lambda: store.transcription_failed(answer, "no"),
    )
    for change in changes:
        with suppress(StoreError):
            change()
