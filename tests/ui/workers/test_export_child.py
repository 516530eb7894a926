"""Exports in a process of their own, by the library of a room."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.parts import Room
from tests.ui.places.kept_sessions import add_session
from ui.reports.export import ExportOrder
from ui.reports.report_format import ReportFormat
from ui.reports.scope import Scope
from ui.workers.export_child import ExportChild

PATIENCE_MS = 120_000


@pytest.fixture
def child(qtbot: QtBot, room: Room) -> ExportChild:
    made = ExportChild(room.data_folder)
    made.progressed.connect(lambda *_: None)
    return made


def test_a_file_is_written_and_its_progress_told(qtbot: QtBot, room: Room, child: ExportChild, tmp_path: Path) -> None:
    """A PDF: it needs the most, an application of Qt's and fonts."""
    for text in ("What is dropout?", "What is a prior?"):
        add_session(room, text)
    told: list[tuple[int, int]] = []
    child.progressed.connect(lambda done, total: told.append((done, total)))
    order = ExportOrder(Scope(), ReportFormat.PDF, tmp_path / "all.pdf")
    with qtbot.waitSignal(child.written, timeout=PATIENCE_MS) as written:
        child.start(order)
        assert child.is_running
        with pytest.raises(RuntimeError):
            child.start(order)
    assert written.args == [order]
    assert told == [(1, 2), (2, 2)]
    assert order.target.read_bytes().startswith(b"%PDF-")
    assert not child.is_running


def test_why_nothing_was_written_is_told(qtbot: QtBot, room: Room, child: ExportChild, tmp_path: Path) -> None:
    with qtbot.waitSignal(child.refused, timeout=PATIENCE_MS) as refused:
        child.start(ExportOrder(Scope(), ReportFormat.HTML, tmp_path / "all.html"))
    assert refused.args is not None
    assert "No interviews with answers" in refused.args[0]
    assert not child.is_running
    assert not (tmp_path / "all.html").exists()


def test_what_is_stopped_leaves_nothing(qtbot: QtBot, room: Room, child: ExportChild, tmp_path: Path) -> None:
    """Not even what was begun, and nothing is said of it; the next one can be begun at once."""
    add_session(room, "What is dropout?")
    folder = tmp_path / "out"
    folder.mkdir()
    said: list[object] = []
    child.written.connect(said.append)
    child.refused.connect(said.append)
    child.start(ExportOrder(Scope(), ReportFormat.HTML, folder / "all.html"))
    child.stop()
    assert not child.is_running
    assert list(folder.iterdir()) == []
    with qtbot.waitSignal(child.written, timeout=PATIENCE_MS):
        child.start(ExportOrder(Scope(), ReportFormat.HTML, folder / "again.html"))
    assert [path.name for path in folder.iterdir()] == ["again.html"]
    assert len(said) == 1


def test_a_child_that_dies_is_told(qtbot: QtBot, room: Room, child: ExportChild, tmp_path: Path) -> None:
    add_session(room, "What is dropout?")
    with qtbot.waitSignal(child.refused, timeout=PATIENCE_MS) as refused:
        child.start(ExportOrder(Scope(), ReportFormat.HTML, tmp_path / "all.html"))
        assert child._child is not None
        child._child.kill()
    assert refused.args is not None
    assert refused.args[0].endswith("Nothing was written.")
