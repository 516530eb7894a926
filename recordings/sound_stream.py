"""What can be told of sound while it arrives: its chunks, its silence, the sleep in between. No device."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Final

from recordings.pcm import BYTES_PER_SECOND, SAMPLE_BYTES

LEAST_CHUNK_BYTES: Final = BYTES_PER_SECOND // 20  # 50 ms
MOST_CHUNK_BYTES: Final = BYTES_PER_SECOND // 10  # 100 ms
ONLY_SILENCE_S: Final = 2.5  # told within 3 s of the first sample
BUFFERED_S: Final = 4  # what the device may hold while the window is busy


class PcmChunker:
    """Cuts a stream of PCM into chunks of 50 to 100 ms and of whole samples."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, pcm: bytes) -> list[bytes]:
        """The chunks that are complete after `pcm`."""
        self._buffer += pcm
        chunks = []
        while len(self._buffer) >= LEAST_CHUNK_BYTES:
            chunks.append(self._take(MOST_CHUNK_BYTES))
        return chunks

    def rest(self) -> bytes:
        """What is left, as a last short chunk."""
        return self._take(len(self._buffer))

    def _take(self, most_bytes: int) -> bytes:
        length = min(most_bytes, len(self._buffer)) // SAMPLE_BYTES * SAMPLE_BYTES
        chunk = bytes(self._buffer[:length])
        del self._buffer[:length]
        return chunk


class SilenceRun:
    """Counts digital silence; a room is never that quiet."""

    def __init__(self) -> None:
        self._zero_bytes = 0
        self._is_told = False

    def feed(self, pcm: bytes) -> bool:
        """True once, when the silence has lasted `ONLY_SILENCE_S`."""
        if any(pcm):
            self._zero_bytes, self._is_told = 0, False
            return False
        self._zero_bytes += len(pcm)
        return not self._is_told and self._zero_bytes >= ONLY_SILENCE_S * BYTES_PER_SECOND and self.tell()

    def tell(self) -> bool:
        """Note that it has been told; False if it was before."""
        was_told, self._is_told = self._is_told, True
        return not was_told


class SleepWatch:
    """Notices, at each look, that the computer slept or the program stood still since the last one."""

    def __init__(self, awake: Callable[[], float], always: Callable[[], float]) -> None:
        self._awake, self._always = awake, always
        self._looked = awake(), always()

    def slept_s(self) -> float:
        """Seconds of which the sound is lost, or 0. Standing still for less than `BUFFERED_S` loses nothing."""
        awake, always = self._awake(), self._always()
        awake_s, always_s = awake - self._looked[0], always - self._looked[1]
        self._looked = awake, always
        if awake_s > BUFFERED_S:
            return max(awake_s, always_s)
        return always_s - awake_s if always_s - awake_s > 1 else 0.0


def clock_through_sleep() -> float:
    """Seconds since some moment, sleep included; `time.monotonic` stops in sleep on Linux and macOS."""
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    return time.clock_gettime(getattr(time, name)) if hasattr(time, name) else time.monotonic()
