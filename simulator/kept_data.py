"""What the program keeps on this computer, where, and how much room it takes. Nothing is changed here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from simulator.data_folder import DataFolder


class KeptKind(StrEnum):
    """A sort of thing that is kept."""

    HISTORY = "history"
    RECORDINGS = "recordings"
    COPIES = "copies"
    OWN_WORK = "own work"
    QUESTIONS = "questions"
    MODELS = "models"
    VOICES = "voices"
    CACHE = "cache"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where something lies, its size in bytes, and in how many files."""

    kind: KeptKind
    path: Path
    size: int
    files: int


def what_is_kept(data_folder: DataFolder) -> tuple[Kept, ...]:
    """Everything, in the order of `KeptKind`. It walks whole folders, which takes a while for a large library.

    What cannot be looked at counts for nothing. Never raises.
    """
    # The values here are those of a screen, which is made before the database is there.
    from simulator.store.backups import BackupFolder
    from simulator.store.deletion import copies_beside

    database = data_folder.database
    copies = [backup.path for backup in BackupFolder.beside(database).backups()]
    journal = [database.with_name(f"{database.name}{side}") for side in ("-wal", "-shm")]
    return (
        _kept(KeptKind.HISTORY, database, [database, *journal]),
        _kept(KeptKind.RECORDINGS, data_folder.recordings, [data_folder.recordings]),
        _kept(KeptKind.COPIES, database.with_name("backups"), [*copies, *copies_beside(database)]),
        _kept(KeptKind.OWN_WORK, data_folder.own_work_file, [data_folder.own_work_file]),
        _kept(KeptKind.QUESTIONS, data_folder.packs, [data_folder.packs]),
        _kept(KeptKind.MODELS, data_folder.models, [data_folder.models]),
        _kept(KeptKind.VOICES, data_folder.voices, [data_folder.voices]),
        _kept(KeptKind.CACHE, data_folder.cache, [data_folder.cache]),
    )


def _kept(kind: KeptKind, shown: Path, places: Iterable[Path]) -> Kept:
    sizes = [size for place in places for size in _sizes(place)]
    return Kept(kind, shown, sum(sizes), len(sizes))


def _sizes(place: Path) -> list[int]:
    """Of the file, or of every file below the folder; links are not followed."""
    if place.is_dir() and not place.is_symlink():
        found = (Path(folder) / name for folder, _, names in os.walk(place) for name in names)
        return [size for path in found if (size := _size(path)) is not None]
    size = _size(place)
    return [] if size is None else [size]


def _size(path: Path) -> int | None:
    try:
        return path.lstat().st_size
    except OSError:
        return None
