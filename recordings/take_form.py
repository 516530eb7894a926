"""The two forms in which a take is written: a WAV that anything plays, or chunks that are sealed one by one."""

from __future__ import annotations

import errno
import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

from recordings.pcm import HEADER_BYTES, SAMPLE_BYTES, wav_header

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey


NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says where a disk takes nothing more."""


class TakeForm(Protocol):
    """What a take looks like on disk. Every method may raise OSError; `samples` are those that are not lost by it."""

    @property
    def samples(self) -> int:
        """How many samples there are, those among them that wait in memory for the rest of their chunk."""
        ...

    @property
    def sha256(self) -> str:
        """Of the samples that the system has taken, in hexadecimal."""
        ...

    def begin(self) -> None:
        """Make an empty file one of this form."""
        ...

    def append(self, pcm: bytes) -> None:
        """Add whole samples at the end."""
        ...

    def settle(self) -> None:
        """Make the file say how much is in it."""
        ...

    def cut(self) -> None:
        """Let the file end with the last sample that is wholly there, after an append that failed."""
        ...

    def finish(self) -> None:
        """Hand over whatever waits; nothing follows."""
        ...


def form_for(file: BinaryIO, key: VaultKey | None) -> TakeForm:
    """The form in which a take is written into the empty `file`: sealed with `key`, plain without one."""
    return PlainForm(file) if key is None else SealedForm(file, key)


class PlainForm:
    """A WAV at every moment: 44 bytes of header, then PCM."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = hashlib.sha256()  # as they come: hashing an hour at the end would stall the window
        self.samples = 0

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def begin(self) -> None:
        """The header is all that there is."""

    def append(self, pcm: bytes) -> None:
        rest = memoryview(pcm)
        try:
            while rest:
                rest = rest[self._file.write(rest) or 0 :]
        finally:
            taken = (len(pcm) - len(rest)) // SAMPLE_BYTES * SAMPLE_BYTES
            self._hash.update(memoryview(pcm)[:taken])
            self.samples += taken // SAMPLE_BYTES

    def settle(self) -> None:
        self._file.seek(0)
        if self._file.write(wav_header(self.samples)) != HEADER_BYTES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._file.seek(0, os.SEEK_END)

    def cut(self) -> None:
        self._file.truncate(HEADER_BYTES + self.samples * SAMPLE_BYTES)

    def finish(self) -> None:
        """Nothing waits."""


class SealedForm:
    """Chunks of half a second; the last one, which is shorter, is written when the take is closed."""

    def __init__(self, file: BinaryIO, key: VaultKey) -> None:
        from simulator.vault.sealed_file import Sealed, SealedWriter

        self._writer = SealedWriter(file, Sealed.TAKE, key)
        self._hash = hashlib.sha256()
        self._waiting = b""

    @property
    def samples(self) -> int:
        return (self._writer.written_bytes + self._writer.waiting_bytes) // SAMPLE_BYTES

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    def begin(self) -> None:
        self._writer.begin()

    def append(self, pcm: bytes) -> None:
        before = self._writer.written_bytes
        self._waiting += pcm
        try:
            self._writer.write(pcm)
        finally:
            self._note_written(before)

    def settle(self) -> None:
        """Its size alone says how much there is."""

    def cut(self) -> None:
        self._writer.cut()
        self._waiting = b""

    def finish(self) -> None:
        """On a full disk the answer is kept without its last half second, which there is no room for."""
        before = self._writer.written_bytes
        try:
            self._writer.finish()
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            self.cut()
        self._note_written(before)

    def _note_written(self, before: int) -> None:
        written = self._writer.written_bytes - before
        self._hash.update(self._waiting[:written])
        self._waiting = self._waiting[written:]
