"""The microphones as QtMultimedia has them: on Windows and macOS, and wherever there is no libpulse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSource, QMediaDevices, QtAudio

from recordings.inputs import MicrophoneInfo
from recordings.pcm import SAMPLE_RATE, RawFormat, Resampler, SampleFormat

BUFFERED_S: Final = 4  # what the device may hold while the window is busy

_FORMATS: Final[dict[QAudioFormat.SampleFormat, SampleFormat]] = {
    QAudioFormat.SampleFormat.UInt8: "uint8",
    QAudioFormat.SampleFormat.Int16: "int16",
    QAudioFormat.SampleFormat.Int32: "int32",
    QAudioFormat.SampleFormat.Float: "float32",
}


class QtInputs:
    """Qt's list of inputs without monitors."""

    def __init__(self) -> None:
        self._devices: QMediaDevices | None = None

    @property
    def is_responding(self) -> bool:
        """Qt cannot tell, so there are no objections."""
        return True

    @property
    def is_alive(self) -> bool:
        return True

    def look(self) -> None:
        """Qt keeps its list up to date by itself."""

    def found(self) -> tuple[MicrophoneInfo, ...]:
        inputs = _inputs()
        default = next(filter(QAudioDevice.isDefault, inputs), inputs[0] if inputs else None)
        infos = [MicrophoneInfo(_id_of(device), device.description(), device is default) for device in inputs]
        return tuple(sorted(infos, key=lambda info: not info.is_default))

    def start(self, device_id: str) -> QtStream:
        return QtStream(next((device for device in _inputs() if _id_of(device) == device_id), None))

    def tell_changes(self, told: Callable[[], None]) -> None:
        self._devices = QMediaDevices()
        self._devices.audioInputsChanged.connect(told)


class QtStream:
    """A device of Qt's: its samples, brought into our format."""

    def __init__(self, device: QAudioDevice | None) -> None:
        self._source: QAudioSource | None = None
        self._io: QIODevice | None = None
        if device is None:
            return
        audio_format, self._resampler = format_for(device)
        self._source = QAudioSource(device, audio_format)
        self._source.setBufferSize(audio_format.bytesForDuration(BUFFERED_S * 1_000_000))
        self._io = self._source.start()

    @property
    def is_over(self) -> bool:
        return self._io is None or self._source is None or self._source.state() is QtAudio.State.StoppedState

    def read(self) -> bytes:
        if self._io is None or not self._io.isOpen():
            return b""
        data = bytes(self._io.readAll().data())
        return self._resampler.feed(data) if self._resampler and data else data

    def stop(self) -> None:
        source, self._source, self._io = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()


def _inputs() -> list[QAudioDevice]:
    return [device for device in QMediaDevices.audioInputs() if not _is_monitor(device)]


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _is_monitor(device: QAudioDevice) -> bool:
    return device.description().startswith("Monitor of ") or _id_of(device).endswith(".monitor")


def format_for(device: QAudioDevice) -> tuple[QAudioFormat, Resampler | None]:
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
