"""One figure over the sessions as a small curve. Draws what it is given; compares nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import SPACE, Palette, colours
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.trends import Trend

_HEIGHT_PX: Final = 112
_POINT_PX: Final = 3.5
_SIDE_PX: Final = 6.0
_HEADROOM: Final = 1.12


class TrendChart(QFrame):
    """The curve itself: a line through what was measured, broken where nothing was, above the band if there is one.

    The scale always begins at zero, so that a small change looks small.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trend(self, trend: Trend) -> None:
        """Draw this curve; a screen reader is told every value."""
        self._trend = trend
        self.setAccessibleName(f"{trend.name} over {len(trend.values)} interviews")
        self.setAccessibleDescription(f"Oldest first: {', '.join(trend.texts)} {trend.unit}".rstrip())
        self.update()

    def _top_value(self, trend: Trend) -> float:
        if trend.highest is not None:
            return trend.highest
        highest = max(trend.measured, default=1.0)
        return max(highest, trend.band[1] if trend.band else 0.0, 1e-9) * _HEADROOM

    def _y(self, value: float, top_value: float) -> float:
        room = self.height() - 2 * _SIDE_PX
        return self.height() - _SIDE_PX - room * value / top_value

    def _points(self, trend: Trend) -> Iterator[QPointF | None]:
        """Where each session lies; None where nothing was measured."""
        top_value = self._top_value(trend)
        step = (self.width() - 2 * _SIDE_PX) / max(1, len(trend.values) - 1)
        for number, value in enumerate(trend.values):
            yield None if value is None else QPointF(_SIDE_PX + number * step, self._y(value, top_value))

    def _paint_ground(self, painter: QPainter, trend: Trend, palette: Palette) -> None:
        top_value = self._top_value(trend)
        if trend.band is not None:
            low, high = self._y(trend.band[0], top_value), self._y(trend.band[1], top_value)
            painter.fillRect(QRectF(0, high, self.width(), low - high), QColor(palette.accent_soft))
        painter.setPen(QPen(QColor(palette.line), 1))
        base = self._y(0.0, top_value)
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))

    def _paint_curve(self, painter: QPainter, trend: Trend, palette: Palette) -> None:
        accent = QColor(palette.accent)
        points = list(self._points(trend))
        painter.setPen(QPen(accent, 2))
        for before, after in pairwise(points):
            if before is not None and after is not None:
                painter.drawLine(before, after)
        measured = [point for point in points if point is not None]
        for point in measured:
            is_last = point is measured[-1]
            painter.setBrush(accent if is_last else QColor(palette.surface))
            size = _POINT_PX + (1 if is_last else 0)
            painter.drawEllipse(point, size, size)

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
        self._paint_curve(painter, self._trend, palette)
        painter.end()


class TrendCard(Card):
    """A curve with its name, its last value and a few words."""

    def __init__(self, trend: Trend, first_day: str, last_day: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self.setAccessibleName(trend.name)
        self.body.setSpacing(SPACE)
        chart = TrendChart()
        chart.show_trend(trend)
        days = QHBoxLayout()
        days.addWidget(Text(first_day, "caption", wraps=False))
        days.addStretch(1)
        days.addWidget(Text(last_day, "caption", wraps=False))
        self.body.addWidget(Text(trend.name, "caption"))
        self.body.addWidget(Text(f"{trend.latest} {trend.unit}".rstrip(), "figure"))
        self.body.addWidget(Text(self._words(trend), "caption"))
        self.body.addSpacing(2 * SPACE)
        self.body.addWidget(chart)
        self.body.addLayout(days)

    def _words(self, trend: Trend) -> str:
        parts = [trend.summary] if trend.summary else []
        if trend.band is not None:
            low, high = trend.band
            parts.append(f"shaded: {low:.0f} to {high:.0f}")
        return " · ".join(parts)
