"""A flow: on to the next line where there is no room, and every widget in the middle of its line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import Flow


class Block(QWidget):
    """A widget of a fixed size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def test_lines_break_and_low_widgets_stand_in_the_middle(qtbot: QtBot) -> None:
    flow = Flow(spacing=10, line_spacing=5)
    qtbot.addWidget(flow)
    high, low, second, hidden = Block(60, 40), Block(30, 20), Block(50, 30), Block(50, 30)
    for block in (high, low, second, hidden):
        flow.add(block)
    hidden.hide()
    flow.resize(100, 100)
    flow.show()
    assert [(block.x(), block.y()) for block in (high, low, second)] == [(0, 0), (70, 10), (0, 45)]
    assert flow.heightForWidth(100) == 75
    assert flow.heightForWidth(200) == 40
