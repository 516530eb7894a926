"""What of a file is to be imported: its questions to tick, and what to do with topics that are not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from question_bank.models import Question
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.tick_list import TickList
from ui.widgets.topic_choices import TopicChoices

if TYPE_CHECKING:
    from question_bank.exchange.topic_names import UnknownTopic

_LOWEST_PX: Final = 120


class ImportPreview(QWidget):
    """All questions are ticked at first.

    Signals:
        changed(): other questions are ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = TickList("Questions to import")
        self._list.setMinimumHeight(_LOWEST_PX)
        self._count = Text("", "caption")
        self._all = Button("Tick all", look="quiet", is_small=True)
        self._none = Button("Tick none", look="quiet", is_small=True)
        self._topics = TopicChoices()
        self._list.ticks_changed.connect(self._on_ticks_changed)
        self._all.clicked.connect(lambda: self._list.tick_all(is_ticked=True))
        self._none.clicked.connect(lambda: self._list.tick_all(is_ticked=False))
        self._lay_out()

    @property
    def ticked_ids(self) -> frozenset[str]:
        """The ids of the questions that are to come in."""
        return self._list.ticked_ids

    @property
    def chosen_topics(self) -> dict[str, str]:
        """The topics that were chosen, by the names that are not known."""
        return self._topics.chosen

    def show_found(self, questions: Sequence[Question], unknown_topics: Sequence[UnknownTopic]) -> None:
        """Show what a file holds."""
        self._list.show_questions(questions)
        self._topics.show_topics(unknown_topics)
        self._show_count()

    def take_focus(self) -> None:
        """Go to the first question."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._count, 1)
        row.addWidget(self._all)
        row.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(row)
        column.addWidget(self._list, 1)
        column.addWidget(self._topics)

    def _on_ticks_changed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        ticked, found = len(self._list.ticked_ids), self._list.model().rowCount()
        self._count.setText(f"{ticked:,} of {found:,} ticked. Press Space to tick or untick a question.")
