"""How marks look in a recording, and on the chips that name them. Where they lie is `waveform`'s."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import Palette
from ui.words.answer_marks import MarkKind

NARROWEST_PX: Final = 8.0
_RADIUS: Final = 2.0
_LANE_PX: Final = 4.0  # of what lies over many words: a line along the edge, so that the bars stay in sight


def paint_sound_mark(painter: QPainter, kind: MarkKind, area: QRectF, palette: Palette) -> None:
    """Paint one mark over `area`, which is as high as the recording and as wide as the mark."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if kind is MarkKind.FILLER:
        _fill(painter, area, palette.amber, 0.24)
    elif kind is MarkKind.REPEAT:
        _outline(painter, area, palette.amber)
    elif kind is MarkKind.PAUSE:
        _fill(painter, area, palette.faint, 0.22)
    elif kind is MarkKind.HEDGE:
        _fill(painter, QRectF(area.left(), area.top(), area.width(), _LANE_PX), palette.soft, 1.0)
    elif kind is MarkKind.CONTRARY:
        _outline(painter, area, palette.red)
        _fill(painter, area, palette.red, 0.14)
    elif kind is MarkKind.RAMBLING:
        _fill(painter, QRectF(area.left(), area.bottom() - _LANE_PX, area.width(), _LANE_PX), palette.red, 0.7)
    else:
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.drawLine(QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom()))
    painter.restore()


def _fill(painter: QPainter, area: QRectF, colour: str, alpha: float) -> None:
    fill = QColor(colour)
    fill.setAlphaF(alpha)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)


def _outline(painter: QPainter, area: QRectF, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
