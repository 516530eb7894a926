"""A sound on the disk for as long as it takes to be played, and no longer."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from recordings.pcm import SAMPLE_BYTES, wav_header
from simulator.leftovers import PASSING_PREFIX


class PassingSound:
    """One at a time in `folder`, for this user's eyes only (0600). What a killed run leaves goes at the next start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None

    def write(self, pcm: bytes) -> Path:
        """A WAV of these samples, in the place of the one before. Raises OSError, and then there is none."""
        self.forget()
        descriptor, name = tempfile.mkstemp(dir=self._folder, prefix=PASSING_PREFIX, suffix=".wav")
        self._path = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(wav_header(len(pcm) // SAMPLE_BYTES) + pcm)
        except OSError:
            self.forget()
            raise
        return self._path

    def forget(self) -> None:
        """Delete it. Whoever plays it goes on; where the system keeps a file that is open, it has to be told again."""
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
                self._path = None
