"""The button that leads to an export, and its key. It exports nothing itself."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button


class ExportButton(Button):
    """Runs with the other links of a screen; its key works wherever it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Export…", look="link", icon_name="download", parent=parent)
        self.setShortcut(QKeySequence("Ctrl+E"))
        self.setToolTip("Export (Ctrl+E)")
