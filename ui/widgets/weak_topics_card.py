"""The topics that need work, and a button to practise them. Which these are: `simulator.progress.topics`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from question_bank.labels import topic_label
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words.topic_progress import weak_sentence, weak_words

if TYPE_CHECKING:
    from simulator.progress.topics import TopicRow


class WeakTopicsCard(Card):
    """A line for each weak topic, weakest first; a sentence where none is.

    Signals:
        practise_requested(object): tuple of topic ids to be practised.
    """

    practise_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Topics that need work", parent, padding=5 * SPACE)
        self._topics: tuple[str, ...] = ()
        self._sentence = Text("", "soft")
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        self._grid.setColumnStretch(1, 1)
        self._button = Button("Practise these", "", "primary", is_small=True)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._holder)
        self.body.addSpacing(SPACE)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.clicked.connect(lambda: self.practise_requested.emit(self._topics))

    def show_topics(self, rows: Sequence[TopicRow], weak: Sequence[TopicRow]) -> None:
        """Show the `weak` among the topics of `rows`."""
        self._topics = tuple(row.topic for row in weak)
        self._sentence.setText(weak_sentence(rows, weak))
        self._sentence.setVisible(not weak)
        self._holder.setVisible(bool(weak))
        self._button.setVisible(bool(weak))
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, row in enumerate(weak):
            self._grid.addWidget(Text(topic_label(row.topic), "strong"), number, 0)
            self._grid.addWidget(Text(weak_words(row), "soft"), number, 1)
