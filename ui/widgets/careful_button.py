"""The button that has an answer listened to once more, by a better model; it is there only where that would help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button

_LISTEN = "Listen again, carefully"
_LISTENING = "Listening again…"


class CarefulButton(Button):
    """Says what it does, or that it is being done; its name stays."""

    def __init__(self, parent: QWidget | None = None, *, is_small: bool = False) -> None:
        super().__init__(_LISTEN, is_small=is_small, parent=parent)
        self.setAccessibleName(_LISTEN)
        self.hide()

    def show_now(self, *, is_offered: bool, is_under_way: bool) -> None:
        """Offer it, or say that it is under way."""
        self.setText(_LISTENING if is_under_way else _LISTEN)
        self.setEnabled(not is_under_way)
        self.setVisible(is_offered or is_under_way)
        self.updateGeometry()
