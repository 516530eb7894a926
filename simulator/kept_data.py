"""What the program keeps on this computer, where, and how much room it takes. Nothing is changed here."""

from __future__ import annotations

import os
import stat
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
    """Where something lies, its size in bytes, and in how many files; `unread` files and folders the system refused."""

    kind: KeptKind
    path: Path
    size: int
    files: int
    unread: int = 0


def what_is_kept(data_folder: DataFolder) -> tuple[Kept, ...]:
    """Everything, in the order of `KeptKind`. It walks whole folders, which takes a while for a large library.

    What cannot be looked at is counted apart. Never raises.
    """
    # The values here are those of a screen, which is made before the database is there.
    from simulator.store.deletion import copies_beside

    database = data_folder.database
    backups = database.with_name("backups")
    journal = [database.with_name(f"{database.name}{side}") for side in ("-wal", "-shm")]
    return (
        _kept(KeptKind.HISTORY, database, [database, *journal]),
        _kept(KeptKind.RECORDINGS, data_folder.recordings, [data_folder.recordings]),
        _kept(KeptKind.COPIES, backups, [backups, *copies_beside(database)]),
        _kept(KeptKind.OWN_WORK, data_folder.own_work_file, [data_folder.own_work_file]),
        _kept(KeptKind.QUESTIONS, data_folder.packs, [data_folder.packs]),
        _kept(KeptKind.MODELS, data_folder.models, [data_folder.models]),
        _kept(KeptKind.VOICES, data_folder.voices, [data_folder.voices]),
        _kept(KeptKind.CACHE, data_folder.cache, [data_folder.cache]),
    )


def _kept(kind: KeptKind, shown: Path, places: Iterable[Path]) -> Kept:
    found = [size for place in places for size in _sizes(place)]
    sizes = [size for size in found if size is not None]
    return Kept(kind, shown, sum(sizes), len(sizes), len(found) - len(sizes))


def _sizes(place: Path) -> list[int | None]:
    """Of the file, or of every file below the folder; None where the system refuses. Links are not followed."""
    try:
        status = place.lstat()
    except FileNotFoundError:
        return []
    except OSError:
        return [None]
    return _sizes_below(place) if stat.S_ISDIR(status.st_mode) else [status.st_size]


def _sizes_below(folder: Path) -> list[int | None]:
    try:
        with os.scandir(folder) as entries:
            inside = [Path(entry.path) for entry in entries]
    except OSError:
        return [None]
    return [size for path in inside for size in _sizes(path)]
