"""Text of several lines with room between them, which a plain label cannot give."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.theme import TextRole
from ui.widgets.text import Text

_LEADING = 1.12  # on top of Inter's own 1.21: lines 1.36 of the type size apart, as drawn
_PREFERRED_WIDTH = 400


class Paragraph(Text):
    """Plain text set with generous leading, to the left or centred; a label to a screen reader."""

    def __init__(
        self, text: str = "", role: TextRole = "body", parent: QWidget | None = None, *, is_centred: bool = False
    ) -> None:
        super().__init__(text, role, parent)
        self._alignment = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeft

    def _set(self, width: float) -> tuple[QTextLayout, float]:
        """The text broken into lines for a width, and the height that they take."""
        self.ensurePolished()
        option = QTextOption(self._alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            gap = line.height() * (_LEADING - 1)
            line.setPosition(QPointF(0, top + gap / 2))
            top += line.height() + gap
        layout.endLayout()
        return layout, top

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return round(self._set(inner)[1] + 0.5) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return QSize(_PREFERRED_WIDTH, self.heightForWidth(_PREFERRED_WIDTH))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(120, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = self.contentsRect()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout, _ = self._set(area.width())
        layout.draw(painter, QPointF(area.topLeft()))
