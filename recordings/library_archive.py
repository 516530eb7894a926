"""The whole library in one file: history, recordings, settings, rules, own work and own questions, to be taken along.

Models and voices are left out: they can be had again. `restoring` brings it back.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Final

import msgspec

from recordings.errors import RecordingError
from recordings.take import WAV_SUFFIX
from simulator.data_folder import DataFolder
from simulator.folder_sync import sync_folder
from simulator.leftovers import BACKUP_PREFIX, RANDOM, remove_old
from simulator.store.connection import copy_library
from simulator.store.store import Store
from simulator.vault.vault_places import VAULT_FILE

FORMAT: Final = 2
"""Of an encrypted library, which versions before it cannot bring back; a plain one is written as format 1."""
LIBRARY: Final = "library.db"
RECORDINGS: Final = "recordings"
PACKS: Final = "questions"
MANIFEST: Final = "manifest.json"
SINGLE_FILES: Final = ("settings.json", "rules.json", "background.json", VAULT_FILE)
_BLOCK_BYTES: Final = 1 << 20
_LARGEST_MANIFEST: Final = 64 << 20

Told = Callable[[int, int], object]
"""Told how many bytes of how many are done."""


class ArchiveError(RecordingError):
    """A backup file that cannot be written or read; the sentence says why, and what was kept."""


class ArchivedFile(msgspec.Struct, frozen=True):
    """A file of the archive: its name there, its bytes and their hash."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What an archive says of itself; `latest` is when the newest session in it began."""

    format: int
    made_at: datetime
    sessions: int
    latest: datetime | None
    recordings: int
    files: tuple[ArchivedFile, ...]

    @property
    def size(self) -> int:
        """Of all files together, in bytes."""
        return sum(file.size for file in self.files)


class LibraryArchive:
    """An archive at `path` whose contents have been read. Raises ArchiveError where it is none, or is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with zipfile.ZipFile(path) as zipped:
                self.manifest = _manifest_in(zipped, path)
        except FileNotFoundError as error:
            raise ArchiveError(f"There is no file {path}.") from error
        except (OSError, zipfile.BadZipFile, msgspec.DecodeError, UnicodeDecodeError, RuntimeError) as error:
            raise ArchiveError(_unreadable(path)) from error

    def check(self, told: Told = lambda _done, _all: None) -> None:
        """Read every byte and hold it against its hash. Raises ArchiveError."""
        for _ in self._unpacked(None, told):
            pass

    def unpack(self, folder: Path, told: Told = lambda _done, _all: None) -> None:
        """Write every file below `folder`, for the user's eyes only. Raises ArchiveError; what was written stays."""
        for _ in self._unpacked(folder, told):
            pass

    def _unpacked(self, folder: Path | None, told: Told) -> Iterator[ArchivedFile]:
        done = 0
        try:
            with zipfile.ZipFile(self.path) as zipped:
                for file in self.manifest.files:
                    with zipped.open(file.name) as packed:
                        _copied(packed, file, self.path, None if folder is None else _made(folder / file.name))
                    done += file.size
                    told(done, self.manifest.size)
                    yield file
        except (OSError, zipfile.BadZipFile, KeyError, RuntimeError, EOFError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            raise ArchiveError(_unreadable(self.path, reason)) from error


def write_archive(data_folder: DataFolder, target: Path, told: Told = lambda _done, _all: None) -> Manifest:
    """The library as it is now at `target`, readable by this user only; read back and checked before it is there.

    A file of that name is replaced only then. The window may be open meanwhile. Raises ArchiveError or a StoreError.
    """
    descriptor, name = _beside(target)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            _write(data_folder, file, told)
            file.flush()
            os.fsync(file.fileno())
        archive = LibraryArchive(part)
        archive.check()
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise ArchiveError(f"{target} could not be written ({error.strerror}). Nothing was changed.") from error
    finally:
        part.unlink(missing_ok=True)
    return archive.manifest


def _beside(target: Path) -> tuple[int, str]:
    """A new file in the target's folder; what an earlier run that was killed left there goes."""
    remove_old(target.parent, f"{BACKUP_PREFIX}{RANDOM}.part")
    try:
        return tempfile.mkstemp(dir=target.parent, prefix=BACKUP_PREFIX, suffix=".part")
    except OSError as error:
        raise ArchiveError(f"{target} could not be written ({error.strerror}). Nothing was changed.") from error


def _write(data_folder: DataFolder, file: IO[bytes], told: Told) -> None:
    with tempfile.TemporaryDirectory(dir=data_folder.data, prefix=BACKUP_PREFIX) as folder:
        snapshot = Path(folder) / LIBRARY
        copy_library(data_folder.database, snapshot)
        sources = dict(_sources(data_folder, snapshot))
        whole = sum(path.stat().st_size for path in sources.values())
        packed: list[ArchivedFile] = []
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as zipped:
            for name, path in sources.items():
                os.utime(folder)  # a sign of life, see `leftovers`
                packed.append(_packed(zipped, name, path))
                told(sum(one.size for one in packed), whole)
            zipped.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(_manifest(snapshot, packed))))


