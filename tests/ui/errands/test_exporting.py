"""Exports from the window: offered, written beside it, told with a way to the file; or copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId, SessionId
from tests.simulator.store.builders import a_report, add_judged
from tests.ui.names import named
from tests.ui.parts import Room
from tests.ui.places.kept_sessions import add_session
from tests.ui.screen_text import has_words, press
from ui.errands.exporting import Exporting
from ui.messages import MessageKind
from ui.reports.report_format import ReportFormat
from ui.widgets.export_dialog import Subject
from ui.widgets.select import Select

PATIENCE_MS = 120_000


@dataclass
class Desk:
    room: Room
    exporting: Exporting
    folder: Path
    suggested: list[str] = field(default_factory=list)

    def choose(self, name: str, value: str) -> None:
        select = named(self.exporting.dialog, name)
        assert isinstance(select, Select)
        select.setCurrentIndex(select.findData(value))

    def subjects(self) -> list[str]:
        select = named(self.exporting.dialog, "What to export")
        assert isinstance(select, Select)
        return [select.itemText(row) for row in range(select.count())]

    def formats(self) -> list[str]:
        select = named(self.exporting.dialog, "Format")
        assert isinstance(select, Select)
        return [select.itemData(row) for row in range(select.count())]

    def session(self) -> tuple[SessionId, AnswerId]:
        """An interview with a recorded answer, and one with words after it."""
        session = add_session(self.room, "What is dropout?")
        return session, add_judged(self.room.store, session, a_report(), position=1)


@pytest.fixture
def desk(qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    folder = tmp_path / "out"
    folder.mkdir()
    exporting = Exporting(None, room.store, room.data_folder, room.messages)
    qtbot.addWidget(exporting.dialog)
    made = Desk(room, exporting, folder)

    def choose_file(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        made.suggested.append(Path(suggested).name)
        return str(folder / Path(suggested).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_file)
    yield made
    exporting.stop()


def test_an_interview_is_exported_and_its_folder_can_be_opened(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, _ = desk.session()
    desk.exporting.offer(session)
    assert has_words(desk.exporting.dialog, "ML engineer · Machine learning, Sunday 1 March 2026")
    press(desk.exporting.dialog, "Export…")
    assert has_words(desk.exporting.dialog, "Exporting…")
    qtbot.waitUntil(lambda: bool(desk.room.messages.told), timeout=PATIENCE_MS)
    (target,) = desk.folder.iterdir()
    assert target.name == desk.suggested[0] == f"viva-voce-2026-03-01-interview-{session}.html"
    assert "What is dropout?" in target.read_text()
    assert desk.exporting.dialog.isHidden()
    (message,) = desk.room.messages.told
    assert (message.kind, message.text) == (MessageKind.REPORT_EXPORTED, f"Exported to {target}")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    ((name, act),) = message.actions
    act()
    assert (name, opened) == ("Open folder", [str(desk.folder)])


def test_what_was_shown_comes_first(desk: Desk) -> None:
    session, answer = desk.session()
    periods = [Subject.WEEK, Subject.MONTH, Subject.DAYS, Subject.ALL]
    desk.exporting.offer(session, answer)
    assert desk.subjects() == [Subject.SESSION, Subject.ANSWER, *periods]
    desk.exporting.offer(session)
    assert desk.subjects() == [Subject.SESSION, *periods]
    desk.exporting.offer()
    assert desk.subjects() == periods
    assert has_words(desk.exporting.dialog, "No interviews with answers in this period.")
    assert not named(desk.exporting.dialog, "Export…").isEnabled()
    desk.choose("What to export", Subject.ALL)
    assert has_words(desk.exporting.dialog, "1 interview, 2 answers")


def test_subtitles_are_offered_for_words_with_times(desk: Desk) -> None:
    session, judged = desk.session()
    recorded = desk.room.store.answers(session)[0].id
    desk.exporting.offer(session, judged)
    assert ReportFormat.SRT not in desk.formats()
    desk.choose("What to export", Subject.ANSWER)
    assert ReportFormat.SRT in desk.formats()
    desk.exporting.offer(session, recorded)
    desk.choose("What to export", Subject.ANSWER)
    assert ReportFormat.SRT not in desk.formats()


def test_a_name_without_an_ending_gets_that_of_the_format(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, answer = desk.session()
    desk.exporting.offer(session, answer)
    desk.choose("What to export", Subject.ANSWER)
    desk.choose("Format", ReportFormat.SRT)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.folder / "take"), ""))
    press(desk.exporting.dialog, "Export…")
    qtbot.waitUntil(lambda: bool(desk.room.messages.told), timeout=PATIENCE_MS)
    assert "um it drops units" in (desk.folder / "take.srt").read_text()


def test_cancelling_the_file_dialog_leaves_the_offer_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session, _ = desk.session()
    desk.exporting.offer(session)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(desk.exporting.dialog, "Export…")
    assert named(desk.exporting.dialog, "Format").isVisible()


def test_cancelling_the_export_leaves_nothing(desk: Desk) -> None:
    session, _ = desk.session()
    desk.exporting.offer(session)
    press(desk.exporting.dialog, "Export…")
    press(desk.exporting.dialog, "Cancel")
    assert desk.exporting.dialog.isHidden()
    assert list(desk.folder.iterdir()) == []
    assert desk.room.messages.told == []


def test_an_interview_that_is_gone_is_told(desk: Desk) -> None:
    session, _ = desk.session()
    desk.exporting.offer(session)
    desk.room.store.delete_session(session)
    press(desk.exporting.dialog, "Export…")
    assert desk.room.messages.texts == [f"There is no session {session}."]
    desk.exporting.offer(session)
    assert has_words(desk.exporting.dialog, "There is no session")
    assert not named(desk.exporting.dialog, "Export…").isEnabled()


def test_what_is_shown_can_be_copied(desk: Desk) -> None:
    session, answer = desk.session()
    desk.exporting.offer(session, answer)
    press(desk.exporting.dialog, "Copy as text")
    copied = QGuiApplication.clipboard().text()
    assert "What is dropout?" in copied
    assert "“um it drops units at random”" in copied
    assert desk.room.messages.texts == ["Copied as text."]
    desk.exporting.copy_answer(answer)
    assert "What is dropout?" not in QGuiApplication.clipboard().text()
    desk.exporting.copy_session(session)
    assert "What is dropout?" in QGuiApplication.clipboard().text()
    desk.exporting.copy_session(99)
    assert desk.room.messages.texts[-1] == "There is no session 99."
