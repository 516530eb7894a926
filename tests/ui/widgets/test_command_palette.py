"""Commands are found by any of their words, and done by Enter or a click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.button import Button
from ui.widgets.command_palette import Command, CommandPalette, commands_in, matching
from ui.widgets.list_rows import RowList
from ui.widgets.text_line import TextLine


def _command(name: str, act: Callable[[], object] = lambda: None) -> Command:
    return Command(name, "", act)


NAMES = ("Start interview", "Quick drill", "Practise", "Interview for this job")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", list(NAMES)),
        ("inter", ["Interview for this job", "Start interview"]),
        ("job inter", ["Interview for this job"]),
        ("QUICK", ["Quick drill"]),
        ("nothing", []),
    ],
)
def test_every_typed_word_must_be_there(typed: str, found: list[str]) -> None:
    assert [one.name for one in matching(map(_command, NAMES), typed)] == found


def test_buttons_that_can_be_pressed_are_commands(qtbot: QtBot) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    column = QVBoxLayout(screen)
    buttons = {name: Button(name, key) for name, key in (("Go", "G"), ("Hidden", ""), ("Off", ""), ("Again", ""))}
    for button in (*buttons.values(), Button("Go")):
        column.addWidget(button)
    screen.show()
    buttons["Hidden"].hide()
    buttons["Off"].setEnabled(False)
    assert [(one.name, one.key) for one in commands_in(screen)] == [("Go", "G"), ("Again", "")]
    with qtbot.waitSignal(buttons["Go"].clicked):
        next(commands_in(screen)).act()


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, done: list[str]) -> CommandPalette:
    made = CommandPalette()
    qtbot.addWidget(made)
    made.offer([_command(name, partial(done.append, name)) for name in NAMES])
    qtbot.waitUntil(made.isVisible)
    return made


def _line(palette: CommandPalette) -> TextLine:
    (line,) = palette.findChildren(TextLine)
    return line


def test_enter_does_the_first_that_matches(palette: CommandPalette, done: list[str]) -> None:
    QTest.keyClicks(_line(palette), "drill")
    QTest.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == ["Quick drill"]
    assert not palette.isVisible()


def test_the_arrows_choose_another(palette: CommandPalette, done: list[str]) -> None:
    QTest.keyClick(_line(palette), Qt.Key.Key_Down)
    QTest.keyClick(_line(palette), Qt.Key.Key_Down)
    QTest.keyClick(_line(palette), Qt.Key.Key_Up)
    QTest.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == ["Quick drill"]


def test_a_click_does_it(palette: CommandPalette, done: list[str]) -> None:
    (rows,) = palette.findChildren(RowList)
    rows.clicked.emit(rows.model().index(2, 0))
    assert done == ["Practise"]


def test_what_is_not_there_is_said_and_enter_does_nothing(palette: CommandPalette, done: list[str]) -> None:
    QTest.keyClicks(_line(palette), "xyz")
    QTest.keyClick(_line(palette), Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_escape_closes_it(palette: CommandPalette) -> None:
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
