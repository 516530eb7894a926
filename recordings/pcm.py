"""Samples and their arithmetic: one format for the whole program, levels, peaks, resampling. No devices, no folders.

PCM here is always 16,000 samples a second, one channel, signed 16-bit little-endian, as `bytes` of whole samples.
"""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from recordings.errors import SoundUnreadable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE: Final = 16_000
SAMPLE_BYTES: Final = 2
BYTES_PER_SECOND: Final = SAMPLE_RATE * SAMPLE_BYTES
HEADER_BYTES: Final = 44
FULL_SCALE: Final = 32_768
FLOOR_DB: Final = -60.0  # below this a meter shows nothing
SILENCE_DB: Final = -96.0  # the least that 16 bits can tell from nothing, 20·log10(1/32768), rounded down

_LARGEST_RIFF: Final = 0xFFFF_FFFF
_SAMPLES_AT_ONCE: Final = 250_000

SampleFormat = Literal["uint8", "int16", "int32", "float32"]


def wav_header(samples: int) -> bytes:
    """The 44 bytes before `samples` samples of PCM (RIFF/WAVE, format 1). Sizes stop at 4 GiB, which is 37 hours."""
    data_bytes = min(samples * SAMPLE_BYTES, _LARGEST_RIFF - HEADER_BYTES)
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF",
        data_bytes + HEADER_BYTES - 8,
        b"WAVE",
        b"fmt ",
        16,
        1,
        1,
        SAMPLE_RATE,
        BYTES_PER_SECOND,
        SAMPLE_BYTES,
        8 * SAMPLE_BYTES,
        b"data",
        data_bytes,
    )


def seconds_of(samples: int) -> float:
    """How long `samples` samples last."""
    return samples / SAMPLE_RATE


def decibels_of(pcm: bytes | memoryview) -> float:
    """Loudness in dBFS: the root mean square about the mean (a constant offset is not loudness), `SILENCE_DB` at least.

    A sine at full scale is −3 dBFS. Plain Python on purpose: 0.1 ms for 100 ms of sound, and no import.
    """
    samples = memoryview(pcm).cast("B").cast("h")
    count = len(samples)
    if not count:
        return SILENCE_DB
    mean = sum(samples) / count
    power = sum(map(mul, samples, samples)) / count - mean * mean
    return max(SILENCE_DB, 10 * math.log10(max(power, 1e-9) / FULL_SCALE**2))


def level_of(pcm: bytes) -> float:
    """Loudness for a meter: 0 at −60 dBFS and below, 1 at 0 dBFS, straight in decibels between."""
    return min(1.0, max(0.0, 1 - decibels_of(pcm) / FLOOR_DB))


def plainly(path: Path) -> BinaryIO:
    """The file at `path`, as it lies there. Raises OSError."""
    return path.open("rb")


def peaks(path: Path, buckets: int, opened: Callable[[Path], BinaryIO] = plainly) -> list[float]:
    """The largest deflection (0 to 1) in each of `buckets` equal stretches of the 16-bit WAV that `opened` gives.

    Reads half a megabyte at a time, so that an hour costs no more memory than a minute. Without any sound all are 0.
    Raises `SoundUnreadable`.
    """
    try:
        with opened(path) as file, wave.open(file, "rb") as sound:
            if sound.getsampwidth() != SAMPLE_BYTES:
                raise unreadable(path)
            return _peaks(sound, buckets)
    except (OSError, EOFError, RuntimeError, wave.Error) as error:  # RuntimeError: a chunk that ends beyond the file
        raise unreadable(path) from error


