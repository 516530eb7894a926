"""What one mending took away or marked: files in a dated folder of the data folder, and a list of how to undo it.

The list is on the disk before anything is touched, so that a mending that was cut off can be undone as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from recordings.errors import LibraryRefused
from recordings.take_folder import TakeState
from simulator.folder_sync import sync_folder
from simulator.private_file import replace_file
from simulator.store.records import AnswerId, AnswerRecord, AnswerStatus

PREFIX: Final = "mended-"
_LIST: Final = "mended.json"

Began = Mapping[AnswerId, str]
"""Answers, and when each began, in ISO 8601."""


class Moved(msgspec.Struct, frozen=True):
    """A file or folder that went aside: where it was, below the data folder or in full, and its name in the folder.

    `answer` is whose sound it was, and `began_at` when that answer began, in ISO 8601: in a library that was restored
    meanwhile its number may be another's. Empty in a list from before that was kept: then the number alone tells.
    """

    path: str
    name: str
    answer: AnswerId | None = None
    began_at: str = ""


class Noted(msgspec.Struct, frozen=True):
    """A recording that is not as it was saved, and of which nothing better is left: it is not reported again."""

    answer: AnswerId
    state: TakeState
    began_at: str = ""


class Marked(msgspec.Struct, frozen=True):
    """An answer that was found empty, and what it was before."""

    answer: AnswerId
    before: AnswerStatus
    began_at: str = ""


class MendedList(msgspec.Struct, frozen=True):
    """All that can be undone of one mending."""

    moved: tuple[Moved, ...] = ()
    noted: tuple[Noted, ...] = ()
    marked: tuple[Marked, ...] = ()


class Aside:
    """The folder of one mending, made with the first thing that goes into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = _read(folder)

    @classmethod
    def new(cls, data: Path) -> Aside:
        """An empty one in the data folder, named after now."""
        return cls(data / f"{PREFIX}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")

    @property
    def contents(self) -> MendedList:
        """What is in it."""
        return self._list

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to undo."""
        return self._list == MendedList()

    @property
    def can_undo(self) -> bool:
        """Whether undoing would do anything: files whose places are all taken by now wait for those to be free."""
        waiting = all(self._waits(moved) for moved in self._list.moved)
        return bool(self._list.noted or self._list.marked) or not waiting

    def move(self, path: Path, whose: AnswerRecord | None = None) -> Path:
        """Put a file or folder aside, and give its place there. Raises LibraryRefused; it is where it was then."""
        data = self.folder.parent
        place = path.relative_to(data) if path.is_relative_to(data) else path
        name = f"{len(self._list.moved) + 1}-{path.name}"
        moved = Moved(str(place), name, *((whose.id, whose.started_at.isoformat()) if whose else ()))
        self._write(msgspec.structs.replace(self._list, moved=(*self._list.moved, moved)))
        try:
            shutil.move(path, self.folder / moved.name)
            sync_folder(self.folder)
        except OSError as error:
            raise _refused(path, error) from error
        return self.folder / moved.name

    def note(self, record: AnswerRecord, state: TakeState) -> None:
        """Report this recording no more. Raises LibraryRefused."""
        noted = Noted(record.id, state, record.started_at.isoformat())
        self._write(msgspec.structs.replace(self._list, noted=(*self._list.noted, noted)))

    def mark(self, record: AnswerRecord, before: AnswerStatus) -> None:
        """Write down what an answer was, before it is marked as lost. Raises LibraryRefused."""
        marked = Marked(record.id, before, record.started_at.isoformat())
        self._write(msgspec.structs.replace(self._list, marked=(*self._list.marked, marked)))

    def put_back(self) -> tuple[Path, ...]:
        """Every file where it was. Those whose place is taken by now stay, and are returned. Raises LibraryRefused."""
        left: list[Moved] = []
        for moved in self._list.moved:
            source, target = self.folder / moved.name, self.folder.parent / moved.path
            if not source.exists():  # it never got here, or is back already
                continue
            if target.exists():
                left.append(moved)
                continue
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(source, target)
            except OSError as error:
                raise _refused(source, error) from error
        self._write(MendedList(moved=tuple(left)))
        if not left:
            self._remove()
        return tuple(self.folder / moved.name for moved in left)

    def forget(self, answers: Began) -> None:
        """Nothing of these answers stays here, since they are deleted. Raises LibraryRefused."""
        moved = tuple(one for one in self._list.moved if not is_of(one, answers))
        noted = tuple(one for one in self._list.noted if not is_of(one, answers))
        marked = tuple(one for one in self._list.marked if not is_of(one, answers))
        gone = [self.folder / one.name for one in self._list.moved if one not in moved]
        try:
            for path in gone:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise _refused(self.folder, error) from error
        if (kept := MendedList(moved, noted, marked)) != self._list:
            self._write(kept)
            if self.is_empty:
                self._remove()

    def _waits(self, moved: Moved) -> bool:
        return (self.folder / moved.name).exists() and (self.folder.parent / moved.path).exists()

    def _write(self, contents: MendedList) -> None:
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            replace_file(self.folder / _LIST, msgspec.json.encode(contents))
            sync_folder(self.folder)
        except OSError as error:
            raise _refused(self.folder, error) from error
        self._list = contents

    def _remove(self) -> None:
        """Only what is ours: what somebody else put there stays, with the folder."""
        try:
            (self.folder / _LIST).unlink(missing_ok=True)
            if not any(self.folder.iterdir()):
                self.folder.rmdir()
        except OSError as error:
            raise _refused(self.folder, error) from error


def asides(data: Path) -> tuple[Aside, ...]:
    """What earlier mendings took away in this data folder, the latest first; those that are undone are none."""
    folders = sorted((path for path in data.glob(f"{PREFIX}*") if path.is_dir()), reverse=True)
    return tuple(aside for aside in map(Aside, folders) if not aside.is_empty)


def can_undo(data: Path) -> bool:
    """Whether anything can be taken back in this data folder now."""
    return any(aside.can_undo for aside in asides(data))


def next_to_undo(data: Path) -> Aside | None:
    """What the next undo takes back. Where nothing can be, the latest: its files still wait for their places."""
    known = asides(data)
    return next((aside for aside in known if aside.can_undo), next(iter(known), None))


def is_of(one: Moved | Noted | Marked, answers: Began) -> bool:
    """Whether it is said of one of these answers, and not of another that had its number."""
    return one.answer is not None and one.answer in answers and one.began_at in ("", answers[one.answer])


def forget_aside(data: Path, answers: Began) -> None:
    """Nothing of these answers stays in any of them. Raises LibraryRefused."""
    for aside in asides(data):
        aside.forget(answers)


def noted_in(data: Path) -> tuple[Noted, ...]:
    """Recordings that need not be reported any more, in the state in which they were."""
    return tuple(one for aside in asides(data) for one in aside.contents.noted)


def _read(folder: Path) -> MendedList:
    """What cannot be read is nothing: its files are still there for whoever looks."""
    try:
        return msgspec.json.decode((folder / _LIST).read_bytes(), type=MendedList)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return MendedList()


def _refused(path: Path, error: OSError) -> LibraryRefused:
    reason = error.strerror or type(error).__name__
    return LibraryRefused(f"{path} could not be moved ({reason}). It was left as it is; please try again.")
