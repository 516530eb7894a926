"""Takes that were never closed, after a crash or a power cut: find them, make them whole, or throw them away."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from recordings.errors import LibraryRefused, TakeBroken
from recordings.kept_peaks import peaks_path
from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, seconds_of, wav_header
from recordings.take import PART_SUFFIX, FinishedTake, rename_finished
from recordings.take_file import cut_torn_end, hash_of_samples, is_sealed, is_sealed_take, samples_in
from simulator.folder_sync import sync_folder
from simulator.vault.errors import SealBroken


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
        with os.scandir(folder) as entries:  # names alone, of perhaps 100,000
            parts = [folder / entry.name for entry in entries if entry.name.endswith(PART_SUFFIX)]
        found = [(part.stat(), part, samples_in(part)) for part in parts]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise LibraryRefused(f"The recordings in {folder} cannot be read ({reason}). Nothing was changed.") from error
    found.sort(key=lambda entry: (entry[0].st_mtime_ns, entry[1].name))
    return tuple(UnfinishedTake(part, samples) for _, part, samples in found)


def recover(part: Path) -> FinishedTake:
    """Repair the header of `part` from the size of the file and finish it. Raises `TakeBroken`; `part` is left then.

    Of an encrypted one a last chunk that is half there is cut off.
    """
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
        samples = samples_in(path)
        sha256 = hash_of_samples(path, samples)
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


def _repair(part: Path) -> tuple[int, str]:
    """Gives the samples that are wholly there, and their hash; what follows them is cut off."""
    if is_sealed_take(part):
        cut_torn_end(part)
        samples = samples_in(part)
    elif is_sealed(part):
        raise SealBroken(str(part), "it is encrypted, and no take of ours")
    else:
        samples = _repair_plain(part)
    return samples, hash_of_samples(part, samples)


def _repair_plain(part: Path) -> int:
    """Half a sample at the end is cut off, the header written anew."""
    samples = samples_in(part)
    with part.open("r+b") as file:
        file.write(wav_header(samples))
        file.truncate(HEADER_BYTES + samples * SAMPLE_BYTES)
        file.flush()
        os.fsync(file.fileno())
    return samples
