"""A file sealed in chunks: written only at its end, readable from anywhere, and cut off at any byte it loses one chunk.

    8 bytes   what it is: VVSEAL1 and a newline
    1 byte    what is in it: T for a take, whose sound may go on growing, F for a file as it was
    7 bytes   nothing yet
    16 bytes  the id of the vault
    16 bytes  the id of the file, random
    then chunks: 12 bytes of nonce, random; 16,384 bytes of contents, in the last chunk perhaps fewer; 16 bytes of tag

Each chunk is sealed by AES-256-GCM (NIST SP 800-38D) with a key of this file's own, together with the head and its
place in the file, so that none can be changed, exchanged or moved unnoticed. In an F the last one is known as such.
"""

from __future__ import annotations

import io
import os
import secrets
import struct
from dataclasses import dataclass
from enum import Enum
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from simulator.vault.errors import SealBroken
from simulator.vault.keys import NONCE_BYTES, VaultKey

CONTENT_BYTES: Final = 16_384
"""Of one chunk: half a second of sound."""
TAG_BYTES: Final = 16
CHUNK_BYTES: Final = NONCE_BYTES + CONTENT_BYTES + TAG_BYTES
HEAD_BYTES: Final = 48
_ADDED_BYTES: Final = NONCE_BYTES + TAG_BYTES

_MAGIC: Final = b"VVSEAL1\n"
_HEAD: Final = struct.Struct("<8s1s7x16s16s")
_PLACE: Final = struct.Struct("<QB")

RawFile = io.RawIOBase | BinaryIO
"""An open file without a buffer of its own."""


class Sealed(Enum):
    """What is in a sealed file."""

    TAKE = b"T"
    FILE = b"F"


@dataclass(frozen=True, slots=True)
class SealedHead:
    """The head of a sealed file."""

    kind: Sealed
    vault_id: bytes
    file_id: bytes

    @classmethod
    def new(cls, kind: Sealed, key: VaultKey) -> SealedHead:
        """Of a file that is there from now on: no two share an id, and so none share a key."""
        return cls(kind, key.vault_id, secrets.token_bytes(16))

    def packed(self) -> bytes:
        """As it is written."""
        return _HEAD.pack(_MAGIC, self.kind.value, self.vault_id, self.file_id)


def head_in(beginning: bytes) -> SealedHead | None:
    """The head of a file that begins like this; None for a file that is not sealed."""
    if len(beginning) < HEAD_BYTES:
        return None
    magic, kind, vault_id, file_id = _HEAD.unpack_from(beginning)
    known = {one.value for one in Sealed}
    return SealedHead(Sealed(kind), vault_id, file_id) if magic == _MAGIC and kind in known else None


def content_bytes_in(file_bytes: int) -> int:
    """How much a sealed file of that size holds; of what is torn at its end, nothing may turn out to be there."""
    chunks, rest = divmod(max(0, file_bytes - HEAD_BYTES), CHUNK_BYTES)
    return chunks * CONTENT_BYTES + max(0, rest - _ADDED_BYTES)


