"""How the words of an answer look: their formats, and what is painted behind them. `transcript_view` places them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTextCharFormat

from ui.theme import CAPTION_PX, Palette, font
from ui.words.answer_marks import MarkKind
from ui.words.marked_transcript import PieceKind, TranscriptPiece

READING_PX: Final = 16
CHIP_MARGIN: Final = 2.5
PREFIX: Final = {PieceKind.STOP: "   "}  # room for the upright line before the words
_CHIP_RADIUS: Final = 4.0
_DASHES: Final = (4.0, 3.0)
_DOTS: Final = (1.5, 2.0)


class Formats:
    """The few looks that text has here, made once for a document; `hidden` kinds of marks look like any other word."""

    def __init__(self, palette: Palette, hidden: Collection[MarkKind] = ()) -> None:
        self.plain = coloured_format(palette.ink)
        self.filler = self.plain if MarkKind.FILLER in hidden else coloured_format(palette.amber_ink)
        self.repeat = coloured_format(palette.ink)
        if MarkKind.REPEAT not in hidden:
            self.repeat.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            self.repeat.setUnderlineColor(QColor(palette.amber))
        self.corrected = coloured_format(palette.ink)
        self.corrected.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self.corrected.setUnderlineColor(QColor(palette.accent))
        self.deleted = coloured_format(palette.soft)
        self.deleted.setFontStrikeOut(True)
        self.pause = coloured_format(palette.soft)
        self.stop = coloured_format(palette.accent_ink, CAPTION_PX, 600)

    def before(self, _piece: TranscriptPiece) -> QTextCharFormat:
        """How the space before a piece looks."""
        return self.plain

    def parts(self, piece: TranscriptPiece) -> Sequence[tuple[str, QTextCharFormat]]:
        """The piece cut where its look changes: punctuation belongs to no filler."""
        if piece.kind is PieceKind.PAUSE:
            return ((piece.text, self.pause),)
        if piece.kind is PieceKind.STOP:
            return ((PREFIX[piece.kind] + piece.text, self.stop),)
        if piece.kind is PieceKind.DELETED:
            return ((piece.text, self.deleted),)
        if piece.filler is None:
            return ((piece.text, self.plain if piece.change is None else self.corrected),)
        first, last = piece.bare
        marked = self.repeat if piece.filler_kind == "repeat" else self.filler
        return (
            (piece.text[:first], self.plain),
            (piece.text[first:last], marked),
            (piece.text[last:], self.plain),
        )


def coloured_format(colour: str, px: int = READING_PX, weight: int = 400) -> QTextCharFormat:
    """Text of one colour (`#RRGGBB`)."""
    text_format = QTextCharFormat()
    text_format.setFont(font(px, weight))
    text_format.setForeground(QBrush(QColor(colour)))
    return text_format


def paint_mark(painter: QPainter, look: str, rect: QRectF, palette: Palette) -> None:
    """Paint the mark called `look` behind `rect`, one line of it."""
    if look == "extra":
        painter.fillRect(rect.adjusted(-1, -0.5, 1, 0.5), QColor(palette.red_soft))
    elif look == "filler":
        painter.setBrush(QColor(palette.amber_soft))
        painter.drawRoundedRect(rect.adjusted(-CHIP_MARGIN, -0.5, CHIP_MARGIN, 0.5), _CHIP_RADIUS, _CHIP_RADIUS)
    elif look == "found":
        painter.setBrush(QColor(palette.accent_soft))
        painter.drawRoundedRect(rect.adjusted(-CHIP_MARGIN, -0.5, CHIP_MARGIN, 0.5), _CHIP_RADIUS, _CHIP_RADIUS)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2), QColor(palette.accent))
    elif look == "stop":
        x = rect.left() - 7
        painter.fillRect(QRectF(x, rect.top(), 2, rect.height()), QColor(palette.accent))
    elif look == MarkKind.CONTRARY:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.red), 1.4))
        painter.drawRoundedRect(rect.adjusted(-CHIP_MARGIN, -1, CHIP_MARGIN, 1), _CHIP_RADIUS, _CHIP_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
    elif look == MarkKind.HEDGE:
        _paint_line(painter, rect, palette.soft, _DASHES)
    elif look == MarkKind.RAMBLING:
        _paint_line(painter, rect.translated(0, 2), palette.red, _DOTS)


def _paint_line(painter: QPainter, rect: QRectF, colour: str, dashes: Sequence[float]) -> None:
    """A broken line below the words."""
    pen = QPen(QColor(colour), 1.6)
    pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left(), rect.bottom() + 1), QPointF(rect.right(), rect.bottom() + 1))
    painter.setPen(Qt.PenStyle.NoPen)


def paint_spoken(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Mark the word that sounds."""
    painter.setBrush(QColor(palette.accent_soft))
    painter.setPen(QPen(QColor(palette.accent), 1))
    painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), _CHIP_RADIUS, _CHIP_RADIUS)
