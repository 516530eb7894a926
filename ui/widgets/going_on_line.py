"""The line that says that the interview goes on by itself, and how soon. What counts down is not its affair."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text

STAY: Final = "Stay here"
_STAYING: Final = "Staying here. Go on when you like."
_KEYS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_HANDS: Final = (*_KEYS, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class GoingOnLine(QWidget):
    """A countdown with a button that stops it; whatever the user presses or turns in this window stops it too.

    Signals:
        stay_requested(): the user is here, and wants to stay.
    """

    stay_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_counting = False
        self._words = Text("", "soft", wraps=False)
        self._stay = Button(STAY, "Space", is_small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._words)
        row.addWidget(self._stay)
        row.addStretch(1)
        self.setMinimumHeight(self._stay.sizeHint().height())  # the line stays as high when the button goes
        self._stay.clicked.connect(self.stay_requested)
        self.hide()

    def show_left(self, left_s: float, what: str) -> None:
        """Say in how many seconds `what` comes, such as "Next question". Said aloud once, when it begins."""
        self._words.setText(f"{what} in {math.ceil(left_s)} s")
        if not self._is_counting:
            self._set_counting(True)
            told = QAccessibleAnnouncementEvent(self, f"{self._words.text()}. Space: {STAY.lower()}.")
            QAccessible.updateAccessibility(told)

    def show_staying(self) -> None:
        """Nothing goes on by itself any more, after this answer."""
        self._set_counting(False)
        self._words.setText(_STAYING)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _STAYING))

    def clear(self) -> None:
        """Take the line away."""
        self._set_counting(False)
        self.hide()

    def _set_counting(self, is_counting: bool) -> None:
        if is_counting is not self._is_counting:
            self._is_counting = is_counting
            app = QApplication.instance()
            assert app is not None  # noqa: S101 - there are widgets
            app.installEventFilter(self) if is_counting else app.removeEventFilter(self)
        self._stay.setVisible(is_counting)
        self.show()

    def _is_hand(self, watched: QObject, event: QEvent) -> bool:
        is_here = isinstance(watched, QWidget) and watched.window() is self.window()
        return is_here and event.type() in _HANDS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space says "stay" and nothing else, whatever has the focus; anything else does what it does as well."""
        if not self._is_hand(watched, event):
            return super().eventFilter(watched, event)
        is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if is_space and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # so that it comes as a key, and is no shortcut
            return True
        self.stay_requested.emit()
        return is_space
