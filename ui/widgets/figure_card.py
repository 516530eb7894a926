"""One figure with its band or the user's own usual beside it. How it was measured is part of what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import SPACE, Tone
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.text import Text

_SHAPES: dict[Tone, str] = {"green": "● ", "amber": "▲ ", "red": "■ "}


class FigureCard(Card):
    """A caption, a large figure with its unit, and a note whose colour comes with a shape.

    With an explanation (formula, band, source) a small button asks for it; there is no room for it in the card.

    Signals:
        explanation_toggled(bool): the explanation is wanted, or not any more.
    """

    explanation_toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=4 * SPACE + 2)
        self._title = title
        self._figure = Text("", "figure", wraps=False)
        self._unit = Text("", "label")
        self._note = Text("", "caption")
        self._about = IconButton("info", f"About {title}", self, size=24)
        self._about.setCheckable(True)
        self._about.toggled.connect(self.explanation_toggled)
        self._lay_out()
        self.show_figure("–")

    def show_figure(self, figure: str, unit: str = "", note: str = "", tone: Tone = "") -> None:
        """Show a figure as text; `tone` colours the note and puts its shape before it."""
        self._figure.setText(figure)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self._note.setText(f"{_SHAPES.get(tone, '')}{note}" if note else "")
        self._note.set_tone(tone)
        self.setAccessibleName(f"{self._title}: {figure} {unit}".rstrip())
        self.setAccessibleDescription(note)

    def offer_explanation(self, is_offered: bool) -> None:
        """Show or hide the small button."""
        self._about.setVisible(is_offered)
        self._about.setChecked(False)

    def close_explanation(self) -> None:
        """Take the button back to not pressed."""
        self._about.setChecked(False)

    def _lay_out(self) -> None:
        self.body.setSpacing(SPACE)
        figures = QHBoxLayout()
        figures.setSpacing(SPACE + 2)
        figures.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBaseline)
        figures.addStretch(0)
        self.body.addWidget(Text(self._title, "caption"))
        self.body.addLayout(figures)
        self.body.addWidget(self._note)
        self.body.addStretch(1)
        self._about.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In the corner and not in the layout, where it would take the width that the title needs.
        self._about.resize(self._about.sizeHint())
        self._about.move(self.width() - self._about.width() - SPACE, SPACE)
