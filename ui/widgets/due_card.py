"""What is due today, in a card with a button to practise it. When one is due: `simulator.schedule`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from question_bank.labels import topic_label
from question_bank.models import Question
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.times import counted

_TOPICS_NAMED: Final = 4
_DOT: Final = "\u00a0· "  # stays with what is before it where the line ends
_NOTHING: Final = "What you have answered comes back here when it is time to answer it again."


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
        self._figure.setText(counted(len(due), "question") if due else "Nothing")
        self._topics.setText(_topics_of(due) if due else _NOTHING)
        self._button.setVisible(bool(due))
        rest = "" if at_once == len(due) else f", the first {at_once} of them"
        self._button.setAccessibleDescription(f"About {counted(minutes, 'minute')}{rest}." if due else "")


def _topics_of(due: Sequence[Question]) -> str:
    """The topics that are due, those that waited longest first: "Dropout · Pooling · 3 more topics"."""
    topics = list(dict.fromkeys(topic_label(question.topics[0]) for question in due if question.topics))
    named, rest = topics[:_TOPICS_NAMED], topics[_TOPICS_NAMED:]
    return _DOT.join([*named, counted(len(rest), "more topic")] if rest else named)
