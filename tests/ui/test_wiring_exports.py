"""Ctrl+E in the window: an export is offered wherever interviews are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import NOON, a_plan, add_saved
from tests.ui.screen_text import has_words
from tests.ui.wired import Desk, desk, opened
from ui.widgets.export_dialog import Subject
from ui.wiring import HISTORY

__all__ = ["desk", "opened"]


@pytest.mark.parametrize("place", ["review", "summary", "history"])
def test_ctrl_e_exports_what_is_shown(qtbot: QtBot, desk: Desk, place: str) -> None:
    session = desk.room.store.begin_session(a_plan(), NOON)
    add_saved(desk.room.store, session)
    desk.wiring.go_to(HISTORY)
    if place == "review":
        desk.wiring.open_review(session)
        qtbot.waitUntil(lambda: has_words(desk.wiring.screens.review, "What does dropout do?"))
    elif place == "summary":
        desk.wiring.open_summary(session)
    QTest.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.wiring.errands.exporting.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.subject is (Subject.WEEK if place == "history" else Subject.SESSION)
