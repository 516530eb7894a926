"""What is said of a backup of the library: before it is restored, and after it was written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.words.times import counted

if TYPE_CHECKING:
    from recordings.library_archive import Manifest

NOBODY_TO_ASK: Final = "Nothing was restored: there is no terminal to confirm on. Add --yes if you are sure."
NOTHING_RESTORED: Final = "Nothing was restored."
RESTORE: Final = "Replace your library with this backup? Your present library is kept in a folder beside it."
_MEGABYTE: Final = 1_000_000


def archive_line(manifest: Manifest) -> str:
    """What a backup holds, and from when it is."""
    made = f"{manifest.made_at.astimezone():%-d %B %Y, %H:%M}"
    latest = f", the latest of {manifest.latest.astimezone():%-d %B %Y}" if manifest.latest else ""
    return f"Backup of {made}: {_contents(manifest)}{latest}."


def written_line(target: Path, manifest: Manifest) -> str:
    """Where a backup lies now."""
    return f"Saved {_contents(manifest)} to {target} ({_megabytes(manifest.size)}), and checked every file in it."


def restored_line(manifest: Manifest) -> str:
    """What is in the library now."""
    return f"Restored {_contents(manifest)}."


def put_aside(folder: Path) -> str:
    """Where the library is that was there before."""
    return f"What was there before is in {folder}. Delete that folder once you no longer need it."


def history_begun_anew(aside: Path) -> str:
    """A damaged history had no backup."""
    kept = "all your recordings are safe"
    return f"The history could not be read. It was moved to {aside.name} and a new one was started; {kept}."


def history_from_backup(aside: Path, made_at: datetime) -> str:
    """A damaged history was replaced with its newest backup."""
    return (
        f"The history could not be read. It was moved to {aside.name}, and the backup of "
        f"{made_at.astimezone():%-d %B %Y, %H:%M} took its place; all your recordings are safe."
    )


def share_line(done: int, whole: int) -> str:
    """How far one is."""
    return f"{_megabytes(done)} of {_megabytes(whole)}"


def _contents(manifest: Manifest) -> str:
    return f"{counted(manifest.sessions, 'interview')} and {counted(manifest.recordings, 'recording')}"


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / _MEGABYTE))} MB"
