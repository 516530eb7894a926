"""What was asked, above the answer: the question with its code, and for a follow-up the question it belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from question_bank.models import Question
from ui.theme import SPACE
from ui.widgets.code_view import CodeView
from ui.widgets.text import Text


class AskedQuestion(QWidget):
    """A follow-up speaks of the code of its question, which stands with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = Text("", "caption", selectable=True)
        self._text = Text("", "strong", selectable=True)
        self._code = CodeView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for part in (self._first, self._text, self._code):
            column.addWidget(part)
        self._first.hide()

    def show_asked(self, question: Question, first: Question | None = None) -> None:
        """Show a question; `first` is the one it follows up on."""
        self._first.setText("" if first is None else f"Follow-up to: {first.text}")
        self._first.setVisible(first is not None)
        self._text.setText(question.text)
        self._code.show_code(question.code or (first.code if first is not None else None))
