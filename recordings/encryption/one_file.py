"""One file in its other form: written beside it, safe on disk, held against it, and only then put in its place."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, Final

from recordings.encryption.errors import NotVerified
from recordings.encryption.plan import BESIDE_SUFFIX, DATABASE_NAME, Direction, is_database
from recordings.pcm import HEADER_BYTES, wav_header
from recordings.take import PART_SUFFIX
from recordings.take_file import is_sealed, is_sealed_take, open_take
from simulator.folder_sync import sync_file, sync_folder
from simulator.store.errors import DatabaseDamaged
from simulator.store.reciphering import write_other_form
from simulator.vault.keys import VaultKey
from simulator.vault.sealed_file import Sealed, SealedWriter, write_whole

_BLOCK_BYTES: Final = 1 << 20
_FORMAT: Final = slice(8, 40)  # of a header: all of it but the two sizes

Told = Callable[[int], object]
"""Told how many bytes more are done. What it raises ends the work."""


def change(path: Path, direction: Direction, key: VaultKey, told: Told) -> bool:
    """Whether the file at `path` is in its other form now; an encrypted database that is damaged stays as it is.

    Raises OSError, NotVerified or a FileError; the file is as it was then.
    """
    beside = path.with_name(path.name + BESIDE_SUFFIX)
    beside.unlink(missing_ok=True)
    try:
        if not _write(path, beside, direction, key, told):
            return False
        sync_file(beside)
        status = path.stat()
        os.utime(beside, ns=(status.st_atime_ns, status.st_mtime_ns))
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)
    return True


def _write(path: Path, beside: Path, direction: Direction, key: VaultKey, told: Told) -> bool:
    if is_database(path) and not is_sealed(path):
        if _is_written_as_database(path, beside, direction, key):
            told(path.stat().st_size)
            return True
        if direction is Direction.DECRYPT:
            return False
    with open(beside, "xb", buffering=0, opener=_for_nobody_else) as target:
        if direction is Direction.ENCRYPT:
            _seal(path, target, key, told)
        else:
            _unseal(path, target, told)
    if not _hold_the_same(path, beside):
        raise NotVerified(path)
    return True


def _is_written_as_database(path: Path, beside: Path, direction: Direction, key: VaultKey) -> bool:
    """Whether SQLite could read all of it; what it cannot is a file like any other."""
    try:
        write_other_form(path, beside, key, encrypts=direction is Direction.ENCRYPT)
    except DatabaseDamaged:
        beside.unlink(missing_ok=True)
        if path.name == DATABASE_NAME:  # the history in use must not become what nobody can open
            raise
        return False
    return True


def _seal(path: Path, target: RawIOBase, key: VaultKey, told: Told) -> None:
    with path.open("rb") as source:
        kind = Sealed.TAKE if _is_take(source, path) else Sealed.FILE
        source.seek(HEADER_BYTES if kind is Sealed.TAKE else 0)
        writer = SealedWriter(target, kind, key)
        writer.begin()
        while block := source.read(_BLOCK_BYTES):
            writer.write(block)
            told(len(block))
        writer.finish()


def _unseal(path: Path, target: RawIOBase, told: Told) -> None:
    with open_take(path) as source:
        while block := source.read(_BLOCK_BYTES):
            write_whole(target, block)
            told(len(block))


def _is_take(source: BinaryIO, path: Path) -> bool:
    """Whether it has our own header, or is to get one: a take that was cut off before its first byte."""
    header = source.read(HEADER_BYTES)
    if len(header) < HEADER_BYTES:
        return path.name.endswith(PART_SUFFIX)
    return header[_FORMAT] == wav_header(0)[_FORMAT]


def _hold_the_same(path: Path, beside: Path) -> bool:
    """Byte for byte. A header is made from how much there is, and that of a take that was cut off may be behind."""
    skipped = HEADER_BYTES if is_sealed_take(path) or is_sealed_take(beside) else 0
    with open_take(path) as before, open_take(beside) as after:
        before.seek(skipped)
        after.seek(skipped)
        while block := before.read(_BLOCK_BYTES):
            if after.read(len(block)) != block:
                return False
        return not after.read(1)


def _for_nobody_else(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
