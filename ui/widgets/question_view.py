"""The question in large type, with its code below it. Nothing of it is ever read as HTML."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from question_bank.models import Question
from ui.theme import SPACE, monospace_font, set_role
from ui.widgets.paragraph import Paragraph

WIDEST: Final = 900
_LONG_LETTERS: Final = 220
_MOST_CODE_LINES: Final = 14


class QuestionView(QWidget):
    """`Question` to a screen reader, with the text as its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self._text = Paragraph("", "question", is_centred=True)
        self._text.setAccessibleName("Question")
        self._code = _code_surface()
        self._is_compact = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * SPACE)
        column.addWidget(self._text)
        column.addWidget(self._code)

    @property
    def text(self) -> str:
        """The words of the question."""
        return self._text.text()

    def show_question(self, question: Question) -> None:
        """Show a question; a long one is set smaller."""
        self._text.setText(question.text)
        self._show_size()
        self._text.setAccessibleDescription(question.text)
        self._code.setVisible(question.code is not None)
        if question.code is not None:
            self._show_code(question.code.rstrip())

    def set_compact(self, is_compact: bool) -> None:
        """Set the question smaller, in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._show_size()

    def _show_size(self) -> None:
        is_small = self._is_compact or len(self._text.text()) > _LONG_LETTERS
        set_role(self._text, "title" if is_small else "question")

    def _show_code(self, code: str) -> None:
        self._code.setPlainText(code)
        lines = min(_MOST_CODE_LINES, code.count("\n") + 1)
        metrics = self._code.fontMetrics()
        widest = max(metrics.horizontalAdvance(line) for line in code.split("\n"))
        scroll_bar = self._code.horizontalScrollBar().sizeHint().height() if widest > WIDEST - 12 * SPACE else 0
        self._code.setFixedHeight(lines * metrics.lineSpacing() + 7 * SPACE + scroll_bar)


def _code_surface() -> QPlainTextEdit:
    surface = QPlainTextEdit()
    surface.setAccessibleName("Code")
    surface.setReadOnly(True)
    surface.setFrameShape(QFrame.Shape.NoFrame)
    surface.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    surface.setFont(monospace_font())
    surface.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    surface.setTabChangesFocus(True)
    surface.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    surface.hide()
    return surface
