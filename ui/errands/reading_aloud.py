"""Reads a text aloud as the settings have it, for places where one may listen before one asks or answers, and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from simulator.settings import Settings
    from ui.interview.question_reader import QuestionReader
    from ui.workers.settings_in_use import SettingsInUse


class ReadingAloud(QObject):
    """The voice that the user has chosen, at the speed that they have chosen.

    Signals:
        ended(): what was being read has been, or was cut short by whoever had something else to say.
    """

    ended = Signal()

    def __init__(self, question_reader: QuestionReader, settings: SettingsInUse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question_reader = question_reader
        self._settings = settings
        self._text = ""
        question_reader.fell_silent.connect(self._on_fell_silent)

    @property
    def text(self) -> str:
        """What is being read, or about to be; empty if nothing is. The questions of an interview are not in it."""
        return self._text

    def say(self, text: str, volume: float = 1.0) -> None:
        """Read it, so loud (0 to 1); whatever was being read is cut short."""
        self._say(text, self._settings.now, volume)

    def try_voice(self, text: str, voice_id: str | None, wpm: int) -> None:
        """Read it in a voice and at a speed that are not chosen yet."""
        self._say(text, replace(self._settings.now, voice_id=voice_id, voice_wpm=wpm))

    def prepare(self, text: str) -> None:
        """Have it at hand, so that it can be heard at once."""
        self._question_reader.prepare(text, self._settings.now)

    def stop(self) -> None:
        """Fall silent, unless it is an interview that speaks."""
        if self._text:
            self._question_reader.stop()

    def _say(self, text: str, settings: Settings, volume: float = 1.0) -> None:
        self._question_reader.say(text, settings, volume)
        self._text = text if self._question_reader.is_speaking else ""

    def _on_fell_silent(self) -> None:
        if self._text:
            self._text = ""
            self.ended.emit()
