"""What is being deleted, written down before the first step: a deletion that is cut off is finished at the next start.

The list holds ids, moments and file names, and no word of any answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from simulator.folder_sync import sync_folder
from simulator.private_file import replace_file
from simulator.store.records import AnswerId, SessionId

_NAME: Final = "deleting.json"
_TURN: Final = threading.Lock()


class Deletion(msgspec.Struct, frozen=True):
    """A session that is to go, or one answer of it, with its recordings.

    `began_at` is when it began, in ISO 8601: in a library that was restored meanwhile the id may be another's.
    """

    session: SessionId
    answer: AnswerId | None
    began_at: str
    answers: tuple[AnswerId, ...]
    files: tuple[str, ...]


def unfinished_deletions(data: Path) -> tuple[Deletion, ...]:
    """Those that were cut off, or left traces, in this data folder. Never raises."""
    try:
        return msgspec.json.decode((data / _NAME).read_bytes(), type=tuple[Deletion, ...])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return ()


def begin(data: Path, deletion: Deletion) -> None:
    """Write it down. On a disk that takes nothing more it is not: what is deleted there need not wait for that."""
    _change(data, lambda known: (*(one for one in known if one != deletion), deletion))


def end(data: Path, deletion: Deletion) -> None:
    """It is done, or could not be begun."""
    _change(data, lambda known: tuple(one for one in known if one != deletion))


def _change(data: Path, change: Callable[[tuple[Deletion, ...]], tuple[Deletion, ...]]) -> None:
    with _TURN, suppress(OSError):
        if left := change(unfinished_deletions(data)):
            replace_file(data / _NAME, msgspec.json.encode(left))
        else:
            (data / _NAME).unlink(missing_ok=True)
        sync_folder(data)
