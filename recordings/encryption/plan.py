"""What is under way, written down before the first file is changed, so that a restart goes on with it.

Each file says itself whether it is encrypted, and every reader takes either: a library that is half done works.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from recordings.encryption.errors import EncryptionError
from recordings.kept_peaks import PEAKS_SUFFIX
from recordings.take import PART_SUFFIX, WAV_SUFFIX
from simulator.data_folder import DataFolder
from simulator.folder_sync import sync_folder
from simulator.private_file import read_object, replace_file
from simulator.vault.opening import is_sealed
from simulator.vault.vault_places import VAULT_FILE

PLAN_FILE: Final = "encrypting.json"
BESIDE_SUFFIX: Final = ".sealing"
"""What a file is called while it is written beside the one that it will take the place of."""
DATABASE_NAME: Final = "library.db"
DATABASE_SUFFIXES: Final = (".db", ".standing-by")
_COPY_SUFFIX: Final = ".copy"
_SIDES: Final = ("-wal", "-shm", "-journal")
_LISTS: Final = ("mended.json", VAULT_FILE)  # numbers and names of files; and keys, which are wrapped
_PLAIN_DATABASE: Final = b"SQLite format 3\0"


class Direction(StrEnum):
    """Which way it goes."""

    ENCRYPT = "encrypt"
    DECRYPT = "decrypt"

    @property
    def back(self) -> Direction:
        """The other way."""
        return Direction.DECRYPT if self is Direction.ENCRYPT else Direction.ENCRYPT


class _Plan(msgspec.Struct, frozen=True):
    direction: Direction


def planned(data_folder: DataFolder) -> Direction | None:
    """What was begun and not finished; None if nothing was. Never raises."""
    stored, _ = read_object(data_folder.data / PLAN_FILE)
    try:
        return msgspec.convert(stored, _Plan).direction if stored else None
    except msgspec.ValidationError:
        return None


def write_plan(data_folder: DataFolder, direction: Direction) -> None:
    """From now on a restart goes on with this. Raises EncryptionError."""
    try:
        replace_file(data_folder.data / PLAN_FILE, msgspec.json.encode(_Plan(direction)))
        sync_folder(data_folder.data)
    except OSError as error:
        raise EncryptionError.from_system(data_folder.data / PLAN_FILE, error) from error


def remove_plan(data_folder: DataFolder) -> None:
    """It is finished. Raises EncryptionError."""
    try:
        (data_folder.data / PLAN_FILE).unlink(missing_ok=True)
        sync_folder(data_folder.data)
    except OSError as error:
        raise EncryptionError.from_system(data_folder.data / PLAN_FILE, error) from error


def to_change(data_folder: DataFolder, direction: Direction) -> tuple[Path, ...]:
    """Every file that is not yet as it is to be: the history first, then copies, then recordings. Raises OSError."""
    wanted = direction is Direction.ENCRYPT
    return tuple(path for path in _all_files(data_folder) if _is_encrypted(path) is not wanted)


def derived(data_folder: DataFolder) -> Iterator[Path]:
    """What was made from the recordings, and can be made again: of an encrypted one it is not kept. Raises OSError."""
    for folder in (data_folder.recordings, *_folders_aside(data_folder)):
        yield from folder.rglob(f"*{PEAKS_SUFFIX}")


def half_written(data_folder: DataFolder) -> Iterator[Path]:
    """What a run that was cut off left beside the files. Raises OSError."""
    folders = (data_folder.data, data_folder.data / "backups", data_folder.recordings)
    for folder in folders:
        yield from folder.glob(f"*{BESIDE_SUFFIX}*")
    for aside in _folders_aside(data_folder):
        yield from aside.rglob(f"*{BESIDE_SUFFIX}*")


def is_database(path: Path) -> bool:
    """Whether a file of that name is a history, or one of its copies."""
    return path.suffix in DATABASE_SUFFIXES


def _all_files(data_folder: DataFolder) -> Iterator[Path]:
    """All that holds words or sound. Nothing of the user's own that lies here by chance is among it."""
    data = data_folder.data
    found = [
        *data.glob("library*.db"),
        *data.glob("library.db.standing-by"),
        *data.glob("background.json*"),
        *(data / "backups").glob("library-*.db"),
        *(path for path in data_folder.recordings.glob("*") if path.suffix in _OF_TAKES),
        *(path for folder in _folders_aside(data_folder) for path in folder.rglob("*") if _is_kept_aside(path)),
    ]
    for path in dict.fromkeys(found):
        if path.is_file() and not path.is_symlink():
            yield path


_OF_TAKES: Final = (WAV_SUFFIX, Path(PART_SUFFIX).suffix, _COPY_SUFFIX)


def _folders_aside(data_folder: DataFolder) -> Iterator[Path]:
    """What earlier restorations and mendings put aside; one with a vault of its own is encrypted already."""
    for pattern in ("before-restore-*", "mended-*"):
        for folder in sorted(data_folder.data.glob(pattern)):
            if folder.is_dir() and not (folder / VAULT_FILE).exists():
                yield folder


def _is_kept_aside(path: Path) -> bool:
    is_other = path.suffix == PEAKS_SUFFIX or BESIDE_SUFFIX in path.name or path.name in _LISTS
    return not is_other and not path.name.endswith(_SIDES)


def _is_encrypted(path: Path) -> bool:
    with path.open("rb") as file:
        beginning = file.read(len(_PLAIN_DATABASE))
    if is_sealed(beginning):
        return True
    return is_database(path) and beginning != _PLAIN_DATABASE and bool(beginning)
