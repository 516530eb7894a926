"""Sound as 16 kHz mono samples, read from a take that still grows or a finished file of any kind. No recognition."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recordings.transcription.errors import SoundUndecodable

SAMPLE_RATE = 16_000
Samples = NDArray[np.int16]

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
        """At most `limit` samples that have been written since the last call; none while the file does not exist.

        Raises SoundUndecodable if what is there is not 16 kHz mono 16-bit PCM.
        """
        try:
            with self.path.open("rb") as stream:
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


def read_blocks(path: Path) -> Iterator[Samples]:
    """The sound in a file of any kind and rate, mixed to mono and resampled, in blocks of about half a minute.

    Raises SoundUndecodable if the file is missing or holds no sound. Frames that are damaged are left out.
    """
    import av

    try:
        with path.open("rb") as stream, av.open(stream, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise _not_sound(path)
            yield from _in_blocks(_frames(container))
    except FileNotFoundError as problem:
        raise SoundUndecodable(f"{path.name} does not exist.") from problem
    except av.error.FFmpegError as problem:
        raise _not_sound(path) from problem
    except OSError as problem:
        raise SoundUndecodable(f"{path.name} could not be read: {problem.strerror}.") from problem


def _not_sound(path: Path) -> SoundUndecodable:
    return SoundUndecodable(f"{path.name} is not a sound file that can be read.")


def _frames(container: Any) -> Iterator[Samples]:
    import av

    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    for packet in container.demux(container.streams.audio[0]):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in frames:
            frame.pts = None  # a file's own clock may jump; samples are the only clock here
            yield from _samples(resampler.resample(frame))
    yield from _samples(resampler.resample(None))


def _samples(frames: list[Any]) -> Iterator[Samples]:
    return (frame.to_ndarray()[0] for frame in frames)


def _in_blocks(pieces: Iterator[Samples]) -> Iterator[Samples]:
    waiting: list[Samples] = []
    count = 0
    for piece in pieces:
        waiting.append(piece)
        count += len(piece)
        if count >= _BLOCK_SAMPLES:
            yield np.concatenate(waiting)
            waiting, count = [], 0
    if waiting:
        yield np.concatenate(waiting)
