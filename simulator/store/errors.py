"""What can go wrong with the library on disk, each told in a sentence: what happened, what was kept, what to do.

StoreError (a SimulatorError)
├── DatabaseDamaged          not a database, cut short, or inconsistent
├── DatabaseFromNewerVersion written by a later Viva Voce; left untouched
├── DatabaseMissing          there is no library to read yet
│   └── DatabaseGone         likewise, but there are recordings beside it
├── LibraryGone              it was moved or deleted while it was open
├── MigrationFailed          bringing an older library up to date failed; it is as it was before
├── StoreFull                no space left; the change was rolled back and can be tried again
├── StoreReadOnly            the file or its folder may not be written
├── StoreBusy                another program holds the library
├── StoreUnreachable         the disk reported an error
├── SearchIndexDamaged       answers cannot be found by their words until the index is rebuilt
├── RowUnreadable            something kept is no longer what was written
├── TracesLeft               a session is deleted, but the file could not be cleared of its words yet
│   └── StoryTracesLeft      likewise of a deleted story
├── UnknownRecord            no such session, answer or story
└── AnswerAlreadyClosed      a saved, skipped, discarded or lost answer was asked to change its state
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from simulator.errors import SimulatorError


class StoreError(SimulatorError):
    """Anything the library on disk may refuse. `str()` is a sentence for the user."""


class FileError(StoreError):
    """A trouble with the library's file; `path` is where it lies, and stands in the `sentence` of each."""

    sentence: ClassVar[str] = "The library {path} cannot be used."

    def __init__(self, path: Path) -> None:
        super().__init__(self.sentence.format(path=path))
        self.path = path


class DatabaseDamaged(FileError):
    """The file is no database, is cut short, or contradicts itself."""

    sentence = (
        "The library {path} is damaged and was left as it is; the recordings next to it are safe. "
        "Move it elsewhere to start a new one."
    )


class DatabaseFromNewerVersion(FileError):
    """The file holds changes that this version does not know."""

    sentence = "The library {path} was written by a newer Viva Voce. Nothing was changed; please update Viva Voce."


class DatabaseMissing(FileError):
    """Nothing to read yet."""

    sentence = "There is no library at {path} yet. Your first interview will create it."


class DatabaseGone(DatabaseMissing):
    """Nothing to read any more: recordings lie beside it."""

    sentence = (
        "The library {path} is gone, but the recordings next to it are still there. "
        "Open the window: a new library will be started, and they can be recovered into it."
    )


class LibraryGone(FileError):
    """The file is not where it was opened any more: whatever were written now would go with it."""

    sentence = (
        "The library {path} was moved or deleted while Viva Voce was open, so nothing can be saved in it. "
        "Close Viva Voce, put its folder back if you can, and start again."
    )


class MigrationFailed(StoreError):
    """An older library could not be brought up to date. `backup` is a copy from just before."""

    def __init__(self, path: Path, backup: Path, reason: str) -> None:
        super().__init__(
            f"The library {path} could not be brought up to date ({reason}). It is unchanged; a copy is at {backup}."
        )
        self.path = path
        self.backup = backup


class StoreFull(FileError):
    """The disk is full."""

    sentence = "There is no space left for the library {path}. Nothing was lost: free some space and try again."


class StoreReadOnly(FileError):
    """The file or its folder may not be written."""

    sentence = (
        "The library {path} cannot be written to. Nothing was changed: allow writing to it, or choose another folder."
    )


class StoreBusy(FileError):
    """Another program holds the file."""

    sentence = "Another program is using the library {path}. Nothing was changed: close that program and try again."


class StoreUnreachable(FileError):
    """The disk reported an error."""

    sentence = "The disk reported an error at {path}. What was already saved is safe: check the disk and try again."


class SearchIndexDamaged(FileError):
    """The index of words is damaged; it holds nothing that is not in the answers too."""

    sentence = (
        "The search index of the library {path} is damaged; your interviews are safe. "
        "Close Viva Voce and run `viva-voce sessions check` to rebuild it."
    )


class RowUnreadable(StoreError):
    """Something kept cannot be read any more; the rest can."""


class TracesLeft(FileError):
    """A session's rows are gone, but its words may still lie in the index or the journal."""

    sentence = (
        "It has been deleted, but traces of its words may remain in {path} until Viva Voce is next started: "
        "a program is using the file, or the disk is full."
    )


class StoryTracesLeft(TracesLeft):
    """A story's row is gone, but its words may still lie in the journal."""

    sentence = (
        "The story has been deleted, but traces of its words may remain in {path} until you delete another: "
        "a program is using the file, or the disk is full."
    )


class UnknownRecord(StoreError):
    """No such session, answer or story."""


class AnswerAlreadyClosed(StoreError):
    """Only an answer that is still being recorded changes its state."""
