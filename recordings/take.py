"""One answer being written to disk, so that nothing said is lost. What lies on disk already: `take_folder`.

A take is `<uuid>.wav.part` until it is closed, then `<uuid>.wav`: 16 kHz mono 16-bit, appended to only. Its header is
true after every second of sound and the file is handed to the disk then (fsync, on a thread of its own), so a crash
costs nothing that was appended and a power cut about a second; more on a disk that takes longer than that.

Where the library is encrypted it is sealed in chunks of half a second (`take_form`): a crash costs one of them at most.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from recordings.disk_sync import DiskSync
from recordings.errors import DiskFull, TakeBroken, TakeError, megabytes
from recordings.pcm import BYTES_PER_SECOND, HEADER_BYTES, SAMPLE_BYTES, SAMPLE_RATE, seconds_of
from recordings.take_form import NO_ROOM, TakeForm, form_for
from simulator.analysis.timecode import clock
from simulator.folder_sync import sync_folder
from simulator.vault.key_ring import KEY_RING

if TYPE_CHECKING:
    from simulator.vault.keys import VaultKey

PART_SUFFIX: Final = ".wav.part"
WAV_SUFFIX: Final = ".wav"

_NEEDED_BYTES: Final = 600 * BYTES_PER_SECOND  # what we ask for when the disk is full: ten minutes
_NAME: Final = re.compile(r"[0-9A-Za-z-]{1,64}")
_RENAME_TRIES: Final = 20
_RENAME_WAIT_S: Final = 0.025


@dataclass(frozen=True, slots=True)
class FinishedTake:
    """A closed WAV. `sha256` is that of the samples alone (the file without its 44 header bytes), in hexadecimal.

    `byte_count` is that of the WAV; where it is encrypted the file itself is a little larger.
    """

    path: Path
    samples: int
    byte_count: int
    sha256: str

    @property
    def duration_s(self) -> float:
        return seconds_of(self.samples)


class TakeWriter:
    """Appends PCM to a file that is valid in its form at every moment. Make one with `create`."""

    def __init__(self, descriptor: int, path: Path, key: VaultKey | None = None) -> None:
        self.path = path
        self._file = open(descriptor, "r+b", buffering=0)  # noqa: SIM115 - lives as long as the answer
        self._form: TakeForm = form_for(self._file, key)
        self._disk = DiskSync(descriptor)
        self._synced_samples = 0
        self._failure: TakeError | None = None
        self._finished: FinishedTake | None = None

    @classmethod
    def create(cls, folder: Path, name: str) -> TakeWriter:
        """A new, empty take in `folder`, readable by the user alone, safe on disk when this returns.

        `name` is a uuid. Raises `DiskFull` or `TakeBroken`; a file that exists is never written over. Raises
        `VaultLocked` where the library is encrypted and has not been opened.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"not a name for a take: {name!r}")
        path = folder / f"{name}{PART_SUFFIX}"
        if path.with_suffix("").exists():
            raise TakeBroken(
                f"A recording named {name} already exists and was left alone. Start the answer again.", path
            )
        key = KEY_RING.near(path)
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
            take = cls(os.open(path, flags, 0o600), path, key)
        except OSError as error:
            raise _not_begun(error, path) from error
        take._begin()
        return take

    @property
    def samples(self) -> int:
        """How many samples the take has; all but those of a last, open chunk are the system's already."""
        return self._form.samples

    @property
    def duration_s(self) -> float:
        """The clock of the answer: what is written, not what time has passed."""
        return seconds_of(self.samples)

    def append(self, pcm: bytes) -> None:
        """Add whole samples. Raises `DiskFull` (the file is valid and may be closed) or `TakeBroken` (it is suspect).

        After either nothing more is taken: the same error comes again.
        """
        if len(pcm) % SAMPLE_BYTES:
            raise ValueError("PCM comes in whole samples")
        if self._finished is not None:
            raise ValueError("the take is closed")
        if self._failure is not None:
            raise self._failure
        self._heed(self._disk.check)
        try:
            self._form.append(pcm)
        except OSError as error:
            self._stop_at_last_sample(error)
        if self.samples - self._synced_samples >= SAMPLE_RATE:
            self._heed(self._begin_to_sync)

    def close(self) -> FinishedTake:
        """Make the take a finished WAV, safe on disk. Closing twice gives the same take.

        Works after `DiskFull`. After `TakeBroken`, or if the disk fails now, raises it and leaves the `.part` as it is.
        """
        if self._finished is None:
            try:
                self._finished = self._finish()
            finally:
                self._let_go()
        return self._finished

    def discard(self) -> None:
        """Throw the unfinished take away. Does nothing after `close`."""
        if self._finished is not None:
            return
        self._let_go()
        try:
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        except OSError as error:
            raise TakeBroken(f"{self.path} could not be deleted. You can delete it yourself.", self.path) from error

    def _begin(self) -> None:
        try:
            self._form.begin()
            self._write_header()
            self._disk.finish()
            sync_folder(self.path.parent)
        except OSError as error:
            self._let_go()
            self.path.unlink(missing_ok=True)  # ours, a moment old, and holds nothing
            raise _not_begun(error, self.path) from error

    def _begin_to_sync(self) -> None:
        self._write_header()
        if self._disk.begin():
            self._synced_samples = self.samples

    def _sync(self) -> None:
        self._write_header()
        self._disk.finish()
        self._synced_samples = self.samples

    def _write_header(self) -> None:
        self._form.settle()

    def _heed(self, step: Callable[[], None]) -> None:
        """A file whose header or fsync failed is suspect for good: the next may claim success falsely."""
        try:
            step()
        except OSError as error:
            self._failure = broken(self.path, self.samples, error)
            raise self._failure from error

    def _let_go(self) -> None:
        self._disk.close()
        self._file.close()

    def _stop_at_last_sample(self, cause: OSError) -> NoReturn:
        try:
            self._form.cut()
        except OSError as error:
            self._failure = broken(self.path, self.samples, error)
            raise self._failure from error
        self._heed(self._sync)
        self._failure = _failure(cause, self.path, self.samples)
        raise self._failure from cause

    def _finish(self) -> FinishedTake:
        if isinstance(self._failure, TakeBroken):
            raise self._failure
        self._heed(self._form.finish)
        self._heed(self._sync)
        try:
            self._let_go()
            path = rename_finished(self.path)
        except OSError as error:
            self._failure = broken(self.path, self.samples, error)
            raise self._failure from error
        return FinishedTake(
            path=path,
            samples=self.samples,
            byte_count=HEADER_BYTES + self.samples * SAMPLE_BYTES,
            sha256=self._form.sha256,
        )


