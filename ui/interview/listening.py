"""From the microphone to a take on disk: what is kept of the sound, and when. No widgets, no rules of the interview."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from recordings.errors import RecordingError
from recordings.pcm import SAMPLE_BYTES, SAMPLE_RATE, level_of
from recordings.take import FinishedTake, TakeWriter
from recordings.voice_activity import LiveVoiceActivity
from simulator.interview.held_silence import HOLD_S, HeldSilence

TAIL_S: Final = 0.3  # kept after Stop, so that the last word is whole
PRE_ROLL_S: Final = 0.3  # kept from before Start, so that the first word is whole
TAIL_PATIENCE_MS: Final = 900  # a microphone that gives nothing must not hold up Stop


class SoundSource(Protocol):
    """A microphone, or what stands in for one: 16 kHz mono 16-bit PCM in chunks."""

    @property
    def chunk_received(self) -> SignalInstance: ...
    @property
    def lost(self) -> SignalInstance: ...
    @property
    def only_silence(self) -> SignalInstance: ...
    @property
    def opened(self) -> SignalInstance: ...
    @property
    def woken(self) -> SignalInstance: ...
    @property
    def is_open(self) -> bool: ...
    def open(self, device_id: str | None) -> None: ...
    def close(self) -> None: ...


class Listening(QObject):
    """Owns the open take.

    Signals:
        level_changed(float): 0 to 1, for the meter; also between answers.
        clock_changed(float): seconds in the take, counted in samples written.
        voice_changed(float, bool): at this second of the take, whether there is a voice.
        take_finished(object): `FinishedTake`, after `stop`.
        take_broken(str, object): what went wrong, and the `FinishedTake` with all that was kept (or None).
        microphone_lost(str): the device is gone; the take stays open for `resume` or `stop`.
        only_silence(str): the device gives nothing but zeros.
    """

    level_changed = Signal(float)
    clock_changed = Signal(float)
    voice_changed = Signal(float, bool)
    take_finished = Signal(object)
    take_broken = Signal(str, object)
    microphone_lost = Signal(str)
    only_silence = Signal(str)

    def __init__(self, source: SoundSource, is_muted: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_muted` is asked for each chunk: the program's own voice must not end up in the answer."""
        super().__init__(parent)
        self._source = source
        self._is_muted = is_muted
        self._take: TakeWriter | None = None
        self._paused = False
        self._tail_left: int | None = None
        self._silence: HeldSilence | None = None
        self._held: list[bytes] = []
        self._held_bytes = 0
        self._recent: deque[bytes] = deque()
        self._recent_bytes = 0
        self._activity = LiveVoiceActivity()
        self._patience = QTimer(self, singleShot=True, interval=TAIL_PATIENCE_MS)
        self._patience.timeout.connect(self._finish)
        source.chunk_received.connect(self._on_chunk_received)
        source.opened.connect(self._forget_recent)  # what was heard before it was closed is long ago
        source.lost.connect(self._on_lost)
        source.only_silence.connect(self.only_silence)
        source.woken.connect(self._on_woken)

    @property
    def is_recording(self) -> bool:
        """Whether a take is open (also while paused, and during the tail)."""
        return self._take is not None

    @property
    def duration_s(self) -> float:
        """Seconds in the open take; 0 if there is none."""
        return self._take.duration_s if self._take else 0.0

    @property
    def went_on_s(self) -> float | None:
        """When in the held silence, held now or last, a voice was heard; None if none was."""
        return self._silence.went_on_s if self._silence else None

    @property
    def take_path(self) -> Path | None:
        """Where the open take lies."""
        return self._take.path if self._take else None

    def start(self, folder: Path, name: str) -> Path:
        """Open a take and keep everything from now on, with what was said just before. Raises `RecordingError`."""
        self._take = TakeWriter.create(folder, name)
        self._paused = False
        self._tail_left = None
        self._silence = None
        self._activity = LiveVoiceActivity()
        path = self._take.path
        for chunk in tuple(self._recent):
            self._keep(chunk)
        self._forget_recent()
        return path

    def stop(self) -> None:
        """Keep 0.3 s more, then close the take; `take_finished` follows."""
        if self._take is None or self._tail_left is not None:
            return
        is_silent = self._is_holding and bool(self._held)  # the tail is there already
        if self._paused or is_silent or not self._source.is_open:
            self._finish()
            return
        self._tail_left = int(TAIL_S * SAMPLE_RATE) * SAMPLE_BYTES
        self._patience.start(TAIL_PATIENCE_MS)

    def hold(self) -> None:
        """Listen on to the silence after the answer, then close the take; `take_finished` follows.

        The take gets the silence only if it is broken: an answer is no longer for what was not said.
        """
        if self._take is None or self._paused or not self._source.is_open:
            self.stop()
            return
        self._silence, self._held, self._held_bytes = HeldSilence(), [], 0
        self._patience.start(int(HOLD_S * 1000) + TAIL_PATIENCE_MS)

    def stop_now(self) -> None:
        """Close the take at once (the program is closing); `take_finished` follows before this returns."""
        self._finish()

    def discard(self) -> None:
        """Throw the open take away."""
        self._patience.stop()
        if self._take is not None:
            take, self._take = self._take, None
            take.discard()

    def pause(self) -> None:
        """Keep the take open but write nothing."""
        self._paused = True

    def resume(self) -> None:
        """Go on writing; the place is marked as a gap."""
        if self._take is not None and self._paused:
            self._take.mark_gap()
        self._paused = False

    def _on_chunk_received(self, chunk: bytes) -> None:
        if self._is_muted():
            self._forget_recent()
            self.level_changed.emit(0.0)
            return
        self.level_changed.emit(level_of(chunk))
        if self._take is None:
            self._remember(chunk)
        elif self._is_holding:
            self._hold_on(chunk)
        elif not self._paused:
            self._keep(chunk)

    @property
    def _is_holding(self) -> bool:
        return self._silence is not None and self._take is not None and self._tail_left is None

    def _hold_on(self, chunk: bytes) -> None:
        silence = self._silence
        assert silence is not None  # noqa: S101 - only while it is held
        self._held.append(chunk)
        self._held_bytes += len(chunk)
        held_s = self._held_bytes / (SAMPLE_RATE * SAMPLE_BYTES)
        is_voice = self._activity.feed(chunk)
        is_over = silence.heard(held_s, is_voice)
        if held_s <= TAIL_S or (is_voice and silence.went_on_s is not None):
            self._write_held()
        if self._take is None:
            return
        if silence.went_on_s is not None:
            self._patience.start()
        if is_over:
            self._finish()

    def _write_held(self) -> None:
        held, self._held = self._held, []
        for chunk in held:
            self._write(chunk)

    def _keep(self, chunk: bytes) -> None:
        if self._take is None:
            return
        if self._tail_left is not None:
            chunk = chunk[: self._tail_left]
            self._tail_left -= len(chunk)
        if self._write(chunk):
            self.voice_changed.emit(self.duration_s, self._activity.feed(chunk))
            if self._tail_left == 0:
                self._finish()

    def _write(self, chunk: bytes) -> bool:
        if self._take is None:
            return False
        try:
            self._take.append(chunk)
        except RecordingError as error:
            self._break_off(str(error))
            return False
        self.clock_changed.emit(self.duration_s)
        return True

    def _finish(self) -> None:
        self._patience.stop()
        self._tail_left = None
        if self._take is None:
            return
        take, self._take = self._take, None
        try:
            finished = take.close()
        except RecordingError as error:
            self.take_broken.emit(str(error), None)
        else:
            self.take_finished.emit(finished)

    def _break_off(self, sentence: str) -> None:
        self._patience.stop()
        self._tail_left = None
        take, self._take = self._take, None
        kept: FinishedTake | None = None
        if take is not None:
            try:
                kept = take.close()
            except RecordingError:
                kept = None  # the .part stays; the next start offers to recover it
        self.take_broken.emit(sentence, kept)

    def _on_lost(self, sentence: str) -> None:
        self._forget_recent()
        if self._tail_left is not None or self._is_holding:
            self._finish()
        else:
            self._paused = True
        self.level_changed.emit(0.0)
        self.microphone_lost.emit(sentence)

    def _on_woken(self, _asleep_s: float) -> None:
        if self._take is not None:
            self._take.mark_gap()

    def _remember(self, chunk: bytes) -> None:
        self._recent.append(chunk)
        self._recent_bytes += len(chunk)
        while self._recent and self._recent_bytes - len(self._recent[0]) >= PRE_ROLL_S * SAMPLE_RATE * SAMPLE_BYTES:
            self._recent_bytes -= len(self._recent.popleft())

    def _forget_recent(self) -> None:
        self._recent.clear()
        self._recent_bytes = 0
