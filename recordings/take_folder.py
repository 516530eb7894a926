"""The folder in which finished takes lie: where one is, whether it is whole, what does not belong, what may go."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Final

from recordings.errors import MEGABYTE, LibraryRefused, LittleSpace, megabytes
from recordings.kept_peaks import peaks_path
from recordings.pcm import BYTES_PER_SECOND, HEADER_BYTES, SAMPLE_BYTES
from recordings.take import PART_SUFFIX, WAV_SUFFIX
from recordings.take_file import bytes_as_wav, hash_of_samples
from simulator.folder_sync import sync_folder
from simulator.store.records import LET_GO
from simulator.vault.errors import SealBroken

LEAST_FREE_BYTES: Final = 50 * MEGABYTE  # room that the database and the system need beside the answer


class TakeState(StrEnum):
    """What became of a file that the store knows. The answer itself stays in any case."""

    WHOLE = "whole"
    MISSING = "missing"
    TRUNCATED = "truncated"
    REPLACED = "replaced"
    LET_GO = "let_go"  # deleted as the user's settings say


STATE_SENTENCES: Final[dict[TakeState, str]] = {
    TakeState.WHOLE: "",
    TakeState.MISSING: "The recording is missing. The text and the results are still here.",
    TakeState.TRUNCATED: "The recording has been cut short. The text and the results are still here.",
    TakeState.LET_GO: "The recording was deleted, as you chose in Settings. The text and the results are still here.",
    TakeState.REPLACED: "The recording is not the original one. The text and the results are still here.",
}


class TakeFolder:
    """The takes in `folder`, by file name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, file_name: str) -> Path:
        """Where the take lies, or would lie. A name that leads out of the folder is a ValueError."""
        if file_name in ("", ".", "..") or Path(file_name).name != file_name or "\\" in file_name:
            raise ValueError(f"not the name of a take: {file_name!r}")
        return self.folder / file_name

    def check_space(self, needed_s: float = 600) -> None:
        """Raises `LittleSpace` if less than 50 MB is free, or less than `needed_s` seconds of sound take."""
        needed_bytes = max(LEAST_FREE_BYTES, int(needed_s * BYTES_PER_SECOND))
        free_bytes = shutil.disk_usage(self.folder).free
        if free_bytes < needed_bytes:
            minutes = free_bytes // (60 * BYTES_PER_SECOND)
            room = f"{free_bytes // MEGABYTE} MB is free in {self.folder}, enough for {minutes} min of speech"
            sentence = f"Disk space is low: {room}. Please free {megabytes(needed_bytes - free_bytes)}."
            raise LittleSpace(sentence, self.folder, free_bytes, needed_bytes)

    def check(self, file_name: str, samples: int, sha256: str | None = None) -> TakeState:
        """Whether the take is as it was saved: by its size; with `sha256` by every sample (0.1 s for 20 min)."""
        path = self.path_of(file_name)
        if sha256 == LET_GO:
            return TakeState.LET_GO
        try:
            byte_count = bytes_as_wav(path)
            expected = HEADER_BYTES + samples * SAMPLE_BYTES
            if byte_count != expected:
                return TakeState.TRUNCATED if byte_count < expected else TakeState.REPLACED
            if sha256 is not None and hash_of_samples(path) != sha256:
                return TakeState.REPLACED
        except SealBroken:
            return TakeState.REPLACED
        except OSError:
            return TakeState.MISSING
        return TakeState.WHOLE

    def find_orphans(self, known: Collection[str]) -> tuple[str, ...]:
        """File names of takes that nobody knows."""
        return tuple(sorted({path.name for path in self.folder.glob(f"*{WAV_SUFFIX}")}.difference(known)))

    def holds_takes(self) -> bool:
        """Whether any take lies here, whole or not."""
        return any(self.folder.glob(f"*{WAV_SUFFIX}")) or any(self.folder.glob(f"*{PART_SUFFIX}"))

    def find_stray_parts(self, recording: Collection[str]) -> tuple[str, ...]:
        """File names of takes that were never closed, and are none of those `recording`, which are names when whole."""
        parts = self.folder.glob(f"*{PART_SUFFIX}")
        return tuple(sorted(part.name for part in parts if part.with_suffix("").name not in recording))

    def is_stray_part(self, name: str, recording: Collection[str | None]) -> bool:
        """Whether a `.part` is none of those `recording`, which are names when whole, and has not been closed since."""
        part = self.folder / name
        return part.with_suffix("").name not in recording and part.exists()

    def delete(self, file_name: str) -> None:
        """Gone for good, unfinished or whole, with the peaks kept of it; a file that is gone already is fine.

        Raises `LibraryRefused`.
        """
        path = self.path_of(file_name)
        try:
            path.unlink(missing_ok=True)
            peaks_path(path).unlink(missing_ok=True)
            path.with_suffix(PART_SUFFIX).unlink(missing_ok=True)
            sync_folder(self.folder)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise LibraryRefused(f"{path} could not be deleted ({reason}). You can delete it yourself.") from error
