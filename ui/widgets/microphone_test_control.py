"""The control of the microphone's test: one button, the level while it records, and what is said of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import SPACE, Tone
from ui.widgets.button import Button
from ui.widgets.level_meter import LevelMeter
from ui.widgets.text import Text

_TEST: Final = "Test microphone"
_LISTEN: Final = "Stop and listen"
_STOP: Final = "Stop playback"


class MicrophoneTestControl(QWidget):
    """Nothing but the button shows until it is pressed.

    Signals:
        pressed(): the button, or Escape while the test is under way.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = Button(_TEST, icon_name="mic")
        self._button.clicked.connect(self.pressed)
        self._meter = LevelMeter("Test level")
        self._words = Text("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for part in (self._button, self._meter, self._words):
            column.addWidget(part)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.activated.connect(self.pressed)
        self.show_idle()
        self.show_words("")

    def show_idle(self) -> None:
        """Offer the test."""
        self._show(_TEST, "mic", is_under_way=False, is_recording=False)

    def show_recording(self) -> None:
        """Show the level, and offer to stop and listen."""
        self._show(_LISTEN, "play", is_under_way=True, is_recording=True)

    def show_playing(self) -> None:
        """Offer to stop what is played back."""
        self._show(_STOP, "x", is_under_way=True, is_recording=False)

    def show_level(self, level: float) -> None:
        """Show a level from 0 to 1."""
        self._meter.show_level(level)

    def show_words(self, words: str, tone: Tone = "") -> None:
        """Say something below the button, also to a screen reader; "" takes the line away."""
        if words == self._words.text():
            return
        self._words.setText(words)
        self._words.set_tone(tone)
        self._words.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._words, words))

    def _show(self, offer: str, icon_name: str, *, is_under_way: bool, is_recording: bool) -> None:
        self._button.setText(offer)
        self._button.set_icon(icon_name)
        self._button.set_key_hint("Esc" if is_under_way else "")
        self._escape.setEnabled(is_under_way)
        self._meter.setVisible(is_recording)
