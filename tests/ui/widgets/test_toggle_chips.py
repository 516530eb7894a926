"""Chips that are on or off, by mouse, keyboard and code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.names import nameless
from tests.ui.parts import Told
from ui.widgets.toggle_chips import ToggleChips


@pytest.fixture
def chips(qtbot: QtBot) -> ToggleChips:
    shown = ToggleChips("Show only", (("Due", 1), ("Starred", 2), ("Hidden", 3)))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_any_number_may_be_chosen(chips: ToggleChips) -> None:
    told = Told(chips.changed)
    chips.chip(3).click()
    QTest.keyClick(chips.chip(1), Qt.Key.Key_Return)
    QTest.mouseClick(chips.chip(2), Qt.MouseButton.LeftButton)
    chosen = [chips.values]
    chips.chip(2).click()
    chosen.append(chips.values)
    assert chosen == [(1, 2, 3), (1, 3)]
    assert len(told) == 4


def test_choosing_in_code_is_silent_and_all_have_names(chips: ToggleChips) -> None:
    told = Told(chips.changed)
    chips.choose((2,))
    assert (chips.values, told) == ((2,), [])
    assert nameless(chips) == []
    assert not chips.grab().isNull()
