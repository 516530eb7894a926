"""Tests the microphone: records a few seconds, plays them back at once, and says what was heard. Nothing is kept."""

from __future__ import annotations

import math
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from recordings.microphone_faults import SAID_IS_KEPT
from recordings.passing_sound import PassingSound
from recordings.pcm import BYTES_PER_SECOND, level_of
from recordings.voice_activity import LevelJudge, LevelWord
from ui.words.microphone_test import NOT_PLAYED, NOT_WRITTEN, STARTING, UNDER_WAY, VERDICTS, countdown

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.settings import Settings
    from ui.devices import ListeningPlayer, Microphones
    from ui.interview.flow import InterviewFlow
    from ui.interview.question_reader import QuestionReader
    from ui.workers.settings_in_use import SettingsInUse

LENGTH_S: Final = 4
_MOST_BYTES: Final = LENGTH_S * BYTES_PER_SECOND


class MicrophoneTestStage(Enum):
    """What a press of the button does next: begin, play back what was heard so far, fall silent."""

    IDLE = auto()
    RECORDING = auto()
    PLAYING = auto()


class MicrophoneTest(QObject):
    """Has the microphone of the settings open while it records; an interview that has begun keeps it on.

    Signals:
        stage_changed(object): `MicrophoneTestStage`.
        level_changed(float): 0 to 1.
        told(str, str): how long it still records, what was heard or what is the matter, and in which tone.
    """

    stage_changed = Signal(object)
    level_changed = Signal(float)
    told = Signal(str, str)

    def __init__(
        self,
        microphone: Microphones,
        player: ListeningPlayer,
        question_reader: QuestionReader,
        settings: SettingsInUse,
        flow: InterviewFlow,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """What is played back is written to `folder` meanwhile."""
        super().__init__(parent)
        self._microphone = microphone
        self._player = player
        self._question_reader = question_reader
        self._settings = settings
        self._flow = flow
        self._sound = PassingSound(folder)
        self._stage = MicrophoneTestStage.IDLE
        self._pcm = bytearray()
        self._judge = LevelJudge()
        self._microphone_id: str | None = None
        microphone.chunk_received.connect(self._on_chunk_received)
        microphone.lost.connect(self._on_lost)
        player.position_changed.connect(self._on_position_changed)
        player.finished.connect(self._on_finished)
        player.failed.connect(self._on_failed)
        question_reader.started.connect(self.end)
        settings.changed.connect(self._on_settings_changed)

    def go_on(self) -> None:
        """Begin; or record no longer and play back; or play no longer."""
        match self._stage:
            case MicrophoneTestStage.IDLE:
                self._begin()
            case MicrophoneTestStage.RECORDING:
                self._play_back()
            case MicrophoneTestStage.PLAYING:
                self.end()

    def end(self) -> None:
        """Nobody listens and nothing sounds any more; what was heard is gone."""
        was = self._stage
        self._enter(MicrophoneTestStage.IDLE)
        if was is MicrophoneTestStage.RECORDING:
            self._stop_listening()
            self.told.emit("", "")
        elif was is MicrophoneTestStage.PLAYING:
            self._player.stop()
        self._sound.forget()

    def _begin(self) -> None:
        if self._flow.is_running:
            self.told.emit(UNDER_WAY, "amber")
            return
        self._question_reader.stop()
        self._player.stop()
        self._judge = LevelJudge(over_s=LENGTH_S)
        self._microphone_id = self._settings.now.microphone_id
        self._enter(MicrophoneTestStage.RECORDING)
        self.told.emit(STARTING, "")
        self._microphone.open(self._microphone_id)

    def _play_back(self) -> None:
        """What the microphone still has when it is closed comes too late to be heard."""
        pcm, word = bytes(self._pcm[:_MOST_BYTES]), self._judge.word
        self._enter(MicrophoneTestStage.PLAYING)
        self._stop_listening()
        self.told.emit(VERDICTS[word], "green" if word is LevelWord.GOOD else "amber")
        if not any(pcm):
            self.end()
            return
        try:
            path = self._sound.write(pcm)
        except OSError as error:
            self._give_up(NOT_WRITTEN.format(reason=error.strerror))
        else:
            self._player.play(path)

    def _give_up(self, sentence: str) -> None:
        self.told.emit(sentence, "amber")
        self.end()

    def _stop_listening(self) -> None:
        self._pcm.clear()
        if not self._flow.is_running:
            self._microphone.close()
        self.level_changed.emit(0.0)

    def _enter(self, stage: MicrophoneTestStage) -> None:
        if stage is not self._stage:
            self._stage = stage
            self.stage_changed.emit(stage)

    def _on_chunk_received(self, chunk: bytes) -> None:
        if self._stage is not MicrophoneTestStage.RECORDING or self._question_reader.is_audible:
            return
        self._pcm += chunk
        self._judge.feed(chunk)
        self.level_changed.emit(level_of(chunk))
        left_s = (_MOST_BYTES - len(self._pcm)) / BYTES_PER_SECOND
        if left_s > 0:
            self.told.emit(countdown(math.ceil(left_s)), "")
        else:
            self._play_back()

    def _on_lost(self, sentence: str) -> None:
        if self._stage is MicrophoneTestStage.RECORDING:
            self.end()
            self.told.emit(sentence.replace(f" {SAID_IS_KEPT}", ""), "amber")  # nothing of it is

    def _on_position_changed(self) -> None:
        """It sounds, so it has been read; where the system lets it, the file goes already."""
        if self._stage is MicrophoneTestStage.PLAYING:
            self._sound.forget()

    def _on_finished(self) -> None:
        if self._stage is MicrophoneTestStage.PLAYING:
            self.end()

    def _on_failed(self) -> None:
        if self._stage is MicrophoneTestStage.PLAYING:
            self._give_up(NOT_PLAYED)

    def _on_settings_changed(self, settings: Settings) -> None:
        if self._stage is MicrophoneTestStage.RECORDING and settings.microphone_id != self._microphone_id:
            self.end()
