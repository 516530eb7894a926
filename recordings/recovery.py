"""Takes that were never closed, after a crash or a power cut: find them, make them whole, or throw them away."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from recordings.errors import LibraryRefused, TakeBroken
from recordings.kept_peaks import peaks_path
from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, seconds_of, wav_header
from recordings.take import PART_SUFFIX, FinishedTake, rename_finished
from simulator.folder_sync import sync_folder

_BLOCK_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class UnfinishedTake:
    """A `.part` with `samples` whole samples in it, by the size of the file: its header may be a second behind."""

    path: Path
    samples: int

    @property
    def file_name(self) -> str:
        """The name that the finished take will have."""
        return self.path.with_suffix("").name

    @property
    def duration_s(self) -> float:
        return seconds_of(self.samples)


def find_unfinished(folder: Path) -> tuple[UnfinishedTake, ...]:
    """Every `.part` in `folder`, oldest first; the take being written is one.

    Raises `LibraryRefused` if the folder cannot be read: nothing may be taken for lost then.
    """
    try:
        found = [(part.stat(), part) for part in folder.iterdir() if part.name.endswith(PART_SUFFIX)]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryRefused(f"The recordings in {folder} cannot be read ({reason}). Nothing was changed.") from error
    found.sort(key=lambda entry: (entry[0].st_mtime_ns, entry[1].name))
    return tuple(UnfinishedTake(part, _samples_in(status.st_size)) for status, part in found)


def recover(part: Path) -> FinishedTake:
    """Repair the header of `part` from the size of the file and finish it. Raises `TakeBroken`; `part` is left then."""
    try:
        samples, sha256 = _repair(part)
        path = rename_finished(part)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = f"{part} could not be recovered ({reason}). It was left as it is; please try again later."
        raise TakeBroken(sentence, part) from error
    return FinishedTake(path, samples, HEADER_BYTES + samples * SAMPLE_BYTES, sha256)


def read_finished(path: Path) -> FinishedTake:
    """The figures of a take that was closed just before the program was cut off; the file is only read.

    Raises `TakeBroken` if it cannot be.
    """
    try:
        with path.open("rb") as file:
            samples = _samples_in(os.fstat(file.fileno()).st_size)
            sha256 = _hash_of(file, samples)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TakeBroken(f"{path} could not be read ({reason}). It was left as it is.", path) from error
    return FinishedTake(path, samples, HEADER_BYTES + samples * SAMPLE_BYTES, sha256)


def discard(part: Path) -> None:
    """Delete `part` for good, with the peaks kept of it. Raises `LibraryRefused`."""
    try:
        part.unlink(missing_ok=True)
        peaks_path(part).unlink(missing_ok=True)
        sync_folder(part.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryRefused(f"{part} could not be deleted ({reason}). You can delete it yourself.") from error


def _samples_in(byte_count: int) -> int:
    return max(0, byte_count - HEADER_BYTES) // SAMPLE_BYTES


def _repair(part: Path) -> tuple[int, str]:
    """Half a sample at the end is cut off, the header written anew; gives the samples and their hash."""
    with part.open("r+b") as file:
        samples = _samples_in(os.fstat(file.fileno()).st_size)
        file.write(wav_header(samples))
        file.truncate(HEADER_BYTES + samples * SAMPLE_BYTES)
        file.flush()
        os.fsync(file.fileno())
        return samples, _hash_of(file, samples)


def _hash_of(file: BinaryIO, samples: int) -> str:
    """The hash of the first `samples` samples."""
    digest = hashlib.sha256()
    file.seek(HEADER_BYTES)
    left = samples * SAMPLE_BYTES
    while left and (block := file.read(min(left, _BLOCK_BYTES))):
        digest.update(block)
        left -= len(block)
    return digest.hexdigest()
