"""One line of what was just said: settled words, then those that may still change. It knows no speech engine."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import BODY_PX, colours, font

_PX = BODY_PX + 2
_WIDEST = 860
_CUT = "… "


class CaptionLine(QLabel):
    """The newest words, cut on the left where they do not fit; tentative ones are softer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName("Captions")
        self.setFont(font(_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settled = self._tentative = ""

    def show_words(self, settled: str, tentative: str) -> None:
        """Show what was heard so far."""
        self._settled, self._tentative = settled.strip(), tentative.strip()
        self.setAccessibleDescription(f"{self._settled} {self._tentative}".strip())
        self.update()

    def _fitting(self, metrics: QFontMetrics, width: int) -> tuple[str, str]:
        """The last words that fit, settled and tentative."""
        settled, tentative = self._settled.split(), self._tentative.split()
        is_cut = False
        while settled or tentative:
            start = " ".join(settled) + (" " if settled and tentative else "")
            parts = (_CUT if is_cut else "") + start, " ".join(tentative)
            if metrics.horizontalAdvance("".join(parts)) <= width:
                return parts
            is_cut = True
            (settled or tentative).pop(0)
        return "", ""

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, QFontMetrics(self.font()).height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        settled, tentative = self._fitting(metrics, self.width())
        settled_width = metrics.horizontalAdvance(settled)
        left = (self.width() - settled_width - metrics.horizontalAdvance(tentative)) // 2
        palette = colours(self)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink))
        painter.drawText(QRect(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, settled)
        painter.setPen(QColor(palette.soft))
        rest = QRect(left + settled_width, 0, self.width(), self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, tentative)
