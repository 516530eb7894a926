"""Sound as 16 kHz mono samples, and a take that is read while it still grows. No recognition."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recordings.take_file import open_take
from recordings.transcription.errors import SoundUndecodable

SAMPLE_RATE = 16_000
Samples = NDArray[np.int16]

_GROWING = ".part"
_BLOCK_SAMPLES = 30 * SAMPLE_RATE
_FIRST_CHUNK = 12
_CHUNK_HEAD = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_PCM_MONO_16_BIT = (1, 1, SAMPLE_RATE, 2 * SAMPLE_RATE, 2, 16)


class GrowingTake:
    """The samples of a WAV that is being appended to: opened, read and closed anew each time, so it may be renamed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._data_start: int | None = None
        self._read_bytes = 0

    def read(self, limit: int = _BLOCK_SAMPLES) -> Samples:
        """At most `limit` samples that have been written since the last call; none while the file is not there.

        Raises SoundUndecodable if what is there is not 16 kHz mono 16-bit PCM.
        """
        try:
            with open_take(self.path, is_growing=self.path.suffix == _GROWING) as stream:
                if self._data_start is None:
                    self._data_start = _find_data(stream.read(4096))
                if self._data_start is None:
                    return np.empty(0, np.int16)
                stream.seek(self._data_start + self._read_bytes)
                pcm = stream.read(2 * limit)
        except FileNotFoundError:
            return np.empty(0, np.int16)
        except OSError as problem:
            raise SoundUndecodable(f"{self.path.name} could not be read: {problem.strerror}.") from problem
        pcm = pcm[: len(pcm) // 2 * 2]
        self._read_bytes += len(pcm)
        return np.frombuffer(pcm, dtype="<i2").astype(np.int16)


def _find_data(head: bytes) -> int | None:
    """Where the samples begin, None if the header is not all there yet; SoundUndecodable if they are not our kind."""
    if head[:4] != b"RIFF"[: len(head[:4])] or head[8:12] != b"WAVE"[: len(head[8:12])]:
        raise SoundUndecodable("The take does not begin like a WAV file.")
    position = _FIRST_CHUNK
    while position + _CHUNK_HEAD.size <= len(head):
        name, size = _CHUNK_HEAD.unpack_from(head, position)
        position += _CHUNK_HEAD.size
        if name == b"data":
            return position
        if name == b"fmt " and position + _FORMAT.size <= len(head):
            _check_format(_FORMAT.unpack_from(head, position))
        position += size + size % 2
    return None


def _check_format(found: tuple[int, ...]) -> None:
    if found != _PCM_MONO_16_BIT:
        raise SoundUndecodable("The take is not 16 kHz mono 16-bit sound.")
