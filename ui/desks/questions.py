"""Joins the Questions screen to the bank and its full-text search."""

from __future__ import annotations

from PySide6.QtCore import QObject

from question_bank.models import Question
from simulator.store.question_index import QuestionIndex
from ui.equipment import Equipment
from ui.screens.questions import QuestionsScreen


class QuestionsDesk(QObject):
    """The whole bank, searched as one types."""

    def __init__(self, screen: QuestionsScreen, equipment: Equipment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._equipment = equipment
        self._index: QuestionIndex | None = None
        self._text = ""
        screen.search_changed.connect(self._on_search_changed)
        screen.hear_requested.connect(self._on_hear_requested)

    def enter(self) -> None:
        """Show what the search field asks for, at first everything, and the packs that are broken."""
        self._screen.show_questions(self._found(), self._equipment.bank.broken)

    def leave(self) -> None:
        """Fall silent."""
        self._equipment.asking.stop()

    def _on_search_changed(self, text: str) -> None:
        self._text = text
        self.enter()

    def _found(self) -> tuple[Question, ...]:
        bank = self._equipment.bank
        if not self._text.strip():
            return bank.questions
        return self._searched(self._text)

    def _searched(self, text: str) -> tuple[Question, ...]:
        if self._index is None:
            self._index = QuestionIndex(self._equipment.bank.questions)
        return self._index.search(text)

    def _on_hear_requested(self, text: str) -> None:
        self._equipment.asking.say(text, self._equipment.settings)
