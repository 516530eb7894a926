"""What to do with topics of an imported file that are not known here: one choice for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFormLayout, QWidget

from question_bank.coverage import WANTED
from question_bank.labels import topic_label
from ui.theme import SPACE
from ui.widgets.select import Select
from ui.widgets.text import label_for
from ui.words.imported_topics import own_topic
from ui.words.times import counted

if TYPE_CHECKING:
    from question_bank.exchange.topic_names import UnknownTopic  # takes its time to load; the window does not wait

MOST_TOPICS: Final = 4
"""So many are asked about; a file with more has a scheme of its own, and its questions do without."""


class TopicChoices(QWidget):
    """A drop-down list for each unknown topic; at first the questions do without it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selects: dict[str, Select] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(2 * SPACE)
        self.hide()

    @property
    def chosen(self) -> dict[str, str]:
        """The ids of the topics that were chosen, by the names that are not known."""
        values = {name: select.currentData() for name, select in self._selects.items()}
        return {name: value for name, value in values.items() if value}

    def show_topics(self, topics: Sequence[UnknownTopic]) -> None:
        """Ask about these, the first few of them."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._selects = {}
        for topic in topics[:MOST_TOPICS]:
            name = f"Topic for “{topic.name[:40]}” ({counted(topic.count, 'question')})"
            select = Select(name)
            select.show_options(_options(topic), "")
            self._form.addRow(label_for(select, name, "caption"), select)
            self._selects[topic.name] = select
        self.setVisible(bool(topics))


def _options(topic: UnknownTopic) -> tuple[tuple[str, object], ...]:
    """Without a topic, one of the user's own, those with a name like it, and then all others by name."""
    others = sorted(set(WANTED) - set(topic.nearest), key=topic_label)
    own = own_topic(topic.name)
    return (
        ("Leave without a topic", ""),
        *([(f"A topic of your own: {topic_label(own)}", own)] if own else []),
        *((topic_label(each), each) for each in (*topic.nearest, *others)),
    )
