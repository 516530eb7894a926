"""Speaks the questions: rendered to a file beside the GUI, then played. Without a voice the text stands alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from simulator.settings import Settings
from ui.workers.jobs import Jobs

RINGS_ON_S: Final = 0.2  # the loudspeaker's own buffer still sounds when the player says that it has finished


class QuestionVoice(Protocol):
    """Renders text to a sound file; may block."""

    def cached(self, text: str, voice_id: str | None, wpm: int) -> Path | None: ...
    def render(self, text: str, voice_id: str | None, wpm: int) -> Path: ...


class SoundPlayer(Protocol):
    """Plays one file at a time."""

    @property
    def finished(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    def play(
        self, path: Path, start_s: float = 0.0, end_s: float | None = None, rate: float = 1.0, volume: float = 1.0
    ) -> None: ...
    def stop(self) -> None: ...


class QuestionReader(QObject):
    """Reads one text at a time aloud.

    Signals:
        started(): the voice begins to sound.
        spoken(): the text has been read, or could not be; either way one may go on.
        fell_silent(): what was being said is over, read to its end or not.
        voice_missing(str): said once, in words, when there is no voice or nothing to play it with.
    """

    started = Signal()
    spoken = Signal()
    fell_silent = Signal()
    voice_missing = Signal(str)

    def __init__(
        self,
        voice: QuestionVoice,
        player: SoundPlayer,
        jobs: Jobs,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._quiet_from_s = float("-inf")
        self._voice = voice
        self._player = player
        self._jobs = jobs
        self._turn = 0
        self._volume = 1.0
        self._is_speaking = False
        self._has_complained = False
        player.finished.connect(self._on_finished)
        player.failed.connect(self._on_failed)

    @property
    def is_speaking(self) -> bool:
        """Whether the voice sounds, or is about to."""
        return self._is_speaking

    @property
    def is_audible(self) -> bool:
        """Whether a microphone may hear the voice: while it sounds, and a moment longer."""
        return self._is_speaking or self._clock() < self._quiet_from_s

    def say(self, text: str, settings: Settings, volume: float = 1.0) -> None:
        """Read `text` aloud, so loud (0 to 1); `spoken` follows, unless `stop` comes first."""
        self.stop()
        self._is_speaking = True
        self._volume = volume
        turn = self._turn
        ready = self._voice.cached(text, settings.voice_id, settings.voice_wpm)
        if ready is not None:
            self._play(turn, ready)
            return
        self._jobs.run(
            lambda: self._voice.render(text, settings.voice_id, settings.voice_wpm),
            lambda path: self._play(turn, path),
            lambda error: self._give_up(turn, str(error)),
        )

    def prepare(self, text: str, settings: Settings) -> None:
        """Render `text` ahead, so that it can be heard at once when its turn comes."""
        if self._voice.cached(text, settings.voice_id, settings.voice_wpm) is None:
            self._jobs.run(lambda: self._voice.render(text, settings.voice_id, settings.voice_wpm), _ignore, _ignore)

    def stop(self) -> None:
        """Fall silent at once."""
        self._turn += 1
        if self._is_speaking:
            self._end_speech()
            self._player.stop()

    def _play(self, turn: int, path: Path) -> None:
        if turn == self._turn:
            self.started.emit()
            self._player.play(path, volume=self._volume)

    def _give_up(self, turn: int, sentence: str) -> None:
        if turn != self._turn:
            return
        if not self._has_complained:
            self._has_complained = True
            self.voice_missing.emit(sentence)
        self._on_finished()

    def _on_failed(self, sentence: str) -> None:
        if self._is_speaking:
            self._give_up(self._turn, sentence)

    def _on_finished(self) -> None:
        if self._is_speaking:
            self._end_speech()
            self._turn += 1
            self.spoken.emit()

    def _end_speech(self) -> None:
        self._is_speaking = False
        self._quiet_from_s = self._clock() + RINGS_ON_S
        self.fell_silent.emit()


_ignore: Callable[[object], None] = lambda _: None  # noqa: E731 - rendering ahead may fail: it is tried again in its turn
