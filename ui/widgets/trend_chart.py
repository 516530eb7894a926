"""One measure over time as a small curve. Draws what it is given; compares nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import CONTROL_RADIUS, Palette, colours, font
from ui.widgets.chart import Chart, Spot
from ui.widgets.painting import draw_focus_ring
from ui.words.trends import Trend, TrendPoint

_HEIGHT_PX: Final = 132
_POINT_PX: Final = 3.5
_SIDE_PX: Final = 8.0
_SCALE_PX: Final = 44.0
_SCALE_FONT_PX: Final = 11
_NEAR_PX: Final = 12.0
_ROUND: Final = (1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0, 6.0, 8.0, 10.0)


class TrendChart(Chart):
    """Dots for what was measured, a line for the user's own median of the time, the band behind them if there is one.

    The scale always begins at zero, so that a small change looks small. What was guessed is a ring above or below its
    dot.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self._highest = 1.0  # the uppermost line of the scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trend(self, trend: Trend) -> None:
        """Draw this curve; a screen reader is told every value."""
        self._trend = trend
        self._highest = _highest_of(trend)
        self.setAccessibleName(f"{trend.name}, {len(trend.points)} points")
        spots = [Spot(0, number, point.words, point.answer) for number, point in enumerate(trend.points)]
        said = "; ".join(point.words for point in trend.points)
        self.show_spots(spots, f"Oldest first: {said}. Arrow keys move from point to point; Enter opens an answer.")

    def area_of(self, spot: Spot) -> QRectF:
        at = self._place(spot.column, self._points[spot.column].value)
        return QRectF(at.x() - _NEAR_PX, at.y() - _NEAR_PX, 2 * _NEAR_PX, 2 * _NEAR_PX)

    @property
    def _points(self) -> tuple[TrendPoint, ...]:
        return self._trend.points if self._trend else ()

    def _y(self, value: float) -> float:
        room = self.height() - 2 * _SIDE_PX
        return self.height() - _SIDE_PX - room * value / self._highest

    def _place(self, number: int, value: float) -> QPointF:
        left, right = _SCALE_PX + _SIDE_PX, self.width() - _SIDE_PX
        count = len(self._points)
        share = number / (count - 1) if count > 1 else 0.5
        return QPointF(left + (right - left) * share, self._y(value))

    def _paint_ground(self, painter: QPainter, trend: Trend, palette: Palette) -> None:
        if trend.band is not None:
            low, high = self._y(trend.band[0]), self._y(trend.band[1])
            painter.fillRect(QRectF(_SCALE_PX, high, self.width() - _SCALE_PX, low - high), QColor(palette.accent_soft))
        painter.setFont(font(_SCALE_FONT_PX, tabular=True))
        for value in (0.0, self._highest / 2, self._highest):
            y = self._y(value)
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(QPointF(_SCALE_PX, y), QPointF(self.width(), y))
            painter.setPen(QColor(palette.soft))
            area = QRectF(0, y - _SIDE_PX, _SCALE_PX - _SIDE_PX, 2 * _SIDE_PX)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, trend.scale(value))

    def _paint_line(self, painter: QPainter, value: Callable[[TrendPoint], float | None], pen: QPen) -> None:
        """A line through what there is of one value, broken where there is none."""
        painter.setPen(pen)
        for before, after in pairwise(self._places(value)):
            if before is not None and after is not None:
                painter.drawLine(before, after)

    def _places(self, value: Callable[[TrendPoint], float | None]) -> Iterator[QPointF | None]:
        for number, point in enumerate(self._points):
            yield None if (at := value(point)) is None else self._place(number, at)

    def _paint_guesses(self, painter: QPainter, palette: Palette) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, point in enumerate(self._points):
            if point.guess is None:
                continue
            guessed = self._place(number, point.guess)
            painter.setPen(QPen(QColor(palette.faint), 1.5))
            painter.drawLine(self._place(number, point.value), guessed)
            painter.setPen(QPen(QColor(palette.amber), 2))
            painter.setBrush(QColor(palette.surface))
            painter.drawEllipse(guessed, _POINT_PX + 1, _POINT_PX + 1)

    def _paint_dots(self, painter: QPainter, palette: Palette) -> None:
        lit = self.lit
        for number, point in enumerate(self._points):
            is_lit = lit is not None and lit.column == number
            size = _POINT_PX + (2.5 if is_lit else 0)
            painter.setPen(QPen(QColor(palette.surface), 1.5))
            painter.setBrush(QColor(palette.ink if is_lit else palette.accent))
            painter.drawEllipse(self._place(number, point.value), size, size)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._trend is None:
            return
        palette = colours(self.window())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._trend, palette)
        self._paint_guesses(painter, palette)
        usual = QPen(QColor(palette.accent), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._paint_line(painter, lambda point: point.usual, usual)
        self._paint_dots(painter, palette)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)
        painter.end()


def _highest_of(trend: Trend) -> float:
    """A round number that holds every value, and is easily halved."""
    if trend.highest is not None:
        return trend.highest
    values = (*(point.value for point in trend.points), *(point.guess or 0.0 for point in trend.points))
    most = max(*values, trend.band[1] if trend.band else 0.0, 1.0)
    power = 10.0 ** math.floor(math.log10(most))
    return next(step * power for step in _ROUND if step * power >= most)
