"""A synthetic candidate for the demo: written answers, spoken by the system's voice into a microphone of its own.

Its voice is easier to understand than a person's, so nothing about accuracy follows from it.
"""

from __future__ import annotations

import wave
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from recordings.pcm import SAMPLE_BYTES, SAMPLE_RATE, RawFormat, Resampler

if TYPE_CHECKING:
    from recordings.inputs import MicrophoneInfo
    from ui.outputs import OutputInfo

CHUNK_S: Final = 0.1

# By question id. The first rambles on purpose, so that the report has something to show; the second is as it should be.
ANSWERS: Final[dict[str, str]] = {
    "found.overfitting.detect-prevent": (
        "Um, first I would compare the error on the training set with the error on a validation set. If the training "
        "error is low and the validation error is high, uh, the model is overfitting. So I would plot the learning "
        "curves for both, and watch whether the gap keeps growing while I train. To prevent it, um, I would add "
        "regularisation, or use early stopping, or collect more data, and check the result with cross validation. "
        "And, uh, so yeah, as I said, I would look at the learning curves, and watch whether the gap keeps growing "
        "while I train, and then I would look at the gap again and see if it is still growing, and so, um, if it "
        "grows then it is overfitting, you know, and if it does not grow then maybe it is not, so yeah."
    ),
    "ml.knn.how": (
        "K nearest neighbours keeps the whole training set. For a new point it finds the k closest points, usually by "
        "Euclidean distance after scaling the features, and lets them vote. A small k follows the noise, a large k "
        "smooths too much, so I choose k by cross validation. Prediction is slow on large data sets."
    ),
}
QUIET_AFTER_S: Final = 0.5


class CandidateMicrophone(QObject):
    """Delivers what it is told to say, then silence, chunk by chunk when asked; its signals are a real microphone's."""

    chunk_received = Signal(bytes)
    is_sound_system_gone = False
    lost = Signal(str)
    only_silence = Signal(str)
    opened = Signal()
    sound_missing = Signal(float, float)
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chunks: deque[bytes] = deque()
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether anybody hears what it delivers."""
        return self._is_open

    @property
    def device_id(self) -> str | None:
        """Itself, while it is heard."""
        return "candidate" if self._is_open else None

    @property
    def waiting_s(self) -> float:
        """Seconds of sound that are still to be delivered."""
        return len(self._chunks) * CHUNK_S

    def devices(self) -> tuple[MicrophoneInfo, ...]:
        """Itself."""
        from recordings.inputs import MicrophoneInfo

        return (MicrophoneInfo("candidate", "Synthetic candidate", is_default=True),)

    def open(self, _device_id: str | None = None) -> None:
        """Begin to hear."""
        if not self._is_open:
            self._is_open = True
            self.opened.emit()

    def close(self) -> None:
        """Fall silent; what was not said yet is dropped."""
        self._is_open = False
        self._chunks.clear()

    def say(self, sound: Path) -> None:
        """Deliver this WAV next, then half a second of silence."""
        pcm = spoken_pcm(sound) + bytes(int(QUIET_AFTER_S * SAMPLE_RATE) * SAMPLE_BYTES)
        size = int(CHUNK_S * SAMPLE_RATE) * SAMPLE_BYTES
        self._chunks.extend(pcm[start : start + size] for start in range(0, len(pcm), size))

    def deliver(self) -> None:
        """A tenth of a second more, if it is open."""
        silence = bytes(int(CHUNK_S * SAMPLE_RATE) * SAMPLE_BYTES)
        if self._is_open:
            self.chunk_received.emit(self._chunks.popleft() if self._chunks else silence)


class SilentPlayer(QObject):
    """Stands where there is no sound card: whatever is to be played counts as heard at once.

    Signals:
        finished(), failed(str), position_changed(float), playing_changed(bool), output_missing(str): as a real
            player's.
    """

    finished = Signal()
    failed = Signal(str)
    position_changed = Signal(float)
    playing_changed = Signal(bool)
    output_missing = Signal(str)

    @property
    def is_playing(self) -> bool:
        """Never for long enough to notice."""
        return False

    def outputs(self) -> tuple[OutputInfo, ...]:
        """There are none."""
        return ()

    def use_output(self, output_id: str | None) -> None:
        """Nothing sounds."""

    def play(
        self, path: Path, start_s: float = 0.0, end_s: float | None = None, rate: float = 1.0, volume: float = 1.0
    ) -> None:
        """Finish at once."""
        del path, start_s, end_s, rate, volume
        self.finished.emit()

    def stop(self) -> None:
        """Nothing sounds."""

    def toggle_pause(self) -> None:
        """Nothing sounds."""

    def set_rate(self, rate: float) -> None:
        """Nothing sounds."""

    def set_volume(self, volume: float) -> None:
        """Nothing sounds."""

    def close(self) -> None:
        """Nothing sounds."""


def spoken_pcm(sound: Path) -> bytes:
    """The samples of a voice's WAV as a microphone would give them: 16 kHz mono 16-bit."""
    with wave.open(str(sound), "rb") as file:
        raw = RawFormat(file.getframerate(), file.getnchannels(), "int16")
        data = file.readframes(file.getnframes())
    resampler = Resampler(raw)
    return resampler.feed(data) + resampler.flush()
