"""How topics went, week by week, as squares: the deeper, the more key points were made. Judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from question_bank.labels import topic_label
from simulator.progress.period import Stretch
from simulator.progress.topics import TopicCount, TopicRow
from ui.theme import CAPTION_PX, CONTROL_RADIUS, Palette, colours, font
from ui.widgets.chart import Chart, Spot
from ui.widgets.painting import draw_focus_ring
from ui.words.stretches import column_headings
from ui.words.topic_progress import cell_words

_HEAD_PX: Final = 26
_ROW_PX: Final = 28
_GAP_PX: Final = 3
_NAME_PX: Final = 196
_NAME_SHARE: Final = 0.34
_TOTAL_PX: Final = 96
_WIDEST_CELL_PX: Final = 150
_RADIUS: Final = 4.0
_PALEST: Final = 0.12
_WORDS_FROM_PX: Final = 36  # a share has room in a cell of this width


class HeatMap(Chart):
    """A row for each topic, a column for each stretch of time, and the total on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TopicRow, ...] = ()
        self._headings: tuple[str, ...] = ()
        self.setAccessibleName("Key points by topic and week")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[TopicRow], stretches: Sequence[Stretch]) -> None:
        """Show these topics over these stretches."""
        self._rows = tuple(rows)
        self._headings = column_headings(stretches)
        spots = [
            Spot(line, column, cell_words(row, stretches[column], count), count.latest)
            for line, row in enumerate(rows)
            for column, count in enumerate(row.cells)
            if count is not None
        ]
        self.show_spots(spots, "Arrow keys move between squares; Enter opens the latest answer.")
        self.updateGeometry()

    def area_of(self, spot: Spot) -> QRectF:
        return self._cell(spot.row, spot.column)

    @property
    def _name_px(self) -> float:
        return min(_NAME_PX, self.width() * _NAME_SHARE)

    @property
    def _step_px(self) -> float:
        room = self.width() - self._name_px - _TOTAL_PX
        return min(_WIDEST_CELL_PX, room / max(1, len(self._headings)))

    def _cell(self, row: int, column: int) -> QRectF:
        step = self._step_px
        gap = _GAP_PX if step > 4 * _GAP_PX else 1
        return QRectF(self._name_px + column * step, _HEAD_PX + row * _ROW_PX, step - gap, _ROW_PX - _GAP_PX)

    def _paint_headings(self, painter: QPainter, palette: Palette) -> None:
        painter.setFont(font(CAPTION_PX - 1))
        painter.setPen(QColor(palette.soft))
        free_from = 0.0
        for column, heading in enumerate(self._headings):
            left = self._cell(0, column).left()
            if heading and left >= free_from:
                painter.drawText(QPointF(left, _HEAD_PX - 8), heading)
                free_from = left + QFontMetrics(painter.font()).horizontalAdvance(heading) + 8

    def _paint_row(self, painter: QPainter, line: int, row: TopicRow, palette: Palette) -> None:
        ink = QColor(palette.ink if row.total.is_evidence else palette.soft)
        area = QRectF(0, _HEAD_PX + line * _ROW_PX, self._name_px - 10, _ROW_PX - _GAP_PX)
        painter.setFont(font(CAPTION_PX))
        painter.setPen(ink)
        name = topic_label(row.topic)
        name = QFontMetrics(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        total = QRectF(self._cell(line, len(row.cells)).left() + 10, area.top(), _TOTAL_PX - 10, area.height())
        painter.setFont(font(CAPTION_PX, tabular=True))
        painter.drawText(total, Qt.AlignmentFlag.AlignVCenter, f"{row.total.made} of {row.total.asked}")
        for column, count in enumerate(row.cells):
            self._paint_cell(painter, self._cell(line, column), count, palette)

    def _paint_cell(self, painter: QPainter, area: QRectF, count: TopicCount | None, palette: Palette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(palette.background) if count is None else _shade(count.share, palette)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        if count is None:
            return
        if area.width() >= _WORDS_FROM_PX:
            painter.setFont(font(CAPTION_PX - 1, tabular=True))
            painter.setPen(_ink_on(ground, palette))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{count.share:.0%}")
        if count.contrary:
            _paint_corner(painter, area, palette)

    def _paint_lit(self, painter: QPainter, palette: Palette) -> None:
        if (lit := self.lit) is not None:
            draw_focus_ring(painter, self._cell(lit.row, lit.column).toAlignedRect(), _RADIUS, palette)

    def sizeHint(self) -> QSize:
        return QSize(480, _HEAD_PX + len(self._rows) * _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self.window())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_headings(painter, palette)
        for line, row in enumerate(self._rows):
            self._paint_row(painter, line, row, palette)
        self._paint_lit(painter, palette)
        if self.hasFocus() and self.lit is None:
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)
        painter.end()


def _shade(share: float, palette: Palette) -> QColor:
    """Between the card's ground and the accent, by the share of key points made."""
    weight = _PALEST + (1 - _PALEST) * share
    ground, accent = QColor(palette.surface), QColor(palette.accent)
    mixed = (
        round(low + (high - low) * weight)
        for low, high in zip(ground.getRgb()[:3], accent.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


def _ink_on(ground: QColor, palette: Palette) -> QColor:
    """Whichever ink stands out more."""
    return max((QColor(palette.ink), QColor(palette.on_accent)), key=lambda ink: _contrast(ink, ground))


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _paint_corner(painter: QPainter, area: QRectF, palette: Palette) -> None:
    size = min(9.0, area.width() * 0.6)
    corner = area.topRight()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.red))
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))
