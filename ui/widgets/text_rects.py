"""Where characters of a document are painted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextDocument, QTextLine

from ui.theme import font
from ui.widgets.transcript_marks import READING_PX


def rects_of(document: QTextDocument, first: int, last: int) -> Iterator[QRectF]:
    """One rectangle a line around these characters, of one paragraph, in the coordinates of the document."""
    block = document.findBlock(first)
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    metrics = QFontMetricsF(font(READING_PX))
    first, last = first - block.position(), last - block.position()
    line = layout.lineForTextPosition(first)
    number = line.lineNumber() if line.isValid() else layout.lineCount()
    while number < layout.lineCount():
        line = layout.lineAt(number)
        line_first, line_last = line.textStart(), line.textStart() + line.textLength()
        if line_first >= last:
            return
        left, right = _x(line, max(first, line_first)), _x(line, min(last, line_last))
        baseline = origin.y() + line.y() + line.ascent()
        top, bottom = baseline - metrics.ascent(), baseline + metrics.descent()
        yield QRectF(origin.x() + left, top, right - left, bottom - top)
        number += 1


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # PySide gives the place and the position it settled on
    return float(found[0]) if isinstance(found, tuple) else 0.0
