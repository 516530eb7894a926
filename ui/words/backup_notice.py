"""What is said of a backup of the library: before it is restored, and after it was written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.store.errors import DatabaseDamaged, StoreBusy, StoreFull, StoreReadOnly
from ui.words.times import counted

if TYPE_CHECKING:
    from recordings.library_archive import Manifest

NOBODY_TO_ASK: Final = "Nothing was restored: confirmation needs a terminal. Add --yes if you are sure."
NOTHING_RESTORED: Final = "Nothing was restored."
RESTORE: Final = "Replace your library with this backup? Your current library will be kept in a folder of its own."
_CHECK_FOLDER: Final = "Please check that folder, or use “Back up to a file…” in Settings."
_WHAT_TO_DO: Final[tuple[tuple[type[Exception], str], ...]] = (
    (StoreFull, "The disk is full: please free up some space and start Viva Voce again."),
    (
        StoreReadOnly,
        "Viva Voce is not allowed to write to that folder: please allow it, or use “Back up to a file…” in Settings.",
    ),
    (StoreBusy, "Another program was using the history; Viva Voce will try again when it next starts."),
    (DatabaseDamaged, "Part of the history is damaged: please use “Check the library” in Settings."),
)
_MEGABYTE: Final = 1_000_000


def archive_line(manifest: Manifest) -> str:
    """What a backup holds, and from when it is."""
    made = f"{manifest.made_at.astimezone():%-d %B %Y, %H:%M}"
    latest = f", the latest from {manifest.latest.astimezone():%-d %B %Y}" if manifest.latest else ""
    return f"Backup of {made}: {_contents(manifest)}{latest}."


def written_line(target: Path, manifest: Manifest) -> str:
    """Where a backup lies now."""
    return f"Saved {_contents(manifest)} to {target} ({_megabytes(manifest.size)}), and checked every file in it."


def restored_line(manifest: Manifest) -> str:
    """What is in the library now."""
    return f"Restored {_contents(manifest)}."


def put_aside(folder: Path) -> str:
    """Where the library is that was there before."""
    return f"Your previous library is in {folder}. Delete that folder once you no longer need it."


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


def no_copy_made(folder: Path, error: Exception) -> str:
    """The automatic copy of the history failed: why, and what to do."""
    what_to_do = next((words for kind, words in _WHAT_TO_DO if isinstance(error, kind)), _CHECK_FOLDER)
    not_made = f"The automatic copy of your history in {folder} could not be made. Your history itself was not changed."
    return f"{not_made} {what_to_do}"


ASIDE_IS_PLAIN: Final = (
    "Your library is encrypted now, but the previous one is not; delete it once you no longer need it."
)
NOT_ENCRYPTED_NOW: Final = (
    "This backup was not encrypted, so your library is no longer encrypted. Encrypt it again with “sessions encrypt”."
)


def share_line(done: int, whole: int) -> str:
    """How far one is."""
    return f"{_megabytes(done)} of {_megabytes(whole)}"


def _contents(manifest: Manifest) -> str:
    return f"{counted(manifest.sessions, 'interview')} and {counted(manifest.recordings, 'recording')}"


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / _MEGABYTE))} MB"
