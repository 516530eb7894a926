"""What is due today, in a card with a button to practise it. When one is due: `simulator.schedule`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from question_bank.models import Question
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.due_questions import due_count, due_topics
from ui.words.interview_length import due_length


class DueCard(Card):
    """How many questions are due, and on what.

    Signals:
        practise_requested(): practise them now.
    """

    practise_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Due today", parent)
        self._figure = Text("", "figure")
        self._topics = Text("", "soft")
        self._button = Button("Practise what is due", is_small=True)
        for widget in (self._figure, self._topics):
            self.body.addWidget(widget)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(self.practise_requested)
        self.show_due((), 0, 0)

    def show_due(self, due: Sequence[Question], at_once: int, minutes: int) -> None:
        """Show what is due; practising takes `minutes` for the `at_once` of them that are asked first."""
        self._figure.setText(due_count(due))
        self._topics.setText(due_topics(due))
        self._button.setVisible(bool(due))
        self._button.setAccessibleDescription(due_length(len(due), at_once, minutes))