def _peaks(sound: wave.Wave_read, buckets: int) -> list[float]:
    frames = sound.getnframes()
    edges = [bucket * frames // buckets for bucket in range(buckets + 1)]
    together = max(1, _SAMPLES_AT_ONCE * buckets // max(1, frames))
    found: list[float] = []
    for first in range(0, buckets, together):
        found += _peaks_between(sound, edges[first : first + together + 1], found[-1] if found else 0.0)
    return found


def _peaks_between(sound: wave.Wave_read, edges: list[int], before: float) -> list[float]:
    """The peaks between these frames, at the first of which the sound stands; a bucket without frames is as `before`.

    Where the file was cut off, there is silence.
    """
    import numpy as np

    samples = np.frombuffer(_whole_samples(sound.readframes(edges[-1] - edges[0])), dtype="<i2")
    starts = [edge - edges[0] for edge in edges]
    if len(samples) == starts[-1] and all(start < end for start, end in pairwise(starts)):
        highest, lowest = (step.reduceat(samples, starts[:-1]) for step in (np.maximum, np.minimum))
        loudest: list[float] = (np.maximum(highest.astype(np.int32), -lowest.astype(np.int32)) / FULL_SCALE).tolist()
        return loudest
    found: list[float] = []
    for start, end in pairwise(starts):
        stretch = samples[start:end]
        if stretch.size:
            before = max(int(stretch.max()), -int(stretch.min())) / FULL_SCALE
        elif end > start:
            before = 0.0
        found.append(before)
    return found


def _whole_samples(data: bytes) -> bytes:
    return data[: len(data) // SAMPLE_BYTES * SAMPLE_BYTES]


def unreadable(path: Path) -> SoundUnreadable:
    """What is to be raised where the file at `path` is missing or no sound of ours."""
    return SoundUnreadable(f"The recording {path.name} cannot be read. Its text, if there is any, is still here.", path)


@dataclass(frozen=True, slots=True)
class RawFormat:
    """How a device delivers its samples: interleaved, in the machine's own byte order."""

    rate_hz: int
    channels: int
    sample_format: SampleFormat

    @property
    def frame_bytes(self) -> int:
        return self.channels * {"uint8": 1, "int16": 2, "int32": 4, "float32": 4}[self.sample_format]


# What a sample is divided by, after `_OFFSET` is taken off, to lie between −1 and 1.
_SCALE: Final[dict[SampleFormat, float]] = {"uint8": 128.0, "int16": 32_768.0, "int32": 2_147_483_648.0, "float32": 1.0}
_OFFSET: Final[dict[SampleFormat, float]] = {"uint8": 128.0, "int16": 0.0, "int32": 0.0, "float32": 0.0}


class Resampler:
    """A stream of any device's samples, turned into our PCM: channels averaged, rate changed (soxr, high quality).

    Feed any number of bytes, frames may be cut anywhere. What comes out lags by a few milliseconds; `flush` ends the
    stream and gives the rest.
    """

    def __init__(self, raw: RawFormat) -> None:
        import soxr

        self._raw = raw
        self._rest = b""
        self._stream = soxr.ResampleStream(raw.rate_hz, SAMPLE_RATE, 1, dtype="float32", quality="HQ")

    def feed(self, data: bytes) -> bytes:
        """The PCM that is ready after `data`."""
        data = self._rest + data
        whole = len(data) // self._raw.frame_bytes * self._raw.frame_bytes
        self._rest = data[whole:]
        return self._resample(data[:whole], is_last=False)

    def flush(self) -> bytes:
        """What was still on its way. Feed nothing afterwards."""
        return self._resample(b"", is_last=True)

    def _resample(self, data: bytes, *, is_last: bool) -> bytes:
        import numpy as np

        mono = self._stream.resample_chunk(self._mono(data), last=is_last)
        scaled: NDArray[np.float32] = np.clip(np.rint(mono * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
        return scaled.astype("<i2").tobytes()

    def _mono(self, data: bytes) -> NDArray[np.float32]:
        import numpy as np

        name = self._raw.sample_format
        frames = np.frombuffer(data, dtype=name).reshape(-1, self._raw.channels).astype(np.float32)
        mono: NDArray[np.float32] = (frames.mean(axis=1, dtype=np.float32) - _OFFSET[name]) / _SCALE[name]
        return np.nan_to_num(mono.astype(np.float32), posinf=1.0, neginf=-1.0)
