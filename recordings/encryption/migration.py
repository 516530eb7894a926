"""A library made encrypted, or plain again. It may be cut off at any moment: what is done stays, the rest follows.

The caller holds the library's lock and has no database open. Nothing is removed before what takes its place has been
read back; the keys are written before anything is encrypted, and go only when nothing is any more.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recordings.encryption.errors import Cancelled, EncryptionError, NoRoom
from recordings.encryption.one_file import change
from recordings.encryption.plan import (
    Direction,
    derived,
    half_written,
    planned,
    remove_plan,
    to_change,
    write_plan,
)
from recordings.errors import MEGABYTE
from simulator.data_folder import DataFolder
from simulator.leftovers import clear_spoken, remove_leftovers
from simulator.store.backups import no_copy_under_way
from simulator.store.connection import is_whole
from simulator.store.errors import DatabaseDamaged
from simulator.vault.key_ring import KEY_RING
from simulator.vault.vault_file import keep_apart, mend_vault, remove_vault, write_vault
from simulator.vault.vault_places import is_encrypted

if TYPE_CHECKING:
    from simulator.vault.header import VaultHeader
    from simulator.vault.keys import VaultKey

_ROOM_BESIDE: Final = 50 * MEGABYTE

Told = Callable[[int, int], object]
"""Told how many bytes of how many are done."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a library is now. `left` are encrypted databases that are damaged, and stay as they are.

    `was_cancelled`: the user thought better of it, and it is as it was before.
    """

    direction: Direction
    files: int
    left: tuple[Path, ...] = ()
    was_cancelled: bool = False


def begin_encrypting(data_folder: DataFolder, header: VaultHeader, key: VaultKey) -> None:
    """Write down that this library is to be encrypted with `key`, and its wrapped keys; `go_on` does it.

    Raises EncryptionError, VaultNotWritten, or DatabaseDamaged: what SQLite cannot read is put right first.
    """
    if data_folder.database.exists() and not is_whole(data_folder.database):
        raise DatabaseDamaged(data_folder.database)
    check_room(data_folder, Direction.ENCRYPT)
    write_plan(data_folder, Direction.ENCRYPT)
    write_vault(data_folder.data, header)
    KEY_RING.add([key])


def begin_decrypting(data_folder: DataFolder) -> None:
    """Write down that this library is to be plain again; `go_on` does it. Raises EncryptionError."""
    check_room(data_folder, Direction.DECRYPT)
    write_plan(data_folder, Direction.DECRYPT)


def pending(data_folder: DataFolder) -> Direction | None:
    """What is still to be done, if anything. A plan without its vault was cut off before it began, and goes."""
    direction = planned(data_folder)
    if direction is not None and not is_encrypted(data_folder.data):
        remove_plan(data_folder)
        return None
    return direction


def check_room(data_folder: DataFolder, direction: Direction) -> None:
    """Raises NoRoom where the largest file would not fit beside itself."""
    with _told_by_system(data_folder.data):
        sizes = [path.stat().st_size for path in to_change(data_folder, direction)]
        free = shutil.disk_usage(data_folder.data).free
    needed = max(sizes, default=0) * 2 + _ROOM_BESIDE
    if free < needed:
        raise NoRoom(data_folder.data, needed - free)


def go_on(
    data_folder: DataFolder,
    told: Told = lambda _done, _all: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Changed | None:
    """Do what is pending; None if nothing is. Cancelled, everything becomes what it was before, which is told too.

    Raises EncryptionError, VaultLocked or a FileError: what was done stays, and it can be gone on with.
    """
    direction = pending(data_folder)
    if direction is None:
        return None
    with no_copy_under_way():
        try:
            return _carried_out(data_folder, direction, told, is_cancelled)
        except Cancelled:
            write_plan(data_folder, direction.back)
            back = _carried_out(data_folder, direction.back, told, lambda: False)
            return Changed(back.direction, back.files, back.left, was_cancelled=True)


def _carried_out(
    data_folder: DataFolder, direction: Direction, told: Told, is_cancelled: Callable[[], bool]
) -> Changed:
    key = KEY_RING.near(data_folder.database)
    if key is None:
        raise EncryptionError(f"The key to {data_folder.data} is no longer available. Nothing was changed.")
    with _told_by_system(data_folder.data):
        for remains in tuple(half_written(data_folder)):
            remains.unlink(missing_ok=True)
    remove_leftovers(data_folder)
    mend_vault(data_folder.data)
    files, left = _change_all(data_folder, direction, key, _Progress(told, is_cancelled))
    if direction is Direction.ENCRYPT:
        _remove_derived(data_folder)
    elif left:
        keep_apart(data_folder.data)
    else:
        remove_vault(data_folder.data)
    remove_plan(data_folder)
    return Changed(direction, files, left)


def _change_all(
    data_folder: DataFolder, direction: Direction, key: VaultKey, progress: _Progress
) -> tuple[int, tuple[Path, ...]]:
    with _told_by_system(data_folder.data):
        paths = to_change(data_folder, direction)
        sizes = [path.stat().st_size for path in paths]
        progress.whole = sum(sizes)
    left: list[Path] = []
    for number, path in enumerate(paths):
        progress.look()
        with _told_by_system(path):
            if not change(path, direction, key, progress.more):
                left.append(path)
        progress.reach(sum(sizes[: number + 1]))
    return len(paths) - len(left), tuple(left)


class _Progress:
    """How far it is, and whether it is to go on."""

    def __init__(self, told: Told, is_cancelled: Callable[[], bool]) -> None:
        self._told = told
        self._is_cancelled = is_cancelled
        self._done = 0
        self.whole = 0

    def more(self, size: int) -> None:
        """So many bytes more are done. Raises Cancelled."""
        self.reach(min(self._done + size, self.whole))
        self.look()

    def reach(self, done: int) -> None:
        """So many are done by now."""
        self._done = done
        self._told(done, self.whole)

    def look(self) -> None:
        """Raises Cancelled if the user thought better of it."""
        if self._is_cancelled():
            raise Cancelled


@contextmanager
def _told_by_system(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EncryptionError.from_system(path, error) from error


def _remove_derived(data_folder: DataFolder) -> None:
    """Pictures of sound, and questions that were read aloud: they would tell of what is encrypted now."""
    with _told_by_system(data_folder.data):
        for path in tuple(derived(data_folder)):
            path.unlink(missing_ok=True)
    clear_spoken(data_folder)
