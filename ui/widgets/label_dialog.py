"""Asks for a session's name and tags. It keeps nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from simulator.store.history_view import LONGEST_NAME
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text_line import TextLine

_WIDTH_PX: Final = 460
_LONGEST_TAGS: Final = 400


class LabelDialog(QDialog):
    """Two lines to type into; Enter keeps them, Escape leaves everything as it was."""

    def __init__(self, own_title: str, name: str, tags: tuple[str, ...], parent: QWidget | None = None) -> None:
        """`own_title` is what the session is called without a name."""
        super().__init__(parent)
        self.setWindowTitle("Name and tags")
        self.setAccessibleName("Name and tags")
        self.setMinimumWidth(_WIDTH_PX)
        self._name = TextLine("Name", own_title, LONGEST_NAME)
        self._tags = TextLine("Tags", "For example: acme, second try", _LONGEST_TAGS)
        self._name.setText(name)
        self._tags.setText(", ".join(tags))
        self._name.selectAll()
        self._lay_out()

    @property
    def name(self) -> str:
        """The name as it was typed; "" for none."""
        return self._name.text().strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, between commas."""
        return tuple(tag.strip().lstrip("#") for tag in self._tags.text().split(",") if tag.strip())

    def _lay_out(self) -> None:
        tags = Field("Tags", self._tags)
        tags.show_words("Separate tags with commas.")
        save, cancel = Button("Save", look="primary", is_small=True), Button("Cancel", is_small=True)
        save.setDefault(True)
        save.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(Field("Name", self._name))
        column.addWidget(tags)
        column.addLayout(buttons)
