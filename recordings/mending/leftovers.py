"""What was half made when the program was cut off: a backup, an export, a demo, a download. Nobody needs it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from recordings.kept_peaks import PEAKS_SUFFIX
from simulator.data_folder import DataFolder
from simulator.leftovers import RANDOM, WHERE_EXPORTED, leftovers

AT_REST_S: Final = 3_600.0
"""Whatever was written to within the last hour may still be under way."""

_DEMOS: Final = (f"viva-voce-demo-{RANDOM}", f"viva-voce-demo-out-{RANDOM}")


def find_leftovers(data_folder: DataFolder, now_s: float | None = None) -> tuple[Path, ...]:
    """Files and folders that this program begins to make and never leaves, at rest for an hour, in order.

    Speech models that are half downloaded are none: they are gone on with. Peaks of a recording that is gone are
    some. Never raises: what cannot be looked at is left out.
    """
    ours = [path for path in _candidates(data_folder) if _is_at_rest(path, time.time() if now_s is None else now_s)]
    return tuple(sorted(set(ours)))


def _candidates(data_folder: DataFolder) -> Iterator[Path]:
    yield from leftovers(data_folder)
    yield from data_folder.voices.glob(f"*{RANDOM}.part")
    yield from data_folder.voice_cache.glob("*.part*")
    yield from data_folder.questions_cache.glob("*.part")
    for pattern in WHERE_EXPORTED:
        yield from data_folder.recordings.glob(pattern)
    yield from _peaks_without_take(data_folder.recordings)
    yield from _ours_in_temporary()


def _peaks_without_take(recordings: Path) -> Iterator[Path]:
    for path in recordings.glob(f"*{PEAKS_SUFFIX}"):
        if not path.with_name(path.name.removesuffix(PEAKS_SUFFIX)).exists():
            yield path


def _ours_in_temporary() -> Iterator[Path]:
    """Of this user alone: the folder belongs to everybody."""
    mine = os.getuid() if hasattr(os, "getuid") else None
    folder = Path(tempfile.gettempdir())
    for pattern in (*_DEMOS, *WHERE_EXPORTED):
        for path in folder.glob(pattern):
            try:
                if mine in (None, path.lstat().st_uid) and not _is_in_use(path):
                    yield path
            except OSError:
                continue


def _is_in_use(folder: Path) -> bool:
    """Whether a demo has its library there now. The lock is only looked at; raises OSError where it cannot be."""
    lock = DataFolder.find(folder).lock_file
    if folder.is_symlink() or not lock.is_file():
        return False
    import portalocker

    with lock.open("rb") as file:
        try:
            portalocker.lock(file, portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return True
    return False


def _is_at_rest(path: Path, now_s: float) -> bool:
    try:
        return now_s - max(one.lstat().st_mtime for one in _all_of(path)) >= AT_REST_S
    except OSError:
        return False


def _all_of(path: Path) -> Iterator[Path]:
    yield path
    if path.is_dir() and not path.is_symlink():
        for folder, names, files in os.walk(path):
            yield from (Path(folder) / name for name in (*names, *files))
