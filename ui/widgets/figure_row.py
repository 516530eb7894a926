"""The figures of an answer side by side, in fewer columns where the window is narrow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.figure_card import FigureCard
from ui.widgets.paragraph import Paragraph
from ui.words.shown_measures import ShownMeasure

_NARROWEST_PX = 158
_GAP_PX = 3 * SPACE + 2


class FigureRow(QWidget):
    """A row of figure cards of equal width; it hides when there is nothing to show.

    One explanation at a time opens below the row, where it has the whole width.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[FigureCard] = []
        self._columns = 0
        self._explanations: dict[FigureCard, str] = {}
        self._explanation = Paragraph("", "caption")
        self._explanation_card = Card(padding=4 * SPACE)
        self._explanation_card.body.addWidget(self._explanation)
        self._explanation_card.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP_PX)
        column.addLayout(self._grid)
        column.addWidget(self._explanation_card)

    def show_figures(self, figures: Sequence[ShownMeasure]) -> None:
        """Show these and no others."""
        if [card.property("figure") for card in self._cards] != [figure.name for figure in figures]:
            self._make_cards(figures)
        for card, figure in zip(self._cards, figures, strict=True):
            card.show_figure(figure.value, figure.unit, figure.note, figure.shade)
            card.offer_explanation(bool(figure.explanation))
        self._explanations = {
            card: f"{figure.name}\n{figure.explanation}" for card, figure in zip(self._cards, figures, strict=True)
        }
        self.setVisible(bool(figures))

    @property
    def cards(self) -> tuple[FigureCard, ...]:
        return tuple(self._cards)

    def _make_cards(self, figures: Sequence[ShownMeasure]) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self._cards = [FigureCard(figure.name, self) for figure in figures]
        for card, figure in zip(self._cards, figures, strict=True):
            card.setProperty("figure", figure.name)
            card.explanation_toggled.connect(partial(self._on_explanation_toggled, card))
        self._columns = 0
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        fitting = max(1, (width + _GAP_PX) // (_NARROWEST_PX + _GAP_PX))
        lines = max(1, math.ceil(len(self._cards) / fitting))
        columns = max(1, math.ceil(len(self._cards) / lines))  # three and two rather than four and one
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
            card.show()

    def _on_explanation_toggled(self, card: FigureCard, is_wanted: bool) -> None:
        text = self._explanations.get(card, "")
        if is_wanted:
            for other in self._cards:
                if other is not card:
                    other.close_explanation()
            self._explanation.setText(text)
            self._explanation_card.show()
        elif self._explanation.text() == text:
            self._explanation_card.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())
