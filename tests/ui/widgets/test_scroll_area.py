"""What a screen reader is told of a scroll area stays the same, whatever is visible of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.page import ScrollColumn
from ui.widgets.reading_area import ReadingArea


def as_heard(area: QScrollArea) -> QAccessibleInterface:
    """The area as a screen reader has it. Asked for twice, PySide's first one would take Qt's own with it."""
    interface = QAccessible.queryAccessibleInterface(area)
    assert interface is not None
    return interface


def tall() -> QWidget:
    made = QWidget()
    made.setMinimumHeight(2_000)
    return made


def scrolling(qtbot: QtBot, area: QScrollArea) -> QScrollArea:
    """The area, too low for what is in it."""
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    return area


def plain() -> QScrollArea:
    area = QScrollArea()
    area.setWidget(tall())
    return area


def column() -> QScrollArea:
    area = ScrollColumn("Settings")
    area.column.addWidget(tall())
    return area


def reading() -> QScrollArea:
    area = ReadingArea()
    area.body.addWidget(tall())
    return area


def test_qt_tells_of_a_scroll_bar_only_while_it_is_visible(qtbot: QtBot) -> None:
    area = scrolling(qtbot, plain())
    heard = as_heard(area)
    assert heard.childCount() == 2
    area.hide()
    assert heard.childCount() == 1  # and does not look before it gives the second


@pytest.mark.parametrize("make", [column, reading])
def test_ours_have_the_same_child_at_any_time(qtbot: QtBot, make: Callable[[], QScrollArea]) -> None:
    area = scrolling(qtbot, make())
    heard = as_heard(area)
    assert heard.childCount() == 1
    area.hide()
    assert heard.childCount() == 1
