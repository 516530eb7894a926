"""Questions are ticked by keyboard and mouse, and a screen reader is told which are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import a_question
from ui.widgets.tick_list import TickList


@pytest.fixture
def ticks(qtbot: QtBot) -> TickList:
    ticks = TickList("Questions to import")
    qtbot.addWidget(ticks)
    ticks.show_questions([a_question(f"q{number}") for number in range(3)])
    ticks.resize(400, 300)
    ticks.show()
    return ticks


def is_ticked(ticks: TickList, row: int) -> bool:
    return bool(ticks.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)


def test_all_are_ticked_at_first(ticks: TickList) -> None:
    assert ticks.ticked_ids == {"q0", "q1", "q2"}
    assert ticks.currentIndex().row() == 0
    assert ticks.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_ticks_the_current_one(ticks: TickList, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(ticks, Qt.Key.Key_Down)
    with qtbot.waitSignal(ticks.ticks_changed):
        QTest.keyClick(ticks, key)
    assert [is_ticked(ticks, row) for row in range(3)] == [True, False, True]
    QTest.keyClick(ticks, key)
    assert ticks.ticked_ids == {"q0", "q1", "q2"}


def test_a_click_ticks_and_all_or_none_can_be(ticks: TickList, qtbot: QtBot) -> None:
    place = ticks.visualRect(ticks.model().index(2, 0)).center()
    QTest.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert ticks.ticked_ids == {"q0", "q1"}
    assert not ticks.grab().isNull()
    with qtbot.waitSignal(ticks.ticks_changed):
        ticks.tick_all(is_ticked=False)
    assert ticks.ticked_ids == frozenset()
    ticks.tick_all(is_ticked=True)
    assert len(ticks.ticked_ids) == 3
