"""The microphone: from the device to PCM in our one format, and a clear word when it fails. No files.

Its devices come from `inputs`: on Linux through libpulse, elsewhere through Qt. Nothing here waits for either.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from recordings.inputs import Inputs, InputStream, MicrophoneInfo, default_of
from recordings.microphone_faults import (
    NEVER_HEARD,
    NO_DATA,
    NO_MICROPHONE,
    NOT_THERE,
    REFUSED,
    SERVER_GONE,
    SERVER_HANGS,
    SILENT,
    UNPLUGGED,
)
from recordings.pcm import BYTES_PER_SECOND
from recordings.pulse_inputs import PulseInputs
from recordings.pulseaudio import PulseWatch, prepare_audio_environment, server_watch
from recordings.sound_stream import ONLY_SILENCE_S, MissingSoundWatch, PcmChunker, SilenceRun, clock_through_sleep

READ_S: Final = 0.025
STALLED_S: Final = 0.15
WATCH_S: Final = 0.25
IDLE_WATCH_S: Final = 1.0
NO_DATA_LOST_S: Final = 1.5  # told within two seconds; a busy computer may keep its sound system waiting for one
FIRST_DATA_LOST_S: Final = 5.0  # PulseAudio's first data takes up to 1.9 s
NOT_ALIVE_LOST_S: Final = 1.5
NOT_THERE_LOST_S: Final = 1.5  # what was just plugged in is listed a moment later
ASLEEP_S: Final = 1.0  # between two looks of `WATCH_S`: nobody was looking, whatever the clock says


class _Hearing:
    """A device that was started, and what has been heard of it."""

    def __init__(self, device_id: str, stream: InputStream, now: float) -> None:
        self.device_id = device_id
        self.stream = stream
        self.started_at = now
        self.heard_at: float | None = None
        self.looked_at = now
        self.chunker = PcmChunker()
        self.silence = SilenceRun()
        self.missing = MissingSoundWatch()

    def is_stalled(self, now: float) -> bool:
        """Whether sound has stopped coming: a gap, if it becomes one, began with the last of it."""
        return self.heard_at is not None and now - self.heard_at > STALLED_S

    def looks_again(self, now: float) -> None:
        """Another look. What was not heard in sleep is not held against the device: Windows' clock goes on in it."""
        if self.heard_at is not None and now - self.looked_at > ASLEEP_S:
            self.heard_at = now
        self.looked_at = now


