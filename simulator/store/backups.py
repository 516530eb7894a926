"""Copies of the library's database, made by themselves and thinned, for the day on which the file is damaged.

A backup holds every word of the history: whoever deletes an answer has `forget_all` called, and the next start makes a
fresh one. The recordings are not in it; they are files that never change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Final

from simulator.folder_sync import sync_folder
from simulator.store.connection import copy_library, is_whole, told_plainly

_MOMENT: Final = "%Y%m%dT%H%M%SZ"
_PREFIX: Final = "library-"
_SUFFIX: Final = ".db"
_PRIVATE: Final = 0o700
_DAYS: Final = 7
_WEEKS: Final = 5
_MONTHS: Final = 12

# A copy is made beside the window, where somebody may delete an answer meanwhile: half of it gone would look like
# damage.
_AT_WORK: Final = Lock()


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of the database as it was at `made_at`, in UTC."""

    made_at: datetime
    path: Path


class BackupFolder:
    """The backups in `folder`, which is created with the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def beside(cls, database: Path) -> BackupFolder:
        """The folder of backups that belongs to the library at `database`."""
        return cls(database.with_name("backups"))

    def backups(self) -> tuple[Backup, ...]:
        """All of them, newest first. Other files in the folder are left alone."""
        found = (_backup_at(path) for path in self._folder.glob(f"{_PREFIX}*{_SUFFIX}"))
        return tuple(sorted((one for one in found if one is not None), reverse=True))

    def make(self, database: Path, now: datetime) -> Backup | None:
        """Copy `database` if it was written to since the newest backup, check the copy, and thin the older ones.

        None where nothing had changed, or where it was written to meanwhile. Raises a FileError; what there was stays.
        """
        with _AT_WORK:
            return self._make(database, now)

    def newest_whole(self) -> Backup | None:
        """The newest that can be opened and is not damaged itself; None without one."""
        return next((one for one in self.backups() if is_whole(one.path)), None)

    def forget_all(self) -> None:
        """Delete every backup, since each holds what was in the library then. Raises a FileError."""
        with _AT_WORK, told_plainly(self._folder):
            self._clear_unfinished()
            for one in self.backups():
                one.path.unlink(missing_ok=True)
            if self._folder.is_dir():
                sync_folder(self._folder)

    def _make(self, database: Path, now: datetime) -> Backup | None:
        newest = next(iter(self.backups()), None)
        if newest is not None and _changed_at(database) <= newest.made_at:
            return None
        with told_plainly(self._folder):
            self._folder.mkdir(mode=_PRIVATE, exist_ok=True)
            self._clear_unfinished()
        made = Backup(now.astimezone(UTC).replace(microsecond=0), self._path_at(now))
        changed_at = _changed_at(database)
        copy_library(database, made.path)
        if _changed_at(database) > changed_at:  # perhaps by deleting what is in the copy
            made.path.unlink(missing_ok=True)
            return None
        self._thin(now)
        return made

    def _thin(self, now: datetime) -> None:
        known = self.backups()
        kept = worth_keeping([one.made_at for one in known], now)
        with told_plainly(self._folder):
            for one in known:
                if one.made_at not in kept:
                    one.path.unlink(missing_ok=True)
            sync_folder(self._folder)

    def _clear_unfinished(self) -> None:
        """What a copy that was cut off left; it holds words, too."""
        for leftover in self._folder.glob(f"{_PREFIX}*.part*"):
            leftover.unlink(missing_ok=True)

    def _path_at(self, moment: datetime) -> Path:
        return self._folder / f"{_PREFIX}{moment.astimezone(UTC).strftime(_MOMENT)}{_SUFFIX}"


@contextmanager
def no_copy_under_way() -> Iterator[None]:
    """Waits for a copy that is being made in this process, though its window is closed, and lets none begin meanwhile.

    A copy out of a library that is being encrypted would be plain, and put in place after all else was encrypted.
    """
    with _AT_WORK:
        yield


def worth_keeping(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """The newest of all, of each of the last 7 days, of each of the last 5 weeks and of each of the last 12 months.

    What lies ahead of `now` was made before the clock was set back, and is kept.
    """
    newest_first = sorted(moments, reverse=True)
    ahead = [one for one in newest_first if one > now]
    return frozenset(
        [
            *newest_first[:1],
            *ahead,
            *_newest_of_each(newest_first, now - timedelta(days=_DAYS), lambda one: one.date()),
            *_newest_of_each(newest_first, now - timedelta(weeks=_WEEKS), lambda one: one.isocalendar()[:2]),
            *_newest_of_each(newest_first, now - timedelta(days=365 * _MONTHS / 12), lambda one: (one.year, one.month)),
        ]
    )


def _newest_of_each(
    newest_first: Iterable[datetime], since: datetime, span: Callable[[datetime], object]
) -> Iterable[datetime]:
    found: dict[object, datetime] = {}
    for one in newest_first:
        if one >= since:
            found.setdefault(span(one), one)
    return found.values()


def _changed_at(database: Path) -> datetime:
    """When the library was last written to, as its files say: changes lie in the journal at first."""
    files = (database, database.with_name(f"{database.name}-wal"))
    with told_plainly(database):
        latest = max(path.stat().st_mtime for path in files if path.exists())
    return datetime.fromtimestamp(latest, UTC)


def _backup_at(path: Path) -> Backup | None:
    try:
        made_at = datetime.strptime(path.name, f"{_PREFIX}{_MOMENT}{_SUFFIX}").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(made_at, path)
