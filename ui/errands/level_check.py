"""Listens before an interview, so that the user sees and reads whether they are heard well. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from recordings.microphone_faults import SAID_IS_KEPT
from recordings.pcm import level_of
from recordings.voice_activity import LevelJudge, LevelWord
from ui.theme import Tone

if TYPE_CHECKING:
    from simulator.settings import Settings
    from ui.devices import Microphones
    from ui.interview.flow import InterviewFlow
    from ui.workers.settings_in_use import SettingsInUse

_TONES: Final[dict[LevelWord, Tone]] = {
    LevelWord.WAITING: "",
    LevelWord.GOOD: "green",
    LevelWord.QUIET: "amber",
    LevelWord.LOUD: "amber",
    LevelWord.SILENCE: "amber",
}


class LevelCheck(QObject):
    """Keeps the microphone of the settings open from `begin` to `end`; an interview that has begun keeps it on.

    Signals:
        level_changed(float): 0 to 1.
        judged(str, str): what to say of it, and in which tone; also that the microphone is gone.
    """

    level_changed = Signal(float)
    judged = Signal(str, str)

    def __init__(
        self,
        microphone: Microphones,
        settings: SettingsInUse,
        flow: InterviewFlow,
        is_muted: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`is_muted` is asked for each chunk: the program's own voice says nothing about the user's."""
        super().__init__(parent)
        self._microphone = microphone
        self._settings = settings
        self._flow = flow
        self._is_muted = is_muted
        self._judge = LevelJudge()
        self._is_wanted = False
        self._microphone_id = settings.now.microphone_id
        settings.changed.connect(self._on_settings_changed)
        microphone.chunk_received.connect(self._on_chunk_received)
        microphone.lost.connect(self._on_lost)
        microphone.devices_changed.connect(self._on_devices_changed)

    def begin(self) -> None:
        """Listen, and judge afresh."""
        self._is_wanted = True
        self._open()

    def end(self) -> None:
        """Nobody listens any more, unless an interview does."""
        self._is_wanted = False
        if not self._flow.is_running:
            self._microphone.close()
        self.level_changed.emit(0.0)

    def open_anew(self) -> None:
        """Try the microphone of the settings once more."""
        self._microphone.close()
        if self._is_wanted:
            self._open()

    def _on_settings_changed(self, settings: Settings) -> None:
        before, self._microphone_id = self._microphone_id, settings.microphone_id
        if self._is_wanted and before != self._microphone_id:
            self.open_anew()

    def _open(self) -> None:
        self._judge = LevelJudge()
        if not self._microphone.is_open:
            self._microphone.open(self._settings.now.microphone_id)

    def _on_devices_changed(self) -> None:
        if self._is_wanted and self._microphone.devices():
            self._open()

    def _on_chunk_received(self, chunk: bytes) -> None:
        if self._is_wanted and not self._is_muted():
            self.level_changed.emit(level_of(chunk))
            word = self._judge.feed(chunk)
            self.judged.emit(str(word), _TONES[word])

    def _on_lost(self, sentence: str) -> None:
        if self._is_wanted:
            self.level_changed.emit(0.0)
            self.judged.emit(sentence.replace(f" {SAID_IS_KEPT}", ""), "amber")  # nothing was said to be kept yet
