"""The microphone: from the device to PCM in our one format, and a clear word when it fails. No files.

Beside `ui` this is the only place that knows Qt, and only QtCore and QtMultimedia.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QIODevice, QObject, QTimer, Signal
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices

from recordings.pcm import SAMPLE_RATE, RawFormat, Resampler, SampleFormat
from recordings.pulseaudio import prepare_audio_environment, server_watch
from recordings.sound_stream import BUFFERED_S, ONLY_SILENCE_S, PcmChunker, SilenceRun, SleepWatch, clock_through_sleep

WATCH_S: Final = 0.25
IDLE_WATCH_S: Final = 1.0
NO_DATA_LOST_S: Final = 1.0
FIRST_DATA_LOST_S: Final = 5.0  # PulseAudio's first data takes up to 1.9 s
NOT_ALIVE_LOST_S: Final = 1.5
NOT_READY_LOST_S: Final = 8.0  # Qt needs up to 4 s to find a sound server that came back

NO_MICROPHONE = "No microphone was found. Plug one in, or type your answer instead."
NOT_THERE = "The microphone you chose is not plugged in. Plug it in, or choose another one."
UNPLUGGED = "The microphone was unplugged. What you said is kept. Plug it in and resume, or choose another one."
NO_DATA = "The microphone has stopped sending sound. What you said is kept. Resume, or choose another one."
SERVER_GONE = "The computer's sound system has stopped. What you said is kept. Please try again in a few seconds."
REFUSED = (
    "The microphone could not be opened; another program may be using it. Close that program, or choose another one."
)
NEVER_HEARD = (
    "The microphone is not sending any sound. Check that it is allowed and not in use elsewhere, or choose another one."
)
SILENT = "The microphone is sending only silence. Check that it is not muted and that this program may use it."

_FORMATS: Final[dict[QAudioFormat.SampleFormat, SampleFormat]] = {
    QAudioFormat.SampleFormat.UInt8: "uint8",
    QAudioFormat.SampleFormat.Int16: "int16",
    QAudioFormat.SampleFormat.Int32: "int32",
    QAudioFormat.SampleFormat.Float: "float32",
}


@dataclass(frozen=True, slots=True)
class MicrophoneInfo:
    """A microphone one may choose. `id` is the system's own and stays the same; exactly one at most is the default."""

    id: str
    name: str
    is_default: bool


class _Stream:
    """A device that was started: its samples, brought into our format and cut into chunks."""

    def __init__(self, device: QAudioDevice, now: float) -> None:
        self.device_id = _id_of(device)
        self.started_at = now
        self.heard_at: float | None = None
        self.chunker = PcmChunker()
        self.silence = SilenceRun()
        audio_format, self._resampler = _format_for(device)
        self.source = QAudioSource(device, audio_format)
        self.source.setBufferSize(audio_format.bytesForDuration(BUFFERED_S * 1_000_000))
        self.io: QIODevice | None = self.source.start()

    def read(self) -> bytes:
        """Whatever has arrived, as PCM."""
        if self.io is None or not self.io.isOpen():
            return b""
        data = bytes(self.io.readAll().data())
        return self._resampler.feed(data) if self._resampler and data else data

    def stop(self) -> None:
        self.source.stop()
        self.io = None
        self.source.deleteLater()


