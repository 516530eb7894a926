"""The code block of a question: as it was written, to be read and selected. Never run, never read as HTML."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import SPACE, monospace_font

_MOST_LINES: Final = 14
_AROUND_PX: Final = 7 * SPACE
_BESIDE_PX: Final = 12 * SPACE


class CodeView(QPlainTextEdit):
    """As high as its lines, up to 14; hidden where there is no code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Code")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(monospace_font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hide()

    def show_code(self, code: str | None) -> None:
        """Show this code, or nothing."""
        self.setVisible(code is not None)
        if code is not None:
            self.setPlainText(code.rstrip())
            self._fit(self.width())

    def _fit(self, width: int) -> None:
        lines = self.toPlainText().split("\n")
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        scroll_bar = self.horizontalScrollBar().sizeHint().height() if widest > width - _BESIDE_PX else 0
        self.setFixedHeight(min(_MOST_LINES, len(lines)) * metrics.lineSpacing() + _AROUND_PX + scroll_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())