def rename_finished(part: Path) -> Path:
    """`<uuid>.wav.part` becomes `<uuid>.wav`, safe on disk. Raises OSError; nothing is ever replaced.

    Windows refuses while somebody else, as the speech child, has the file open: tried again for half a second.
    """
    target = part.with_suffix("")
    if target.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    for is_last in [False] * _RENAME_TRIES + [True]:
        try:
            part.rename(target)
            break
        except PermissionError:
            if is_last:
                raise
            time.sleep(_RENAME_WAIT_S)
    sync_folder(part.parent)
    return target


def broken(path: Path, samples: int, cause: OSError) -> TakeBroken:
    """What to say when the disk failed under `path`, or somebody took it away."""
    if not path.exists():
        lost = f"This answer ({clock(seconds_of(samples))}) could not be kept: {path.parent} was moved or deleted"
        return TakeBroken(f"{lost}. Put the folder back if you can, and start Viva Voce again.", path)
    kept = f"The recording ({clock(seconds_of(samples))}) is in {path} and can be recovered when Viva Voce next starts"
    return TakeBroken(f"The disk failed while recording ({_reason(cause)}). {kept}. Please answer again.", path)


def _failure(cause: OSError, path: Path, samples: int) -> TakeError:
    if cause.errno not in NO_ROOM:
        return broken(path, samples, cause)
    kept = f"The first {clock(seconds_of(samples))} of the answer is kept in {path}"
    need = f"Please free {megabytes(_NEEDED_BYTES)} there and continue"
    return DiskFull(f"The disk is full, so recording has stopped. {kept}. {need}.", path, _NEEDED_BYTES)


def _not_begun(cause: OSError, path: Path) -> TakeError:
    if cause.errno in NO_ROOM:
        need = f"Please free {megabytes(_NEEDED_BYTES)} there and try again"
        return DiskFull(
            f"The disk is full, so recording in {path.parent} could not start. {need}.", path, _NEEDED_BYTES
        )
    return TakeBroken(f"Recording in {path.parent} could not start ({_reason(cause)}). Nothing was lost.", path)


def _reason(cause: OSError) -> str:
    return cause.strerror or type(cause).__name__
