"""The user's folder of more voices: a file is kept there, and read from there, only if it is the pinned one."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final

from simulator.downloads.incoming import Incoming
from simulator.errors import VoiceRefused
from simulator.voice.more_voices import MoreVoice, more_voices
from simulator.voice.voice_engine import EngineMissing

_BLOCK_BYTES: Final = 1 << 18
_PART_SUFFIX: Final = ".part"
_STALE_AFTER_S: Final = 3600.0
_PRIVATE: Final = 0o700


class FileState(Enum):
    """What is in the place of a voice's file."""

    ABSENT = auto()
    INSTALLED = auto()
    DAMAGED = auto()  # something else, or not all of it


@dataclass(frozen=True, slots=True)
class VoiceOffer:
    """A voice, what is in the place of its file, and how many bytes have come if it is being downloaded, else None."""

    voice: MoreVoice
    state: FileState
    received: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of looking through a folder: voices added, and names of files that are not what they should be."""

    voices: tuple[MoreVoice, ...]
    refused: tuple[str, ...] = ()


class VoiceFolder:
    """The voices in `folder`, of those that are `known`.

    It can be sent to a child process. `known` raises EngineMissing where there can be none.
    """

    def __init__(self, folder: Path, known: Callable[[], tuple[MoreVoice, ...]] = more_voices) -> None:
        self.folder = folder
        self._known = known
        self._checked: dict[str, tuple[tuple[int, ...], bool]] = {}

    @property
    def known(self) -> tuple[MoreVoice, ...]:
        """Every voice that could be here. Raises EngineMissing."""
        return self._known()

    def installed(self) -> tuple[MoreVoice, ...]:
        """Those that are here, checked. None where none can be."""
        try:
            return tuple(voice for voice in self.known if self.state(voice) is FileState.INSTALLED)
        except EngineMissing:
            return ()

    def find(self, name: str) -> MoreVoice | None:
        """The voice of this name if it is here, checked."""
        with contextlib.suppress(EngineMissing):
            for voice in self.known:
                if voice.name == name and self.state(voice) is FileState.INSTALLED:
                    return voice
        return None

    def state(self, voice: MoreVoice) -> FileState:
        """What is in its place. Every byte is hashed, once for each state of the file: some 10 ms."""
        path = self.path_of(voice)
        try:
            seen = _fingerprint(path)
            if self._checked.get(voice.name, ((), False))[0] != seen:
                self._checked[voice.name] = (seen, _pinned_content(voice, path) is not None)
        except FileNotFoundError:
            return FileState.ABSENT
        except OSError:
            return FileState.DAMAGED
        return FileState.INSTALLED if self._checked[voice.name][1] else FileState.DAMAGED

    def content(self, voice: MoreVoice) -> bytes | None:
        """The very bytes that were checked, so that nothing comes in between; None if they are not the pinned ones."""
        with contextlib.suppress(OSError):
            return _pinned_content(voice, self.path_of(voice))
        return None

    def path_of(self, voice: MoreVoice) -> Path:
        """Where its file lies, or would."""
        return self.folder / voice.file

    def add_from(self, source: Path) -> Added:
        """Copy in every voice that `source` is, or has in it if it is a folder, whatever the files are called.

        Raises VoiceRefused with a sentence if there is none, or it cannot be read or kept.
        """
        added: dict[str, MoreVoice] = {}
        refused = []
        for path in _files_in(source):
            voice = self._recognised(path)
            if voice is not None:
                self._copy(voice, path)
                added[voice.name] = voice
            elif path.name in {known.file for known in self.known}:
                refused.append(path.name)
        if not added:
            raise VoiceRefused(self._nothing_in(source, refused))
        return Added(tuple(added.values()), tuple(refused))

    def remove(self, voice: MoreVoice) -> None:
        """Delete its file, whatever is in it. Raises VoiceRefused."""
        try:
            self.path_of(voice).unlink(missing_ok=True)
        except OSError as error:
            raise VoiceRefused(f"“{voice.title}” could not be removed ({error.strerror or error}).") from error

    @contextlib.contextmanager
    def incoming(self, voice: MoreVoice) -> Iterator[Incoming]:
        """A file of this user's alone (0600) to write the voice into; at the end it moves into place if it is right.

        Whatever happens, nothing else is left behind. What the disk refuses is raised as VoiceRefused.
        """
        with self._refusal_told(voice):
            self.folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            self._clear_stale()
            descriptor, name = tempfile.mkstemp(dir=self.folder, prefix=voice.file, suffix=_PART_SUFFIX)
            part = Path(name)
            try:
                with os.fdopen(descriptor, "w+b") as stream:
                    arriving = Incoming(voice, stream)
                    yield arriving
                    arriving.sync()
                if arriving.is_right:
                    part.replace(self.path_of(voice))
            finally:
                part.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _refusal_told(self, voice: MoreVoice) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                why = f"the disk is full; it needs {voice.size / 1e6:.1f} MB in {self.folder}"
            else:
                why = f"nothing can be written to {self.folder} ({error.strerror or error})"
            raise VoiceRefused(f"“{voice.title}” was not added: {why}.") from error

    def _recognised(self, path: Path) -> MoreVoice | None:
        try:
            return next((voice for voice in self.known if _pinned_content(voice, path) is not None), None)
        except OSError as error:
            raise VoiceRefused(f"{path} cannot be read ({error.strerror or error}); nothing was added.") from error

    def _copy(self, voice: MoreVoice, source: Path) -> None:
        if source.resolve() == self.path_of(voice).resolve():
            return
        with self.incoming(voice) as arriving, source.open("rb") as stream:
            for block in iter(partial(stream.read, _BLOCK_BYTES), b""):
                arriving.write(block)
        if not arriving.is_right:  # it was, a moment ago
            raise VoiceRefused(f"{source} changed while it was being copied; nothing was added.")

    def _nothing_in(self, source: Path, refused: list[str]) -> str:
        if refused:
            return f"{', '.join(refused)} in {source} is not the expected file, so it was not added."
        wanted = ", ".join(voice.file for voice in self.known)
        return f"No voice for Viva Voce was found in {source}; it accepts {wanted}."

    def _clear_stale(self) -> None:
        """What a program that was killed left half done."""
        for path in self.folder.glob(f"*{_PART_SUFFIX}"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE_AFTER_S:
                    path.unlink()


def _files_in(source: Path) -> tuple[Path, ...]:
    try:
        if not source.is_dir():
            return (source,)
        return tuple(sorted(path for path in source.iterdir() if path.is_file()))
    except OSError as error:
        raise VoiceRefused(f"{source} cannot be read ({error.strerror or error}); nothing was added.") from error


def _pinned_content(voice: MoreVoice, path: Path) -> bytes | None:
    """What is in the file if it is that of the voice. Another size is seen without reading it. Raises OSError."""
    if path.stat().st_size != voice.size:
        return None
    content = path.read_bytes()
    return content if hashlib.sha256(content).hexdigest() == voice.sha256 else None


def _fingerprint(path: Path) -> tuple[int, ...]:
    """What changes when the file does."""
    status = path.stat()
    return (status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)
