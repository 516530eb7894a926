"""A file that is there whole or not at all: written beside its place, and put into it in one step."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from simulator.leftovers import remove_old
from ui.reports.errors import ExportRefused

_PARTS: Final = f".viva-voce-{'[0-9a-f]' * 16}.part"
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def part_beside(target: Path) -> Path:
    """A new name in the folder of `target`, under which it can be written; it is of no other file."""
    return target.with_name(f".viva-voce-{secrets.token_hex(8)}.part")


def write_whole(target: Path, chunks: Iterable[bytes], part: Path | None = None) -> None:
    """Put all `chunks` in the place of `target`, readable by this user only. `part` is from `part_beside`.

    Raises ExportRefused if the system refuses, and whatever `chunks` raises; then a file that was there is as it was,
    and nothing else is left.
    """
    target = target.resolve()
    remove_old(target.parent, _PARTS)  # of runs that were killed: there are interviews in them
    part = part or part_beside(target)
    try:
        if target.exists() and not target.is_file():
            raise ExportRefused(f"{target} is not a regular file. Nothing was written.")
        with os.fdopen(os.open(part, _NEW, 0o600), "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportRefused(f"{target} could not be written ({reason}). An earlier file is unchanged.") from error
    finally:
        forget_part(part)


def forget_part(part: Path) -> None:
    """Remove what was written so far; nothing happens if it is gone, or in its place."""
    with suppress(OSError):
        part.unlink(missing_ok=True)
