"""The few sentences said after an answer, each with a place to listen to. Which: `simulator.analysis.findings`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import SPACE
from ui.widgets.card import Card
from ui.widgets.sentence_line import SentenceLine
from ui.words.shown_advice import ShownAdvice
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


class AdviceLine(SentenceLine):
    """One sentence, with a link to hear what it speaks of.

    Signals:
        play_requested(float, object): see `AdviceCard`.
    """

    play_requested = Signal(float, object)

    def __init__(self, shown: ShownAdvice, can_play: bool, parent: QWidget | None = None) -> None:
        advice = shown.advice
        link = f"Hear it ▸ {clock(advice.start_s)}" if can_play and advice.start_s is not None else ""
        super().__init__(shown.mark, advice.text, link, is_praise=shown.is_praise, parent=parent)
        self.pressed.connect(lambda: self.play_requested.emit(advice.start_s, advice.end_s))