class Microphone(QObject):
    """One input, open or not.

    Signals:
        opened(): the first sound has arrived; the answer's clock may start.
        chunk_received(bytes): 50 to 100 ms of PCM (16 kHz, mono, 16-bit); the last chunk before `close` may be shorter.
        only_silence(str): every sample of 2.5 s was zero, or nothing came for 3 s. Told once until there is sound.
        lost(str): no more sound will come; the microphone is closed. Comes after `open` has returned, never inside.
        woken(float): the computer slept, or the device stood still, for so many seconds; a gap in the answer.
        devices_changed(): `devices` may answer differently now.
    """

    chunk_received = Signal(bytes)
    lost = Signal(str)
    only_silence = Signal(str)
    opened = Signal()
    devices_changed = Signal()
    woken = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        prepare_audio_environment()
        self._server = server_watch()
        self._stream: _Stream | None = None
        self._wanted: _Wanted | None = None
        self._sleep = SleepWatch(time.monotonic, clock_through_sleep)
        self._known = self.devices()
        self._qt_devices = QMediaDevices(self)
        self._qt_devices.audioInputsChanged.connect(self._on_inputs_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(int(IDLE_WATCH_S * 1000))

    @staticmethod
    def devices() -> tuple[MicrophoneInfo, ...]:
        """Every microphone there is now, the default first. What only repeats the speakers is none."""
        inputs = _inputs()
        default = _default_of(inputs)
        infos = [MicrophoneInfo(_id_of(device), device.description(), device is default) for device in inputs]
        return tuple(sorted(infos, key=lambda info: not info.is_default))

    @property
    def is_open(self) -> bool:
        """Whether sound is arriving, or waited for."""
        return self._wanted is not None

    @property
    def is_sound_system_gone(self) -> bool:
        """Whether there is nothing to hear with because the computer's sound system has stopped."""
        return not self._server.is_ready

    @property
    def device_id(self) -> str | None:
        """The microphone that was started, also if it was opened as the default."""
        return self._stream.device_id if self._stream else None

    def open(self, device_id: str | None = None) -> None:
        """Listen to `device_id`, or to the default for None. Ends in `opened` or `lost`, never in another one."""
        self.close()
        self._wanted = _Wanted(device_id, time.monotonic())
        self._timer.start(int(WATCH_S * 1000))
        QTimer.singleShot(0, self, self._start_if_wanted)

    def close(self) -> None:
        """Stop listening. What the device has delivered by now still comes, as chunks, before this returns."""
        stream, self._stream, self._wanted = self._stream, None, None
        self._timer.start(int(IDLE_WATCH_S * 1000))
        if stream is None:
            return
        pcm = stream.read()
        stream.stop()
        for chunk in [*stream.chunker.feed(pcm), stream.chunker.rest()]:
            self._pass_on(chunk)

    def _start_if_wanted(self) -> None:
        if self._wanted is None or self._stream is not None:
            return
        self._server.look()
        if self._server.is_ready:
            self._start(self._wanted.device_id)
        elif time.monotonic() - self._wanted.since > (NOT_READY_LOST_S if self._server.is_alive else NOT_ALIVE_LOST_S):
            self._lose(SERVER_GONE)

    def _start(self, device_id: str | None) -> None:
        inputs = _inputs()
        device = _default_of(inputs) if device_id is None else _find(inputs, device_id)
        if device is None:
            self._lose(NO_MICROPHONE if device_id is None else NOT_THERE)
            return
        stream = _Stream(device, time.monotonic())
        if stream.io is None:
            stream.stop()
            self._lose(REFUSED)
            return
        self._sleep.slept_s()
        self._stream = stream
        stream.io.readyRead.connect(self._on_ready_read)
        stream.source.stateChanged.connect(self._on_state_changed)

    def _lose(self, sentence: str) -> None:
        self.close()
        self.lost.emit(sentence)

    def _hear(self, stream: _Stream, pcm: bytes) -> None:
        is_first = stream.heard_at is None
        stream.heard_at = time.monotonic()
        if is_first:
            self.opened.emit()
        for chunk in stream.chunker.feed(pcm):
            if stream is not self._stream:  # closed by whoever got the last chunk
                return
            self._pass_on(chunk)
        if stream is self._stream and stream.silence.feed(pcm):
            self.only_silence.emit(SILENT)

    def _pass_on(self, chunk: bytes) -> None:
        if chunk:
            self.chunk_received.emit(chunk)

    def _look_after(self, stream: _Stream) -> None:
        """The watchdog: Qt goes on saying all is well when the microphone or the sound server is gone."""
        self._on_ready_read()
        slept_s = self._sleep.slept_s()
        if slept_s and stream is self._stream:
            stream.heard_at = time.monotonic() if stream.heard_at is not None else None
            self.woken.emit(slept_s)
        fault = self._fault_of(stream)
        if fault and stream is self._stream:
            self._lose(fault)

    def _fault_of(self, stream: _Stream) -> str | None:
        now = time.monotonic()
        if not self._server.is_alive:
            return SERVER_GONE
        if self._is_gone(stream.device_id):
            return UNPLUGGED
        if stream.heard_at is not None:
            return NO_DATA if now - stream.heard_at > NO_DATA_LOST_S else None
        if now - stream.started_at > ONLY_SILENCE_S and stream.silence.tell():
            self.only_silence.emit(SILENT)
        return NEVER_HEARD if now - stream.started_at > FIRST_DATA_LOST_S else None

    @staticmethod
    def _is_gone(device_id: str) -> bool:
        return _find(_inputs(), device_id) is None

    def _tell_of_changes(self) -> None:
        found = self.devices()
        if found != self._known:
            self._known = found
            self.devices_changed.emit()

    def _on_ready_read(self) -> None:
        stream = self._stream
        if stream is not None and (pcm := stream.read()):
            self._hear(stream, pcm)

    def _on_state_changed(self, state: QAudio.State) -> None:
        if self._stream is not None and state is QAudio.State.StoppedState:
            self._lose(NO_DATA)

    def _on_inputs_changed(self) -> None:
        self._on_timeout()

    def _on_timeout(self) -> None:
        self._server.look()
        if self._stream is not None:
            self._look_after(self._stream)
        else:
            self._start_if_wanted()
        self._tell_of_changes()


@dataclass(frozen=True, slots=True)
class _Wanted:
    device_id: str | None
    since: float


def _inputs() -> list[QAudioDevice]:
    """Qt's inputs without monitors, and on Linux without those that the server no longer has."""
    prepare_audio_environment()
    server = server_watch()
    if not server.knows_devices:
        server.look()
    inputs = [device for device in QMediaDevices.audioInputs() if not _is_monitor(device)]
    if server.knows_devices:
        present = {source.name for source in server.sources if not source.is_monitor}
        return [device for device in inputs if _id_of(device) in present]
    return inputs


def _default_of(inputs: list[QAudioDevice]) -> QAudioDevice | None:
    """The system's choice, or the first microphone if that is none of `inputs`, being a monitor."""
    chosen = server_watch().default_source
    is_chosen = (lambda device: _id_of(device) == chosen) if chosen else QAudioDevice.isDefault
    return next(filter(is_chosen, inputs), inputs[0] if inputs else None)


def _find(inputs: list[QAudioDevice], device_id: str) -> QAudioDevice | None:
    return next((device for device in inputs if _id_of(device) == device_id), None)


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _is_monitor(device: QAudioDevice) -> bool:
    return device.description().startswith("Monitor of ") or _id_of(device).endswith(".monitor")


def _format_for(device: QAudioDevice) -> tuple[QAudioFormat, Resampler | None]:
    """Our own format if the device has it, else the one it likes best and what turns that into ours."""
    ours = QAudioFormat()
    ours.setSampleRate(SAMPLE_RATE)
    ours.setChannelCount(1)
    ours.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    if device.isFormatSupported(ours):
        return ours, None
    raw = device.preferredFormat()
    if raw.sampleFormat() not in _FORMATS:
        raw.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return raw, Resampler(RawFormat(raw.sampleRate(), raw.channelCount(), _FORMATS[raw.sampleFormat()]))