class Sealer:
    """Seals and opens the chunks of one file."""

    def __init__(self, head: SealedHead, key: VaultKey) -> None:
        self.head = head
        self._cipher = AESGCM(key.for_file(head.file_id))
        self._packed = head.packed()

    def sealed(self, number: int, content: bytes, *, is_last: bool = False) -> bytes:
        """Chunk `number` of the file, as it is written."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, content, self._place(number, is_last=is_last))

    def opened(self, number: int, chunk: bytes, *, is_last: bool = False) -> bytes | None:
        """What is in the chunk; None where it is not what was written there."""
        try:
            return self._cipher.decrypt(chunk[:NONCE_BYTES], chunk[NONCE_BYTES:], self._place(number, is_last=is_last))
        except (InvalidTag, ValueError):
            return None

    def _place(self, number: int, *, is_last: bool) -> bytes:
        return self._packed + _PLACE.pack(number, is_last)


class SealedReader(io.RawIOBase):
    """What is in a sealed file, as a file of its own. Only the chunks that are asked for are opened.

    With `whole_only`, what follows the last whole chunk is not there: somebody may be writing it. A chunk of a take
    that is broken is silence, so that the rest can be heard; whoever must know compares hashes. Else
    SealBroken is raised.
    """

    def __init__(self, file: BinaryIO, name: str, sealer: Sealer, *, whole_only: bool = False) -> None:
        self._file, self._name, self._sealer = file, name, sealer
        size = file.seek(0, io.SEEK_END)
        if whole_only:
            size -= max(0, size - HEAD_BYTES) % CHUNK_BYTES
        self.content_bytes = content_bytes_in(size)
        self._last_chunk = max(0, -(-max(0, size - HEAD_BYTES) // CHUNK_BYTES) - 1)
        self._position = 0
        self._number: int | None = None
        self._content = b""
        if sealer.head.kind is Sealed.FILE and not self.content_bytes:
            self._chunk(0)  # an empty file says so itself: one that was cut to nothing cannot

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.content_bytes}[whence]
        self._position = max(0, origin + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        number, at = divmod(self._position, CONTENT_BYTES)
        if self._position >= self.content_bytes:
            return 0
        piece = self._chunk(number)[at : at + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number != self._number:
            content = self._opened(number)
            if content is None:
                content = self._silence_for(number)
            self._number, self._content = number, content
        return self._content

    def _opened(self, number: int) -> bytes | None:
        self._file.seek(HEAD_BYTES + number * CHUNK_BYTES)
        is_last = self._sealer.head.kind is Sealed.FILE and number == self._last_chunk
        return self._sealer.opened(number, self._file.read(CHUNK_BYTES), is_last=is_last)

    def _silence_for(self, number: int) -> bytes:
        """Where nothing near it can be opened either, it is not a chunk that is broken, but the file or the key."""
        near = {0, number - 1, number + 1, self._last_chunk} - {number, -1}
        if self._sealer.head.kind is Sealed.FILE or all(self._opened(one) is None for one in near):
            raise SealBroken(self._name)
        return bytes(min(CONTENT_BYTES, self.content_bytes - number * CONTENT_BYTES))


def whole_bytes_in(file: BinaryIO, sealer: Sealer, name: str) -> int:
    """How long a file is without what is torn at its end, as by a crash or a power cut.

    Raises SealBroken where no chunk at all can be opened though one is whole: nothing may be cut off then.
    """
    size = file.seek(0, io.SEEK_END)
    count = -(-max(0, size - HEAD_BYTES) // CHUNK_BYTES)
    for number in reversed(range(count)):
        file.seek(HEAD_BYTES + number * CHUNK_BYTES)
        chunk = file.read(CHUNK_BYTES)
        if sealer.opened(number, chunk) is not None:
            return HEAD_BYTES + number * CHUNK_BYTES + len(chunk)
    if size >= HEAD_BYTES + CHUNK_BYTES:
        raise SealBroken(name)
    return HEAD_BYTES


class SealedWriter:
    """Writes contents at the end of a new sealed file, chunk by chunk; what does not fill one yet waits in memory.

    `file` is unbuffered and empty. After an OSError comes `cut`: what is in `written_bytes` is on it whole.
    """

    def __init__(self, file: RawFile, kind: Sealed, key: VaultKey) -> None:
        self._file = file
        self._sealer = Sealer(SealedHead.new(kind, key), key)
        self._number = 0
        self._waiting = bytearray()
        self.written_bytes = 0
        """Contents that the system has taken."""

    @property
    def waiting_bytes(self) -> int:
        """Contents that wait for their chunk to be full."""
        return len(self._waiting)

    def begin(self) -> None:
        """Write the head. Raises OSError."""
        write_whole(self._file, self._sealer.head.packed())

    def write(self, content: bytes) -> None:
        """Add contents. Raises OSError."""
        self._waiting += content
        # In an F the last chunk is another than the rest, so that a full one waits until something follows it.
        keeps = 1 if self._sealer.head.kind is Sealed.FILE else 0
        while len(self._waiting) >= CONTENT_BYTES + keeps:
            self._write_chunk(CONTENT_BYTES, is_last=False)

    def finish(self) -> None:
        """Write what still waits; nothing may follow. Raises OSError."""
        if self._sealer.head.kind is Sealed.FILE:
            self._write_chunk(len(self._waiting), is_last=True)
        elif self._waiting:
            self._write_chunk(len(self._waiting), is_last=False)

    def cut(self) -> None:
        """Take away what is half there, and what waits. Raises OSError."""
        self._waiting.clear()
        self._file.truncate(HEAD_BYTES + self._number * CHUNK_BYTES)
        self._file.seek(0, os.SEEK_END)

    def _write_chunk(self, length: int, *, is_last: bool) -> None:
        content = bytes(self._waiting[:length])
        write_whole(self._file, self._sealer.sealed(self._number, content, is_last=is_last))
        del self._waiting[:length]
        self._number += 1
        self.written_bytes += length


def write_whole(file: RawFile, data: bytes) -> None:
    """Write all of it into an unbuffered file, which may take less at a time. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]
