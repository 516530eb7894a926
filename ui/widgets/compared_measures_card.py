"""The measures of two answers side by side, each with what became of it. Measures and judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.cell_grid import CellGrid
from ui.widgets.text import Text, set_tool_tip
from ui.words.compared_measures import ShownChange, ShownNumber
from ui.words.comparison import EARLIER, LATER

_SHARES = (4, 4, 4, 3)


class ComparedMeasuresCard(Card):
    """One row a measure; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Measures", parent, padding=5 * SPACE)
        self._grid = CellGrid(_SHARES)
        self.body.addWidget(self._grid)

    def show_changes(self, changes: Sequence[ShownChange]) -> None:
        """Show these and no others."""
        self.hide()  # rows are made faster unseen
        self._grid.clear()
        self._grid.add_row([Text(words, "caption") for words in ("", EARLIER, LATER, "")])
        for change in changes:
            self._grid.add_row(_cells(change))
        self.setVisible(bool(changes))


def _cells(change: ShownChange) -> Sequence[QWidget]:
    name, moved = Text(change.name, "body"), Text(change.moved, "body")
    name.setAccessibleName(change.spoken)
    name.setAccessibleDescription(change.explanation)
    moved.set_tone(change.shade)
    for text in (name, moved):
        set_tool_tip(text, change.explanation)
    return name, _number(change.first), _number(change.second), moved


def _number(number: ShownNumber) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(number.number, "strong"))
    if number.note:
        column.addWidget(Text(number.note, "caption"))
    return cell
