"""The few sentences said after an answer, each with a place to listen to. Which: `simulator.analysis.findings`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.shown_advice import PRAISE, ShownAdvice
from ui.words.times import clock


class AdviceCard(Card):
    """Numbered sentences, then praise, with links to hear what they speak of; hidden when there are none.

    Signals:
        play_requested(float, object): from and to in seconds; to is None for "to the end".
    """

    play_requested = Signal(float, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=4 * SPACE)
        self.setAccessibleName("Advice")
        self.body.setContentsMargins(5 * SPACE, 3 * SPACE + 1, 5 * SPACE, 3 * SPACE + 1)
        self.body.setSpacing(SPACE - 1)
        self._lines: list[AdviceLine] = []

    def show_advice(self, advice: Sequence[ShownAdvice], can_play: bool = True) -> None:
        """Show these sentences and no others; without a recording there is nothing to hear."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [AdviceLine(one, can_play, self) for one in advice]
        for line in self._lines:
            line.play_requested.connect(self.play_requested)
            self.body.addWidget(line)
            line.show()
        self.setVisible(bool(advice))


class AdviceLine(QWidget):
    """One sentence; its link follows right behind it while the sentence fits on a line.

    Signals:
        play_requested(float, object): see `AdviceCard`.
    """

    play_requested = Signal(float, object)

    def __init__(self, shown: ShownAdvice, can_play: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = shown.advice
        self._mark = _mark_of(shown)
        self._sentence = Text(self._advice.text, "body", selectable=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * SPACE)
        top = Qt.AlignmentFlag.AlignTop
        self._sentence.setAlignment(top)  # a taller row would centre it, lower than its number
        self._row.addWidget(self._mark, 0, top)
        self._row.addWidget(self._sentence, 1)
        self._link: Button | None = None
        if can_play and self._advice.start_s is not None:
            self._link = self._make_link(self._advice.start_s)
            self._row.addWidget(self._link, 0, top)
        self._row.addStretch(0)
        for label in (self._mark, self._sentence):
            label.setContentsMargins(0, SPACE, 0, SPACE)  # the first line level with the link

    def _make_link(self, start_s: float) -> Button:
        link = Button(f"Hear it ▸ {clock(start_s)}", look="link", parent=self)
        link.setAccessibleDescription(self._advice.text)
        link.clicked.connect(self._on_link_clicked)
        return link

    def _on_link_clicked(self) -> None:
        self.play_requested.emit(self._advice.start_s, self._advice.end_s)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        natural = QFontMetrics(self._sentence.font()).horizontalAdvance(self._advice.text) + SPACE
        self._sentence.setMaximumWidth(natural)


def _mark_of(shown: ShownAdvice) -> Text:
    mark = Text(shown.mark, "strong", wraps=False)
    mark.set_tone("green" if shown.is_praise else "accent")
    if shown.is_praise:
        mark.setAccessibleName(PRAISE)
    return mark
