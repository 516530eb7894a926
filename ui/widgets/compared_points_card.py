"""What became of each key point from one answer to the other, and where to hear it in either. It judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.cell_grid import CellGrid
from ui.widgets.key_point_row import ROW_PX
from ui.widgets.text import Text
from ui.words.compared_points import ShownPointChange
from ui.words.comparison import EARLIER, LATER
from ui.words.key_point_verdicts import KEY_POINTS, hear_it_at
from ui.words.times import clock

_SHARES = (6, 0, 0, 3)


class ComparedPointsCard(Card):
    """One row a key point; hidden while there is none.

    Signals:
        play_requested(int, float): 0 for the earlier answer, 1 for the later one, and from which second.
    """

    play_requested = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(KEY_POINTS, parent, padding=5 * SPACE)
        self._grid = CellGrid(_SHARES)
        self.body.addWidget(self._grid)

    def show_points(self, points: Sequence[ShownPointChange], can_play: tuple[bool, bool]) -> None:
        """Show these and no others; `can_play` tells of either answer whether there is a recording."""
        self.hide()  # rows are made faster unseen
        self._grid.clear()
        self._grid.add_row([Text(words, "caption", wraps=not words) for words in ("", EARLIER, LATER, "")])
        for point in points:
            words, change = Text(point.text, "body"), Text(point.change, "body")
            words.setAccessibleName(point.spoken)
            change.set_tone(point.shade)
            for text in (words, change):
                text.setMinimumHeight(ROW_PX)
            places = [self._place(point, side) if can_play[side] else _sign(point, side) for side in (0, 1)]
            self._grid.add_row([words, *places, change])
        self.setVisible(bool(points))

    def _place(self, point: ShownPointChange, side: int) -> QWidget:
        place = (point.first, point.second)[side]
        if place.at_s is None:
            return _sign(point, side)
        at_s = place.at_s
        link = Button(f"{place.mark} {clock(at_s)}", look="link")
        answer = f"{(EARLIER, LATER)[side].lower()} answer"
        link.setAccessibleName(f"{hear_it_at(at_s)} in the {answer}: {point.text}")
        link.clicked.connect(lambda: self.play_requested.emit(side, at_s))
        return link


def _sign(point: ShownPointChange, side: int) -> QWidget:
    sign = Text((point.first, point.second)[side].mark, "body", wraps=False)
    sign.setMinimumHeight(ROW_PX)
    sign.setContentsMargins(SPACE, 0, 0, 0)
    return sign
