"""Reads a text aloud as the settings have it, for places where one may listen before one asks or answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.interview.question_reader import QuestionReader
    from ui.workers.settings_in_use import SettingsInUse


class ReadingAloud:
    """The voice that the user has chosen, at the speed that they have chosen."""

    def __init__(self, question_reader: QuestionReader, settings: SettingsInUse) -> None:
        self._question_reader = question_reader
        self._settings = settings

    def say(self, text: str) -> None:
        """Read it; whatever was being read is cut short."""
        self._question_reader.say(text, self._settings.now)

    def stop(self) -> None:
        """Fall silent."""
        self._question_reader.stop()
