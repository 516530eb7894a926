"""Sound files of what was read aloud: one for each text, voice and speed, kept until the oldest have to make room."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CACHE_BYTES: Final = 200_000_000

_STALE_AFTER_S: Final = 3600.0
_PART_SUFFIX: Final = ".part.wav"


class SoundCache:
    """The sound files in `folder`, at most `most_bytes` of them."""

    def __init__(self, folder: Path, most_bytes: int = CACHE_BYTES) -> None:
        self.folder = folder
        self._most_bytes = most_bytes

    def path_of(self, spoken: str, voice: str, wpm: int) -> Path:
        """Where the sound of these words in this voice lies, or would."""
        key = "\0".join((voice, str(wpm), spoken))
        return self.folder / (hashlib.sha256(key.encode()).hexdigest()[:40] + ".wav")

    @contextlib.contextmanager
    def part(self) -> Iterator[Path]:
        """An empty file of this user's alone (0600) for a child to write into; gone at the end unless it was moved.

        Raises OSError where none can be made.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self.folder, suffix=_PART_SUFFIX)
        os.close(descriptor)
        part = Path(name)
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)

    def prune(self) -> None:
        """Delete the oldest sound files until the rest fits, and what killed children left."""
        kept_bytes = 0
        for path, bytes_, modified_s in self._newest_first():
            is_stale = path.name.endswith(_PART_SUFFIX) and time.time() - modified_s > _STALE_AFTER_S
            kept_bytes += bytes_
            if is_stale or kept_bytes > self._most_bytes:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _newest_first(self) -> list[tuple[Path, int, float]]:
        """Sound files with their size in bytes and time of change; those that vanish meanwhile are left out."""
        found = []
        for path in self.folder.glob("*.wav"):
            with contextlib.suppress(OSError):
                status = path.stat()
                found.append((path, status.st_size, status.st_mtime))
        return sorted(found, key=lambda entry: entry[2], reverse=True)


def delete_speech(folder: Path) -> None:
    """Delete every sound file in the cache: what was read aloud may have held a user's own words. Raises OSError."""
    for path in folder.glob("*.wav"):
        path.unlink(missing_ok=True)


def has_sound(path: Path) -> bool:
    """Whether `path` is a WAV file with anything but silence in it."""
    try:
        with wave.open(str(path), "rb") as sound:
            return any(sound.readframes(sound.getnframes()))
    except (OSError, EOFError, wave.Error):
        return False
