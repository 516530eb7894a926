"""Puts an archive in the place of the library. What was there before goes into a folder beside it, and nothing is lost.

First everything is unpacked and checked; only then are whole files and folders given other names, in an order that is
written down, so that a restart finishes what was begun.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from recordings.encryption.plan import PLAN_FILE
from recordings.library_archive import (
    LIBRARY,
    PACKS,
    RECORDINGS,
    SINGLE_FILES,
    ArchiveError,
    LibraryArchive,
    Manifest,
    Told,
)
from simulator.data_folder import DataFolder
from simulator.folder_sync import sync_folder
from simulator.leftovers import RESTORE_PLAN, RESTORING_PREFIX
from simulator.private_file import read_object, replace_file
from simulator.store.connection import SIDE_FILES, is_whole

ASIDE_PREFIX: Final = "before-restore-"
# The library comes last: until it is there, its old one names the old recordings, which are aside, and nothing else.
_MOVED: Final = (*SINGLE_FILES, PLAN_FILE, PACKS, RECORDINGS, *(LIBRARY + side for side in SIDE_FILES), LIBRARY)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and the folder in which what was there before lies now; None if there was nothing."""

    manifest: Manifest
    aside: Path | None


class _Plan(msgspec.Struct, frozen=True):
    """Names in the data folder: where the new library lies, where the old one goes, and what there is to put."""

    incoming: str
    aside: str
    coming: tuple[str, ...]


def restore(archive: LibraryArchive, data_folder: DataFolder, told: Told = lambda _done, _all: None) -> Restored:
    """Unpack and check `archive`, then put it in the library's place. The caller holds the library's lock.

    Raises ArchiveError with nothing changed.
    """
    free = shutil.disk_usage(data_folder.data).free
    if archive.manifest.size > free:
        missing_mb = (archive.manifest.size - free) // 1_000_000 + 1
        raise ArchiveError(f"{data_folder.data} needs {missing_mb} MB more free space. Nothing was changed.")
    incoming = Path(tempfile.mkdtemp(dir=data_folder.data, prefix=RESTORING_PREFIX))
    try:
        archive.unpack(incoming, told)
        if not is_whole(incoming / LIBRARY):
            raise ArchiveError(f"The history in {archive.path} is damaged. Nothing was changed.")
        aside = data_folder.data / f"{ASIDE_PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        coming = tuple(name for name in _MOVED if (incoming / name).exists())
        replace_file(data_folder.data / RESTORE_PLAN, msgspec.json.encode(_Plan(incoming.name, aside.name, coming)))
        sync_folder(data_folder.data)
    except BaseException:
        shutil.rmtree(incoming, ignore_errors=True)
        raise
    finish_restoring(data_folder)
    return Restored(archive.manifest, aside if aside.is_dir() else None)


def finish_restoring(data_folder: DataFolder) -> bool:
    """Do what is left of a restoration that was begun, and tell whether there was one. Safe to call twice."""
    stored, _ = read_object(data_folder.data / RESTORE_PLAN)
    if not stored:
        return False
    plan = msgspec.convert(stored, _Plan)
    for name in _MOVED:
        _put(name, plan, data_folder.data)
    data_folder.prepare()
    (data_folder.data / RESTORE_PLAN).unlink()
    shutil.rmtree(data_folder.data / plan.incoming, ignore_errors=True)
    return True


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _put(name: str, plan: _Plan, data: Path) -> None:
    """What is there goes aside, and what came takes its place; what was done before a crash is not done again."""
    incoming, aside = data / plan.incoming / name, data / plan.aside / name
    if name in plan.coming and not incoming.exists():
        return
    if _is_empty_folder(data / name):
        (data / name).rmdir()
    elif (data / name).exists() and not aside.exists():
        aside.parent.mkdir(mode=0o700, exist_ok=True)
        (data / name).rename(aside)
        sync_folder(aside.parent)
    if incoming.exists():
        incoming.rename(data / name)
    sync_folder(data)
