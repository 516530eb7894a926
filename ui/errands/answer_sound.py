"""The sound of kept answers: its waveform, read beside the window, and its playback."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from recordings.errors import RecordingError
from recordings.kept_peaks import kept_peaks
from recordings.take_folder import STATE_SENTENCES, TakeState
from simulator.store.records import LET_GO
from ui.messages import Message, MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from recordings.take_folder import TakeFolder
    from simulator.store.records import AnswerId, AnswerRecord
    from ui.devices import ListeningPlayer
    from ui.messages import Messages
    from ui.workers.jobs import Jobs


class AnswerSound:
    """Plays one answer at a time, at `volume` per cent. Nothing sounds where there is no recording: a typed answer has
    none.
    """

    def __init__(
        self, library: TakeFolder, player: ListeningPlayer, jobs: Jobs, messages: Messages, volume: int = 100
    ) -> None:
        self._library = library
        self._player = player
        self._jobs = jobs
        self._messages = messages
        self._volume = volume
        self._answer_id: AnswerId | None = None

    def may_be(self, answer_id: AnswerId | None) -> bool:
        """Whether what sounds, if anything, may be this answer; False while another one was played last."""
        return self._answer_id is None or self._answer_id == answer_id

    @property
    def position_changed(self) -> SignalInstance:
        """Where the player is, in seconds of the answer."""
        return self._player.position_changed

    @property
    def playing_changed(self) -> SignalInstance:
        """Whether it plays."""
        return self._player.playing_changed

    @property
    def finished(self) -> SignalInstance:
        """What was played has come to its end."""
        return self._player.finished

    def read_waveform(
        self, record: AnswerRecord, show: Callable[[list[float]], None], is_awaited: Callable[[], bool]
    ) -> None:
        """Have `show` called with the heights of the waveform, none where there is no sound.

        Whether it is as it was saved is looked at afterwards: that reads all of it, where the heights may be kept. A
        recording that cannot be read, or is not as it was saved, is told if the answer `is_awaited` still.
        """
        path = self._path_of(record)
        if path is None:
            show([])
            return

        def tell(sentence: str) -> None:
            if sentence and is_awaited():
                self._messages.tell(Message(MessageKind.RECORDING_UNREADABLE, sentence))

        def show_read(heights: list[float]) -> None:
            show(heights)
            self._jobs.run(lambda: self._state_of(record), lambda state: tell(STATE_SENTENCES[state]), raise_again)

        def raise_again(error: Exception) -> None:
            raise error

        def show_nothing(error: Exception) -> None:
            if not isinstance(error, RecordingError):
                raise error
            is_let_go = record.sha256 == LET_GO
            tell(STATE_SENTENCES[TakeState.LET_GO] if is_let_go else str(error))
            show([])

        self._jobs.run(lambda: kept_peaks(path), show_read, show_nothing)

    def play(self, record: AnswerRecord | None, start_s: float, end_s: float | None = None, rate: float = 1.0) -> None:
        """Play a stretch of it; to the end without `end_s`."""
        path = self._path_of(record)
        if record is not None and path is not None:
            self._answer_id = record.id
            self._player.play(path, start_s, end_s, rate, self.volume)

    def toggle(
        self, record: AnswerRecord | None, position_s: float, rate: float = 1.0, end_s: float | None = None
    ) -> None:
        """Pause what plays; else play from `position_s` on; to the end without `end_s`."""
        if self._player.is_playing:
            self._player.toggle_pause()
        else:
            self.play(record, position_s, end_s, rate)

    def set_rate(self, rate: float) -> None:
        """Faster or slower from now on."""
        self._player.set_rate(rate)

    @property
    def volume(self) -> float:
        """How loud it is, 0 to 1 as one hears it."""
        return self._volume / 100

    def set_volume(self, percent: int) -> None:
        """Louder or softer from now on, whatever sounds."""
        self._volume = percent
        self._player.set_volume(self.volume)

    def stop(self) -> None:
        """Fall silent."""
        self._player.stop()

    def _state_of(self, record: AnswerRecord) -> TakeState:
        """Whether it is as it was saved; what was never saved whole is taken as it is."""
        if record.file_name is None or record.samples is None:
            return TakeState.WHOLE
        return self._library.check(record.file_name, record.samples, record.sha256)

    def _path_of(self, record: AnswerRecord | None) -> Path | None:
        return self._library.path_of(record.file_name) if record and record.file_name else None
