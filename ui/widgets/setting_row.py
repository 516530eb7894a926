"""One setting: what it is on the left, the control on the right, or below where room is short. No settings in here."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.page import TurningRow
from ui.widgets.text import Text, label_for

_NARROW_PX = 460


class SettingRow(TurningRow):
    """Label and hint beside a control."""

    def __init__(self, label: str, hint: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(_NARROW_PX, 2 * SPACE, parent)
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addStretch(1)
        words.addWidget(label_for(control, label, "body"))
        if hint:
            words.addWidget(Text(hint, "caption"))
        words.addStretch(1)
        self.row.addLayout(words, 5)
        self.row.addWidget(control, 4)
