"""The one door to the sound of a take, plain or encrypted: as a WAV, as samples. How one is written: `take_form`.

What is encrypted is opened in memory only, chunk by chunk; no plain copy is ever made on the disk.
"""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, wav_header
from simulator.vault.opening import head_of, sealer_for, unsealed

if TYPE_CHECKING:
    from simulator.vault.sealed_file import SealedHead, SealedReader

_BLOCK_BYTES: Final = 1 << 20


class _SealedWav(io.RawIOBase):
    """A sealed take as the WAV it stands for: its header is made from how much there is."""

    def __init__(self, sound: SealedReader) -> None:
        self._sound = sound
        self._header = wav_header(sound.content_bytes // SAMPLE_BYTES)
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        end = HEADER_BYTES + self._sound.content_bytes
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: end}[whence]
        self._position = max(0, origin + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._position < HEADER_BYTES:
            piece = self._header[self._position : self._position + len(buffer)]
            buffer[: len(piece)] = piece
            count = len(piece)
        else:
            self._sound.seek(self._position - HEADER_BYTES)
            count = self._sound.readinto(buffer)
        self._position += count
        return count

    def close(self) -> None:
        self._sound.close()
        super().close()


def open_take(path: Path, *, is_growing: bool = False) -> BinaryIO:
    """The file at `path` as it would be if it were not encrypted, to be read and sought in. Raises OSError.

    While it `is_growing`, what follows the last whole chunk of an encrypted take is not there yet.
    """
    file = path.open("rb")
    try:
        head = head_of(file)
        if head is None:
            return file
        return _opened(file, head, path, is_growing=is_growing)
    except BaseException:
        file.close()
        raise


def bytes_as_wav(path: Path) -> int:
    """How many bytes `open_take` gives, without opening any of them. Raises OSError."""
    with path.open("rb") as file:
        head, size = head_of(file), os.fstat(file.fileno()).st_size
    if head is None:
        return size
    from simulator.vault.sealed_file import Sealed, content_bytes_in

    return content_bytes_in(size) + (HEADER_BYTES if head.kind is Sealed.TAKE else 0)


def samples_in(path: Path) -> int:
    """How many whole samples there are, by the size of the file: a header may be a second behind. Raises OSError."""
    return max(0, bytes_as_wav(path) - HEADER_BYTES) // SAMPLE_BYTES


def cut_torn_end(part: Path) -> None:
    """Let an encrypted take that was cut off end with its last whole chunk, safe on disk. Raises OSError."""
    from simulator.vault.sealed_file import whole_bytes_in

    with part.open("r+b") as file:
        head = head_of(file)
        if head is None:
            return
        file.truncate(whole_bytes_in(file, sealer_for(head, str(part)), str(part)))
        file.flush()
        os.fsync(file.fileno())


def is_sealed_take(path: Path) -> bool:
    """Whether it is an encrypted take. Raises OSError."""
    head = _head_at(path)
    return head is not None and head.kind.value == b"T"


def is_sealed(path: Path) -> bool:
    """Whether it is an encrypted file of any kind. Raises OSError."""
    return _head_at(path) is not None


def _head_at(path: Path) -> SealedHead | None:
    with path.open("rb") as file:
        return head_of(file)


def hash_of_samples(path: Path, samples: int | None = None) -> str:
    """SHA-256 of the first `samples` samples, or of all of them, in hexadecimal. Raises OSError."""
    digest = hashlib.sha256()
    left = None if samples is None else samples * SAMPLE_BYTES
    with open_take(path) as file:
        file.seek(HEADER_BYTES)
        while block := file.read(_BLOCK_BYTES if left is None else min(left, _BLOCK_BYTES)):
            digest.update(block)
            left = None if left is None else left - len(block)
    return digest.hexdigest()


def _opened(file: BinaryIO, head: SealedHead, path: Path, *, is_growing: bool) -> BinaryIO:
    from simulator.vault.sealed_file import Sealed

    sound = unsealed(file, head, str(path), whole_only=is_growing)
    raw = _SealedWav(sound) if head.kind is Sealed.TAKE else sound
    return cast(BinaryIO, io.BufferedReader(raw))
