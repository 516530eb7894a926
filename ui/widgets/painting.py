"""Strokes that several widgets share: the focus ring, the rounded box, the key badge. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.theme import SPACE, Palette, font

BADGE_GAP = 2 * SPACE + 2

_BADGE_FONT_PX = 12
_BADGE_HEIGHT = 20
_BADGE_MARGIN = 7
_BADGE_RADIUS = 5.0


def draw_box(painter: QPainter, rect: QRect, radius: float, fill: str | None, line: str | None) -> None:
    """A rounded box with a crisp one-pixel line, inside `rect`."""
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), 1) if line else Qt.PenStyle.NoPen)
    inset = 0.5 if line else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_focus_ring(painter: QPainter, rect: QRect, radius: float, palette: Palette, inset: float = 1.0) -> None:
    """Two pixels of ink just inside `rect`, so that a keyboard user sees where the focus is on any fill."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.ink), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def badge_width(key: str) -> int:
    """How wide the badge of a key is, in pixels; 0 for no key."""
    if not key:
        return 0
    metrics = QFontMetrics(font(_BADGE_FONT_PX, 500))
    return max(_BADGE_HEIGHT, metrics.horizontalAdvance(key) + 2 * _BADGE_MARGIN)


def draw_badge(painter: QPainter, key: str, left: int, middle: int, ink: str, line: str) -> None:
    """A key's name in a small box, its left edge at `left`, centred on the height `middle`."""
    rect = QRect(left, middle - _BADGE_HEIGHT // 2, badge_width(key), _BADGE_HEIGHT)
    draw_box(painter, rect, _BADGE_RADIUS, None, line)
    painter.setFont(font(_BADGE_FONT_PX, 500))
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
