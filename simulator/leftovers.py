"""What a run left half written because it was killed. What somebody still writes is known by being young.

Names are matched letter by letter, with the random part that `tempfile` adds: no file of the user's own has such a one.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.data_folder import DataFolder

OLD_S: Final = 600.0  # whoever writes shows a sign of life more often than that

RANDOM: Final = "[a-z0-9_]" * 8
"""What `tempfile` puts into a name, as a pattern."""
BACKUP_PREFIX: Final = ".viva-voce-backup-"
"""How the file begins that becomes a backup, and the folder in which the history is copied for it."""
RESTORING_PREFIX: Final = ".viva-voce-restoring-"
"""How the folder begins into which a backup is unpacked."""
RESTORE_PLAN: Final = "restore.json"
"""While this is in the data folder, what was unpacked is the only copy of what is to come back."""
PASSING_PREFIX: Final = "heard-"
"""How a sound in the cache begins that is there only until it has been played."""
WHERE_EXPORTED: Final = (f".viva-voce-{'[0-9a-f]' * 16}.part", f"{BACKUP_PREFIX}{RANDOM}.part")
"""Exports and backups that are being written, in whatever folder."""

_SIDES: Final = ("", "-wal", "-shm", "-journal")
_IN_THE_DATA_FOLDER: Final = (
    f"{BACKUP_PREFIX}{RANDOM}",
    f"*.json{RANDOM}.part",
    *(f"library.db.new{side}" for side in _SIDES),
    *(f"library*.db.part{side}" for side in _SIDES),
    *WHERE_EXPORTED,
)


def leftovers(data_folder: DataFolder) -> Iterator[Path]:
    """What a killed run may have left in the library's folders, perhaps still being written. Raises OSError."""
    for pattern in _IN_THE_DATA_FOLDER:
        yield from data_folder.data.glob(pattern)
    if not (data_folder.data / RESTORE_PLAN).exists():
        yield from data_folder.data.glob(f"{RESTORING_PREFIX}{RANDOM}")
    for side in _SIDES:
        yield from (data_folder.data / "backups").glob(f"library-*.db.part{side}")
    yield from data_folder.cache.glob(f"{PASSING_PREFIX}{RANDOM}.wav")
    yield from data_folder.packs.glob(f"*.y*ml{RANDOM}.part")


def remove_leftovers(data_folder: DataFolder) -> None:
    """Remove them from the library: nobody can use them, and they may hold what was deleted since. Never raises."""
    with suppress(OSError):
        _remove_old(leftovers(data_folder))


def clear_spoken(data_folder: DataFolder) -> None:
    """Remove the questions that were read aloud; they can be made again. Never raises."""
    with suppress(OSError):
        for path in data_folder.voice_cache.iterdir():
            path.unlink(missing_ok=True)


def remove_old(folder: Path, *patterns: str) -> None:
    """Remove files and folders of such names to which nothing was written for ten minutes. Never raises."""
    with suppress(OSError):
        _remove_old(path for pattern in patterns for path in folder.glob(pattern))


def _remove_old(found: Iterator[Path]) -> None:
    for path in tuple(found):
        if time.time() - _written_at_s(path) > OLD_S:
            _remove(path)


def _written_at_s(path: Path) -> float:
    """Of a link, its own time: what it leads to is somebody else's."""
    inside = () if path.is_symlink() else tuple(path.rglob("*"))
    return max(one.lstat().st_mtime for one in (path, *inside))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
