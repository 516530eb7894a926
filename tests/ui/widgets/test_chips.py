"""Chips: exactly one is chosen, by mouse or by arrow keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of
from ui.widgets.chips import ChipGroup


@pytest.fixture
def group(qtbot: QtBot) -> ChipGroup:
    made = ChipGroup("Role", (("One", 1), ("Two", 2), ("Three", 3)))
    qtbot.addWidget(made)
    return made


def test_first_is_chosen_at_the_start(group: ChipGroup) -> None:
    assert group.value == 1
    assert [chip.isChecked() for chip in group.chips] == [True, False, False]


def test_click_chooses(group: ChipGroup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(group.chosen) as signal:
        group.chips[2].click()
    assert signal.args == [3]
    assert [chip.isChecked() for chip in group.chips] == [False, False, True]


def test_screen_reader_toggles_without_a_click(group: ChipGroup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(group.chosen) as signal:
        group.chips[1].toggle()
    assert signal.args == [2]
    with qtbot.assertNotEmitted(group.chosen):
        group.chips[1].toggle()
    assert [chip.isChecked() for chip in group.chips] == [False, True, False]


def test_mouse_chooses_anywhere_on_a_chip(group: ChipGroup) -> None:
    group.resize(600, 60)
    group.show()
    chip = group.chips[1]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().adjusted(0, 0, -6, -19).bottomRight())
    assert group.value == 2


def test_click_on_the_chosen_one_changes_nothing(group: ChipGroup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(group.chosen):
        group.chips[0].click()
    assert group.chips[0].isChecked()


@pytest.mark.parametrize(
    ("key", "expected"), [(Qt.Key.Key_Right, 2), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Left, 3), (Qt.Key.Key_Up, 3)]
)
def test_arrow_keys_move_and_wrap(group: ChipGroup, qtbot: QtBot, key: Qt.Key, expected: int) -> None:
    with qtbot.waitSignal(group.chosen) as signal:
        QTest.keyClick(group.chips[0], key)
    assert signal.args == [expected]


def test_tab_stops_once_at_the_chosen_one(group: ChipGroup) -> None:
    group.choose(2)
    stops = [chip.text() for chip in group.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["Two"]


def test_choosing_from_outside_is_silent(group: ChipGroup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(group.chosen):
        group.choose(3)
    assert group.value == 3
    with pytest.raises(ValueError, match="not in"):
        group.choose(4)


def test_group_and_chips_have_names(group: ChipGroup) -> None:
    assert name_of(group) == "Role"
    assert [name_of(chip) for chip in group.chips] == ["One", "Two", "Three"]


def test_chips_wrap_where_the_width_ends(group: ChipGroup) -> None:
    assert group.heightForWidth(120) > group.heightForWidth(900)
    group.resize(120, 400)
    group.show()
    assert all(chip.geometry().right() < 120 for chip in group.chips)
