"""`viva-voce sessions backup` and `restore`: the whole library in one file, and back, on this computer or another."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.data_folder import DataFolder
from simulator.vault.vault_places import is_encrypted
from ui.commands.output import ask, complain, progress_line, say, say_json
from ui.one_instance import alone
from ui.words.backup_notice import (
    ASIDE_IS_PLAIN,
    NOBODY_TO_ASK,
    NOT_ENCRYPTED_NOW,
    NOTHING_RESTORED,
    RESTORE,
    archive_line,
    put_aside,
    restored_line,
    share_line,
    written_line,
)

if TYPE_CHECKING:
    from recordings.library_archive import Manifest

_WRONG_USAGE: Final = 2


def back_up(data_folder: DataFolder, target: Path | None, *, as_json: bool) -> int:
    """Write the library to `target`, or to a file named after today here. Raises ArchiveError or a StoreError."""
    from recordings.library_archive import write_archive

    target = (target or Path()).absolute()
    if target.is_dir():
        target /= f"viva-voce-{datetime.now(UTC).astimezone():%Y-%m-%d}.zip"
    with progress_line() as line:
        manifest = write_archive(data_folder, target, lambda done, whole: line.show(share_line(done, whole)))
    if as_json:
        say_json({"file": str(target), **_as_dict(manifest)})
    else:
        say(written_line(target, manifest))
    return 0


def restore_library(data_folder: DataFolder, source: Path, *, is_sure: bool, is_preview: bool, as_json: bool) -> int:
    """Put the archive at `source` in the library's place, once the user is sure. Raises ArchiveError, StoreError."""
    from recordings.library_archive import LibraryArchive
    from recordings.restoring import restore

    archive = LibraryArchive(source)
    if not as_json:
        say(archive_line(archive.manifest))
    if is_preview:
        if as_json:
            say_json({"file": str(source), **_as_dict(archive.manifest)})
        return 0
    if not is_sure and not sys.stdin.isatty():
        complain(NOBODY_TO_ASK)
        return _WRONG_USAGE
    if not is_sure and ask(f"{RESTORE} [y/N] ").strip().lower() not in ("y", "yes"):
        say(NOTHING_RESTORED)
        return 0
    data_folder.prepare()
    with alone(data_folder, or_empty=True), progress_line() as line:
        was_encrypted = is_encrypted(data_folder.data)
        restored = restore(archive, data_folder, lambda done, whole: line.show(share_line(done, whole)))
    if as_json:
        aside = str(restored.aside) if restored.aside else None
        say_json({"file": str(source), "aside": aside, **_as_dict(restored.manifest)})
    else:
        say(restored_line(restored.manifest))
        say(put_aside(restored.aside)) if restored.aside else None
        if restored.aside and is_encrypted(data_folder.data) and not is_encrypted(restored.aside):
            say(ASIDE_IS_PLAIN)
        say(NOT_ENCRYPTED_NOW) if was_encrypted and not is_encrypted(data_folder.data) else None
    return 0


def _as_dict(manifest: Manifest) -> dict[str, object]:
    return {
        "made_at": manifest.made_at,
        "sessions": manifest.sessions,
        "latest": manifest.latest,
        "recordings": manifest.recordings,
        "bytes": manifest.size,
    }
