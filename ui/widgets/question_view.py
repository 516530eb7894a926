"""The question in large type, with its code below it. Nothing of it is ever read as HTML."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from question_bank.models import Question
from ui.theme import SPACE, set_role
from ui.widgets.code_view import CodeView
from ui.widgets.paragraph import Paragraph

WIDEST: Final = 900
_LONG_LETTERS: Final = 220


class QuestionView(QWidget):
    """`Question` to a screen reader, with the text as its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumWidth(WIDEST)
        self._text = Paragraph("", "question", is_centred=True)
        self._text.setAccessibleName("Question")
        self._code = CodeView()
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
        self._code.show_code(question.code)

    def set_compact(self, is_compact: bool) -> None:
        """Set the question smaller, in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._show_size()

    def _show_size(self) -> None:
        is_small = self._is_compact or len(self._text.text()) > _LONG_LETTERS
        set_role(self._text, "title" if is_small else "question")
