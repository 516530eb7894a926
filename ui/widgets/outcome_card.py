"""What a drill says of an answer: a sentence, and figures side by side. `simulator.drills` says it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from simulator.drills.outcome import Outcome
from ui.theme import SPACE, TextRole
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph
from ui.widgets.text import Text

_COLUMN_PX = 140


class OutcomeCard(Card):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=5 * SPACE)
        self._title = Text("", "strong")
        self._sentence = Paragraph("", "body")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(3, 1)
        self._cells: list[Text] = []
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addLayout(self._grid)
        self.hide()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show this and nothing of the one before; None hides the card."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        self.setVisible(outcome is not None)
        if outcome is None:
            return
        self.setAccessibleName(outcome.title)
        self._title.setText(outcome.title)
        self._sentence.setText(outcome.sentence)
        if outcome.rows:
            self._add_row(0, ("", *outcome.columns), "caption", "caption")
        for line, row in enumerate(outcome.rows, start=1):
            self._add_row(line, (row.name, row.first, row.second), "soft", "strong")

    def _add_row(self, line: int, texts: tuple[str, str, str], name_role: TextRole, value_role: TextRole) -> None:
        for column, text in enumerate(texts):
            cell = Text(text, value_role if column else name_role, wraps=False)
            cell.setMinimumWidth(_COLUMN_PX)
            self._grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignLeft)
            self._cells.append(cell)
            cell.show()
