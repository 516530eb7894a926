"""Questions a candidate may ask, shown after the turn to ask. They are kept in `question_bank.questions_to_ask`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from question_bank.questions_to_ask import QuestionToAsk
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.paragraph import Paragraph

_SHOW: Final = "Show questions to practise"
_HIDE: Final = "Hide the questions"


class GoodQuestionsCard(Card):
    """Folded until one wants to see them; hidden when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Questions worth asking", parent, padding=5 * SPACE)
        self._reveal = Button(_SHOW, look="link", icon_name="chevron-down")
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal_toggled)
        self._list = QWidget()
        self._shown: list[QWidget] = []
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, SPACE, 0, 0)
        self._rows.setSpacing(0)
        self.body.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._list)
        self._on_reveal_toggled(False)
        self.hide()

    def show_questions(self, questions: Sequence[QuestionToAsk]) -> None:
        """Offer these, folded; none hides the card."""
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = []
        for question in questions:
            text, why = Paragraph(question.text, "strong"), Paragraph(question.why, "caption")
            why.setContentsMargins(0, 0, 0, 3 * SPACE)
            for row in (text, why):
                self._rows.addWidget(row)
                row.show()
                self._shown.append(row)
        self._reveal.setChecked(False)
        self.setVisible(bool(questions))

    def _on_reveal_toggled(self, is_open: bool) -> None:
        self._list.setVisible(is_open)
        self._reveal.setText(_HIDE if is_open else _SHOW)
        self._reveal.updateGeometry()