class Microphone(QObject):
    """One input, open or not. No call waits for the sound system, whatever state that is in.

    Signals:
        opened(): the first sound has arrived; the answer's clock may start.
        chunk_received(bytes): 50 to 100 ms of PCM (16 kHz, mono, 16-bit); the last before `close` or a
            stall may be shorter.
        only_silence(str): every sample of 2.5 s was zero, or nothing came for 3 s. Told once until there is sound.
        lost(str): no more sound will come; the microphone is closed. Comes after `open` has returned, never inside.
        sound_missing(float, float): for so many seconds nothing was heard (sleep, or something stood still), so many
            seconds of sound before now; a gap in the answer.
        devices_changed(): `devices` or `is_sound_system_gone` may answer differently now.
    """

    chunk_received = Signal(bytes)
    lost = Signal(str)
    only_silence = Signal(str)
    opened = Signal()
    devices_changed = Signal()
    sound_missing = Signal(float, float)

    def __init__(self, parent: QObject | None = None, inputs: Inputs | None = None) -> None:
        super().__init__(parent)
        self._inputs = inputs or system_inputs()
        self._hearing: _Hearing | None = None
        self._wanted: _Wanted | None = None
        self._known = self._state()
        self._inputs.tell_changes(self._on_timeout)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(int(IDLE_WATCH_S * 1000))
        self._reading = QTimer(self, interval=int(READ_S * 1000))
        self._reading.timeout.connect(self._on_reading)

    def devices(self) -> tuple[MicrophoneInfo, ...]:
        """Every microphone there is now, the default first. What only repeats the speakers is none."""
        return self._inputs.found()

    @property
    def is_open(self) -> bool:
        """Whether sound is arriving, or waited for."""
        return self._wanted is not None

    @property
    def is_sound_system_gone(self) -> bool:
        """Whether there is nothing to hear with because the computer's sound system has stopped, or hangs."""
        return not (self._inputs.is_alive and self._inputs.is_responding)

    @property
    def device_id(self) -> str | None:
        """The microphone that was started, also if it was opened as the default."""
        return self._hearing.device_id if self._hearing else None

    def open(self, device_id: str | None = None) -> None:
        """Listen to `device_id`, or to the default for None. Ends in `opened` or `lost`, never in another one."""
        self.close()
        self._wanted = _Wanted(device_id, time.monotonic())
        self._timer.start(int(WATCH_S * 1000))
        QTimer.singleShot(0, self, self._start_if_wanted)

    def close(self) -> None:
        """Stop listening. What the device has delivered by now still comes, as chunks, before this returns."""
        hearing, self._hearing, self._wanted = self._hearing, None, None
        self._timer.start(int(IDLE_WATCH_S * 1000))
        self._reading.stop()
        if hearing is None:
            return
        pcm = hearing.stream.read()
        hearing.stream.stop()
        for chunk in [*hearing.chunker.feed(pcm), hearing.chunker.rest()]:
            self._pass_on(chunk)

    def _start_if_wanted(self) -> None:
        if self._wanted is None or self._hearing is not None:
            return
        self._inputs.look()
        if self._inputs.is_alive and self._inputs.is_responding:
            self._start(self._wanted.device_id)
        elif time.monotonic() - self._wanted.since > NOT_ALIVE_LOST_S:
            self._lose(SERVER_GONE if self._inputs.is_responding else SERVER_HANGS)

    def _start(self, device_id: str | None) -> None:
        found = self._inputs.found()
        wanted = default_of(found) if device_id is None else device_id
        if wanted is None or wanted not in {info.id for info in found}:
            if device_id is None:
                self._lose(NO_MICROPHONE)
            elif self._wanted is not None and time.monotonic() - self._wanted.since > NOT_THERE_LOST_S:
                self._lose(NOT_THERE)
            return
        stream = self._inputs.start(wanted)
        if stream.is_over:
            stream.stop()
            self._lose(REFUSED)
            return
        self._hearing = _Hearing(wanted, stream, time.monotonic())
        self._reading.start()

    def _lose(self, sentence: str) -> None:
        self.close()
        self.lost.emit(sentence)

    def _hear(self, hearing: _Hearing, pcm: bytes) -> None:
        is_first = hearing.heard_at is None
        hearing.heard_at = time.monotonic()
        if is_first:
            self.opened.emit()
        for chunk in hearing.chunker.feed(pcm):
            if hearing is not self._hearing:  # closed by whoever got the last chunk
                return
            self._pass_on(chunk)
        missing = hearing.missing.arrived(len(pcm) / BYTES_PER_SECOND, clock_through_sleep())
        if missing is not None and hearing is self._hearing:
            self.sound_missing.emit(missing.lasted_s, missing.ago_s)
        if hearing is self._hearing and hearing.silence.feed(pcm):
            self.only_silence.emit(SILENT)

    def _pass_on(self, chunk: bytes) -> None:
        if chunk:
            self.chunk_received.emit(chunk)

    def _look_after(self, hearing: _Hearing) -> None:
        """The watchdog: not every fault of a device or of the sound server is told."""
        self._on_reading()
        hearing.looks_again(time.monotonic())
        fault = self._fault_of(hearing)
        if fault and hearing is self._hearing:
            self._lose(fault)

    def _fault_of(self, hearing: _Hearing) -> str | None:
        now = time.monotonic()
        if not self._inputs.is_alive:
            return SERVER_GONE
        if hearing.device_id not in {info.id for info in self._inputs.found()}:
            return UNPLUGGED
        if hearing.stream.is_over and hearing.heard_at is None:
            return REFUSED
        return self._fault_of_silent(hearing, now)  # a stream that is over is silent; soon it will be told why

    def _fault_of_silent(self, hearing: _Hearing, now: float) -> str | None:
        if hearing.heard_at is not None:
            is_quiet, never = now - hearing.heard_at > NO_DATA_LOST_S, NO_DATA
        else:
            is_quiet, never = now - hearing.started_at > FIRST_DATA_LOST_S, NEVER_HEARD
            if now - hearing.started_at > ONLY_SILENCE_S and hearing.silence.tell():
                self.only_silence.emit(SILENT)
        if (is_quiet or hearing.heard_at is None) and not self._inputs.is_responding:
            return SERVER_HANGS
        return never if is_quiet else None

    def _tell_of_changes(self) -> None:
        found = self._state()
        if found != self._known:
            self._known = found
            self.devices_changed.emit()

    def _state(self) -> tuple[tuple[MicrophoneInfo, ...], bool]:
        return self.devices(), self.is_sound_system_gone

    def _on_reading(self) -> None:
        hearing = self._hearing
        if hearing is None:
            return
        if pcm := hearing.stream.read():
            self._hear(hearing, pcm)
        elif hearing.is_stalled(time.monotonic()):
            self._pass_on(hearing.chunker.rest())

    def _on_timeout(self) -> None:
        self._inputs.look()
        if self._hearing is not None:
            self._look_after(self._hearing)
        else:
            self._start_if_wanted()
        self._tell_of_changes()


@dataclass(frozen=True, slots=True)
class _Wanted:
    device_id: str | None
    since: float


def system_inputs() -> Inputs:
    """What this system's microphones are reached through."""
    prepare_audio_environment()
    watch = server_watch()
    if isinstance(watch, PulseWatch):
        return PulseInputs(watch)
    from recordings.qt_inputs import QtInputs

    return QtInputs()
