"""What can go wrong between the air and the file, apart from bugs; every one of them carries a sentence for the user.

RecordingError (a SimulatorError: the interview, which knows takes by its ports alone, can say it too)
├── TakeError              the file that is being written
│   ├── DiskFull           no room left; what was written so far is a valid file
│   └── TakeBroken         the disk refused or failed; the file is suspect and must not be written on
├── LibraryError           the folder in which the takes lie
│   ├── LittleSpace        too little room to begin an answer
│   └── LibraryRefused     a file could not be moved or deleted
└── SoundUnreadable        a file is not the sound it should be

Engines have their own tree in `recordings.transcription`. A microphone never raises: it says `lost`.
"""

from __future__ import annotations

from pathlib import Path

from simulator.errors import SimulatorError

MEGABYTE = 1_000_000


class RecordingError(SimulatorError):
    """An expected fault; `sentence` says what went wrong, what was kept and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class TakeError(RecordingError):
    """The take at `path` cannot be written on."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


class DiskFull(TakeError):
    """No room is left at `path`; `needed_bytes` more would do for ten minutes. The file so far is a valid WAV."""

    def __init__(self, sentence: str, path: Path, needed_bytes: int) -> None:
        super().__init__(sentence, path)
        self.needed_bytes = needed_bytes


class TakeBroken(TakeError):
    """The disk refused or failed. Whatever lies at `path` is left for recovery; go on in a new file."""


class LibraryError(RecordingError):
    """The folder of takes is not as it should be."""


class LittleSpace(LibraryError):
    """There is not enough room in `folder` to begin: `free_bytes` of `needed_bytes`."""

    def __init__(self, sentence: str, folder: Path, free_bytes: int, needed_bytes: int) -> None:
        super().__init__(sentence)
        self.folder = folder
        self.free_bytes = free_bytes
        self.needed_bytes = needed_bytes


class LibraryRefused(LibraryError):
    """The system did not let a file be moved, repaired or deleted."""


class SoundUnreadable(RecordingError):
    """The file at `path` is missing or not a 16-bit WAV."""

    def __init__(self, sentence: str, path: Path) -> None:
        super().__init__(sentence)
        self.path = path


def megabytes(byte_count: int) -> str:
    """A size in words a person reads, rounded up: "20 MB"."""
    return f"{max(1, -(-byte_count // MEGABYTE))} MB"
