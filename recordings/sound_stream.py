"""What can be told of sound while it arrives: its chunks, its silence, what is missing of it. No device."""

from __future__ import annotations

import math
import sys
import time
from dataclasses import dataclass
from typing import Final

from recordings.pcm import BYTES_PER_SECOND, SAMPLE_BYTES

LEAST_CHUNK_BYTES: Final = BYTES_PER_SECOND // 20  # 50 ms
MOST_CHUNK_BYTES: Final = BYTES_PER_SECOND // 10  # 100 ms
ONLY_SILENCE_S: Final = 2.5  # told within 3 s of the first sample
LEAST_MISSING_S: Final = 0.1  # a word is longer, and a device that is put off for a moment catches up
_LOOK_S: Final = 1.0
_ARRIVALS: Final = 10  # so many in a second say that nobody was busy
_REMEMBERED_S: Final = 3.0  # a wait so long ago is not where the sound went


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


@dataclass(frozen=True, slots=True)
class MissingSound:
    """For `lasted_s` seconds nothing was heard, `ago_s` seconds of sound before what was heard last."""

    lasted_s: float
    ago_s: float


class MissingSoundWatch:
    """Notices sound that never came, however it was lost: by sleep, by a system or a device that stood still.

    What has arrived is held against the time that has passed. A busy window makes sound come late, and then all at
    once; only what is still late after a second in which everything was fetched is missing. A device whose clock is a
    little slow is followed, second by second.
    """

    def __init__(self) -> None:
        self._began_s: float | None = None
        self._heard_s = 0.0
        self._heard_at_s = 0.0
        self._lateness_s: float | None = None
        self._least_s = math.inf
        self._arrivals = 0
        self._look_from_s = 0.0
        self._longest_wait_s, self._waited_at_s = 0.0, 0.0

    def arrived(self, lasted_s: float, now_s: float) -> MissingSound | None:
        """So much sound has arrived; gives what turns out to be missing. `now_s` goes on in sleep."""
        if self._began_s is None:
            self._began_s = self._heard_at_s = self._look_from_s = now_s
        self._note_wait(now_s)
        self._heard_s += lasted_s
        self._arrivals += 1
        self._least_s = min(self._least_s, now_s - self._began_s - self._heard_s)
        if now_s - self._look_from_s < _LOOK_S or self._arrivals < _ARRIVALS:
            return None
        return self._look(now_s)

    def _note_wait(self, now_s: float) -> None:
        wait_s, self._heard_at_s = now_s - self._heard_at_s, now_s
        if wait_s > self._longest_wait_s:
            self._longest_wait_s, self._waited_at_s = wait_s, self._heard_s

    def _look(self, now_s: float) -> MissingSound | None:
        before_s = self._least_s if self._lateness_s is None else self._lateness_s
        missing_s, ago_s = self._least_s - before_s, self._heard_s - self._waited_at_s
        self._lateness_s, self._least_s = self._least_s, math.inf
        self._look_from_s, self._arrivals = now_s, 0
        if missing_s >= LEAST_MISSING_S:
            self._longest_wait_s = 0.0
            return MissingSound(missing_s, ago_s)
        if ago_s > _REMEMBERED_S:
            self._longest_wait_s = 0.0
        return None


def clock_through_sleep() -> float:
    """Seconds since some moment, sleep included; `time.monotonic` stops in sleep on Linux and macOS."""
    name = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform, "")
    return time.clock_gettime(getattr(time, name)) if hasattr(time, name) else time.monotonic()
