"""Text to be read and chosen from, as high as its words: it never scrolls itself, the page does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui.theme import font


class WholeText(QTextEdit):
    """Read-only text of `px` pixels in lines of `line_percent`, without a frame or a ground of its own."""

    def __init__(self, px: int, line_percent: float, margin_px: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_percent = line_percent
        # Qt puts the air of a line below its words; below the last line the card has air of its own.
        self._slack_px = QFontMetricsF(font(px)).height() * (line_percent / 100 - 1)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QTextEdit { border: none; padding: 0; }")  # lies on a card, which has both
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(margin_px)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    def begin_writing(self) -> QTextCursor:
        """Empty it, and give a cursor to write with, in one step until `endEditBlock`."""
        self.document().clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(self._line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        cursor.beginEditBlock()
        return cursor

    def _on_document_size_changed(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(400, max(1, round(self.document().size().height() - self._slack_px)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """All of it shows, so the wheel scrolls the page and never the text in its box."""
        event.ignore()
