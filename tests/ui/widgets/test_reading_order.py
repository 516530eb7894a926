"""Tab goes down the layout, whenever its controls were made."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import Flow
from ui.widgets.page import ScrollColumn
from ui.widgets.reading_order import tab_in_reading_order


def chain(widget: QWidget) -> list[str]:
    names: list[str] = []
    here = widget
    while not names or here is not widget:
        if isinstance(here, QPushButton):
            names.append(here.text())
        following = here.nextInFocusChain()
        assert following is not None
        here = following
    return names


def test_rows_made_last_have_their_turn_where_they_stand(qtbot: QtBot) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    below, above = QPushButton("last", screen), ScrollColumn("Rows")
    row = QHBoxLayout()
    row.addWidget(above)
    column = QVBoxLayout(screen)
    column.addLayout(row)
    column.addWidget(below)
    for name in ("first", "second"):
        above.column.addWidget(QPushButton(name))
    tab_in_reading_order(screen)
    assert chain(above.inner.findChildren(QPushButton)[0]) == ["first", "second", "last"]


def test_groups_that_wrap_have_their_turn_too(qtbot: QtBot) -> None:
    screen, flow, group = QWidget(), Flow(), QWidget()
    qtbot.addWidget(screen)
    line = QHBoxLayout(group)
    for name in ("second", "third"):
        line.addWidget(QPushButton(name))
    column = QVBoxLayout(screen)
    column.addWidget(flow)
    column.addWidget(QPushButton("last"))
    first = QPushButton("first")
    flow.add(first)
    flow.add(group)
    tab_in_reading_order(screen)
    assert chain(first) == ["first", "second", "third", "last"]