def _sources(data_folder: DataFolder, snapshot: Path) -> Iterator[tuple[str, Path]]:
    """Each file by its name in the archive. A take that is being recorded is in neither: it has another ending."""
    yield LIBRARY, snapshot
    for name in SINGLE_FILES:
        if (path := data_folder.data / name).is_file():
            yield name, path
    for folder, pattern, source in (
        (RECORDINGS, f"*{WAV_SUFFIX}", data_folder.recordings),
        (PACKS, "*", data_folder.packs),
    ):
        for path in sorted(source.glob(pattern)):
            if path.is_file():
                yield f"{folder}/{path.name}", path


def _packed(zipped: zipfile.ZipFile, name: str, path: Path) -> ArchivedFile:
    """Sound hardly shrinks, and is the bulk: nothing is compressed. Hashed as it is read, so that it is read once."""
    digest, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
    with path.open("rb") as source, zipped.open(info, "w", force_zip64=True) as target:
        while block := source.read(_BLOCK_BYTES):
            digest.update(block)
            size += target.write(block)
    return ArchivedFile(name, size, digest.hexdigest())


def _manifest(snapshot: Path, packed: list[ArchivedFile]) -> Manifest:
    store = Store.open_for_reading(snapshot)
    try:
        sessions, newest = store.session_count(), store.sessions(1)
    finally:
        store.close()
    recordings = sum(one.name.startswith(f"{RECORDINGS}/") for one in packed)
    latest = newest[0].started_at if newest else None
    written = FORMAT if any(one.name == VAULT_FILE for one in packed) else 1
    return Manifest(written, datetime.now(UTC), sessions, latest, recordings, tuple(packed))


def _manifest_in(zipped: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        info = zipped.getinfo(MANIFEST)
    except KeyError as error:
        raise ArchiveError(f"{path} is not a Viva Voce backup.") from error
    if info.file_size > _LARGEST_MANIFEST:
        raise ArchiveError(_unreadable(path))
    manifest = msgspec.json.decode(zipped.read(info), type=Manifest)
    if manifest.format > FORMAT:
        raise ArchiveError(f"{path} was made by a newer Viva Voce. Nothing was changed; please update Viva Voce.")
    names = [file.name for file in manifest.files]
    if LIBRARY not in names or len(set(names)) != len(names) or not all(map(_is_ours, names)):
        raise ArchiveError(_unreadable(path))
    return manifest


def _is_ours(name: str) -> bool:
    """Whether it is a file that a library has: no name leads anywhere else."""
    if name in (LIBRARY, *SINGLE_FILES):
        return True
    parts = PurePosixPath(name).parts
    return (
        len(parts) == 2
        and parts[0] in (RECORDINGS, PACKS)
        and parts[1] not in (".", "..")
        and not set(parts[1]) & set("\\/:\0")
    )


def _copied(packed: IO[bytes], file: ArchivedFile, path: Path, target: IO[bytes] | None) -> None:
    digest, size = hashlib.sha256(), 0
    try:
        while size <= file.size and (block := packed.read(_BLOCK_BYTES)):
            digest.update(block)
            size += len(block)
            if target is not None:
                target.write(block)
        if target is not None:
            target.flush()
            os.fsync(target.fileno())
    finally:
        if target is not None:
            target.close()
    if (size, digest.hexdigest()) != (file.size, file.sha256):
        raise ArchiveError(_unreadable(path, f"{file.name} in it was changed or damaged"))


def _made(path: Path) -> IO[bytes]:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _unreadable(path: Path, why: str | None = None) -> str:
    reason = f" ({why})" if why else ""
    return f"{path} cannot be read as a backup{reason}. Nothing was changed."
