"""What every chart shares: spots that mouse and arrow keys reach, each with its words and the answer it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from ui.widgets.text import tip_of

_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing of a chart to point at, by its row and column; `answer` is what it opens, None if nothing."""

    row: int
    column: int
    words: str
    answer: int | None = None


class Chart(QFrame):
    """A picture of spots. Tab comes to it once, arrow keys go from spot to spot, Enter or a click opens the answer.

    Signals:
        answer_opened(int): the answer behind a spot is wanted.
    """

    answer_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._spots: tuple[Spot, ...] = ()
        self._summary = ""
        self._current: Spot | None = None
        self._hovered: Spot | None = None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Everything there is to point at."""
        return self._spots

    @property
    def current(self) -> Spot | None:
        """The spot the arrow keys stand on."""
        return self._current

    @property
    def lit(self) -> Spot | None:
        """The spot to be drawn as the one meant: under the mouse, else that of the keyboard."""
        return self._hovered or (self._current if self.hasFocus() else None)

    def show_spots(self, spots: Sequence[Spot], summary: str) -> None:
        """Show these; `summary` tells a screen reader what the picture says as a whole."""
        self._spots, self._summary = tuple(spots), summary
        self._hovered, self._current = None, None
        self.setAccessibleDescription(summary)
        self.update()

    def area_of(self, spot: Spot) -> QRectF:
        """Where a spot is drawn; subclasses say so."""
        raise NotImplementedError

    def spot_at(self, position: QPointF) -> Spot | None:
        """The spot that is nearest to the mouse, if it is on one."""
        found = [spot for spot in self._spots if self.area_of(spot).contains(position)]
        return min(found, key=lambda spot: _distance(self.area_of(spot).center(), position), default=None)

    def _stand_on(self, spot: Spot | None) -> None:
        self._current = spot
        self.setAccessibleDescription(spot.words if spot else self._summary)
        self.update()

    def _step(self, rows: int, columns: int) -> None:
        if self._current is None:
            self._stand_on(self._first())
            return
        here = self._current
        beyond = [one for one in self._spots if _is_beyond(here, one, rows, columns)]
        self._stand_on(min(beyond, key=_nearness(here), default=here))

    def _first(self) -> Spot | None:
        """Where the keyboard begins: the newest of the top row."""
        return min(self._spots, key=lambda spot: (spot.row, -spot.column), default=None)

    def _open(self, spot: Spot | None) -> None:
        if spot is not None and spot.answer is not None:
            self.answer_opened.emit(spot.answer)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            if spot is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip_of(spot.words), self, self.area_of(spot).toAlignedRect())
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if spot is not self._hovered:
            self._hovered = spot
            opens = spot is not None and spot.answer is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._open(self.spot_at(event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None:
            self._stand_on(self._first())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._spots:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._open(self._current)
        else:
            super().keyPressEvent(event)


def _is_beyond(here: Spot, there: Spot, rows: int, columns: int) -> bool:
    if rows:
        return (there.row - here.row) * rows > 0
    return there.row == here.row and (there.column - here.column) * columns > 0


def _nearness(here: Spot) -> Callable[[Spot], tuple[int, int]]:
    """First the nearest row, within it the nearest column."""
    return lambda spot: (abs(spot.row - here.row), abs(spot.column - here.column))


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
