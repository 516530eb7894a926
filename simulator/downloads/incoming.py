"""A file on its way in, of which it is known beforehand what it has to be."""

from __future__ import annotations

import hashlib
import os
from functools import partial
from typing import BinaryIO, Final, Protocol

_BLOCK_BYTES: Final = 1 << 20


class Pinned(Protocol):
    """A file known to the last bit: `size` in bytes, and its SHA-256 in hexadecimal digits."""

    @property
    def size(self) -> int: ...

    @property
    def sha256(self) -> str: ...


class Incoming:
    """What has come of a file, in `stream`, which is open for reading and writing and may hold its beginning.

    Nobody should put it in its place unless `is_right`.
    """

    def __init__(self, expected: Pinned, stream: BinaryIO) -> None:
        self._expected = expected
        self._stream = stream
        self._digest = hashlib.sha256()
        self.size = 0
        for block in iter(partial(stream.read, _BLOCK_BYTES), b""):
            self._count(block)

    @property
    def expected_size(self) -> int:
        """How many bytes it has to be."""
        return self._expected.size

    @property
    def is_right(self) -> bool:
        """Whether what is here so far is the whole file and no other."""
        return self.size == self._expected.size and self._digest.hexdigest() == self._expected.sha256

    def write(self, block: bytes) -> None:
        """Take in the next bytes. Raises OSError."""
        self._stream.write(block)
        self._count(block)

    def begin_again(self) -> None:
        """Let go of what is here. Raises OSError."""
        self._stream.seek(0)
        self._stream.truncate()
        self._digest = hashlib.sha256()
        self.size = 0

    def sync(self) -> None:
        """Have the system write it down. Raises OSError."""
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def _count(self, block: bytes) -> None:
        self._digest.update(block)
        self.size += len(block)
