"""The days of a year on which one practised, as squares. It counts; it neither praises nor urges."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from simulator.progress.practice_days import DEEPEST, PracticeCalendar, PracticeDay
from ui.theme import CAPTION_PX, CONTROL_RADIUS, Palette, colours, font
from ui.widgets.chart import Chart, Spot
from ui.widgets.painting import draw_focus_ring
from ui.words.progress_sentences import calendar_words, day_practised
from ui.words.times import month_name, weekday_name

_HEAD_PX: Final = 22
_NAME_PX: Final = 36
_WIDEST_PX: Final = 18.0
_DAYS: Final = 7
_NAMED_ROWS: Final = (0, 2, 4)
_RADIUS: Final = 3.0


class PracticeCalendarView(Chart):
    """Weeks side by side, oldest left; each column is a week from its first weekday down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = PracticeCalendar()
        self.setAccessibleName("Days practised")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_calendar(self, calendar: PracticeCalendar) -> None:
        """Show these weeks."""
        self._calendar = calendar
        spots = [
            Spot(row, column, day_practised(day))
            for column, week in enumerate(calendar.weeks)
            for row, day in enumerate(week)
            if day.answers
        ]
        self.show_spots(spots, f"{calendar_words(calendar)} Arrow keys go from day to day.")
        self.updateGeometry()

    def area_of(self, spot: Spot) -> QRectF:
        return self._square(spot.row, spot.column)

    @property
    def _step_px(self) -> float:
        return min(_WIDEST_PX, (self.width() - _NAME_PX) / max(1, len(self._calendar.weeks)))

    def _square(self, row: int, column: int) -> QRectF:
        step = self._step_px
        size = step - (3 if step > 11 else 2)
        return QRectF(_NAME_PX + column * step, _HEAD_PX + row * step, size, size)

    def _paint_names(self, painter: QPainter, palette: Palette) -> None:
        painter.setFont(font(CAPTION_PX - 2))
        painter.setPen(QColor(palette.soft))
        for row in _NAMED_ROWS:
            day = self._calendar.weeks[0][row].day
            painter.drawText(QPointF(0, self._square(row, 0).bottom()), weekday_name(day)[:3])
        self._paint_months(painter)

    def _paint_months(self, painter: QPainter) -> None:
        """Above the column in which a month begins."""
        before, free_from = "", 0.0
        for column, week in enumerate(self._calendar.weeks):
            name, left = month_name(week[0].day)[:3], self._square(0, column).left()
            if name != before and left >= free_from:
                painter.drawText(QPointF(left, _HEAD_PX - 7), name)
                free_from = left + QFontMetrics(painter.font()).horizontalAdvance(name) + 8
            before = name

    def _paint_day(self, painter: QPainter, area: QRectF, day: PracticeDay, palette: Palette) -> None:
        colour = QColor(palette.accent if day.answers else palette.background)
        if day.answers:
            colour.setAlphaF(0.25 + 0.75 * day.depth / DEEPEST)
        painter.setPen(Qt.PenStyle.NoPen if day.answers else QColor(palette.line))
        painter.setBrush(colour)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)

    def sizeHint(self) -> QSize:
        return QSize(480, int(_HEAD_PX + _DAYS * self._step_px) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._calendar.weeks:
            return
        palette = colours(self.window())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter, palette)
        for column, week in enumerate(self._calendar.weeks):
            for row, day in enumerate(week):
                self._paint_day(painter, self._square(row, column), day, palette)
        if (lit := self.lit) is not None:
            draw_focus_ring(painter, self._square(lit.row, lit.column).toAlignedRect(), _RADIUS, palette)
        elif self.hasFocus():
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)
        painter.end()
