"""A damaged library goes aside, and its newest backup takes its place: what is interrupted, the next start ends.

The backup is first copied to a name of its own; from there it takes the library's place in one step.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from simulator.folder_sync import sync_folder
from simulator.store.backups import BackupFolder
from simulator.store.connection import copy_library, move_aside, told_plainly


def replace_damaged(database: Path) -> tuple[Path, datetime | None]:
    """Where the damaged library lies now, and of when the backup is that is there instead: None without one.

    Raises a FileError.
    """
    backup = BackupFolder.beside(database).newest_whole()
    if backup is not None:
        copy_library(backup.path, _standing_by(database))
    aside = move_aside(database)
    finish_replacing(database)
    return aside, backup.made_at if backup else None


def finish_replacing(database: Path) -> None:
    """Put the backup in place that stands by for a library that is aside. Does nothing where all is well.

    Raises a FileError.
    """
    standing_by = _standing_by(database)
    with told_plainly(database):
        if database.exists():
            standing_by.unlink(missing_ok=True)
        elif standing_by.exists():
            move_aside(database)  # what is left of it, if only some of its files are aside
            standing_by.rename(database)
            sync_folder(database.parent)


def _standing_by(database: Path) -> Path:
    return database.with_name(f"{database.name}.standing-by")
