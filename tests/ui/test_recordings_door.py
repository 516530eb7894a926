"""The ways to recordings made elsewhere: the button in History, the line on Practise, and a drop anywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.recordings.taking_in.fakes import FakeRecordingReader
from tests.simulator.store.builders import NOON
from tests.sound import tone, write_wav
from tests.ui.parts import plan_of
from tests.ui.screen_text import press
from tests.ui.wired import Desk
from ui.screens.history_screen import HistoryScreen
from ui.screens.review_screen import ReviewScreen
from ui.screens.taking_in_screen import TakingInScreen
from ui.widgets.drop_target import DropTarget
from ui.wiring import HISTORY

__all__ = ["desk", "opened"]

from tests.ui.wired import desk, opened


def drop(desk: Desk, *files: Path) -> bool:
    """Whether the window took them."""
    target = desk.window.findChild(DropTarget)
    assert target is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, no_key)
    QApplication.sendEvent(desk.window, entering)
    if not target.isVisible():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, no_key))
    return True


def screen_of(desk: Desk) -> TakingInScreen:
    shown = desk.screen()
    assert isinstance(shown, TakingInScreen)
    return shown


def test_history_and_practise_lead_there_and_back_leads_to_history(desk: Desk) -> None:
    desk.wiring.go_to(HISTORY)
    press(desk.window, "Add recordings…")
    press(screen_of(desk), "History")
    assert isinstance(desk.screen(), HistoryScreen)
    desk.wiring.go_to("Practise")
    press(desk.window, "Add recordings")
    assert screen_of(desk).paths == ()
    assert desk.window.place == HISTORY


def test_what_is_dropped_on_the_window_is_shown_and_ends_in_review(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    FakeRecordingReader.held.set()
    file = write_wav(tmp_path / "one.wav", tone(2.0))
    assert drop(desk, file)
    screen = screen_of(desk)
    qtbot.waitUntil(lambda: screen.paths == (file,))
    with qtbot.waitSignal(desk.room.equipment.taking_in.finished):
        press(screen, "Analyse 1 recording")
    press(screen, "Open in Review")
    assert isinstance(desk.screen(), ReviewScreen)


def test_nobody_is_interrupted_by_a_drop(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.begin(qtbot, plan_of(1))
    assert not drop(desk, write_wav(tmp_path / "one.wav", tone(2.0)))


def test_what_an_earlier_run_did_not_finish_is_named_and_gone(opened: Desk) -> None:
    store = opened.room.store
    store.taken_in.begin_session(plan_of(1), ("one.m4a",), NOON)
    opened.wiring.begin()
    assert "“one.m4a” was not added. Please add it again." in opened.notice()
    assert store.sessions() == ()
