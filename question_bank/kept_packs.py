"""Packs that were read before, kept in a folder so that they need not be parsed again: YAML is slow to read.

A pack is found again by the bytes of its file and of the program that read it; whatever differs is read anew. The
folder may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from question_bank.errors import UnreadablePack
from question_bank.loader import BrokenPack, Pack, content_of, load_pack, parse_pack
from question_bank.models import Question

_SUFFIX: Final = ".pack.json"
_PART: Final = ".pack.part"


class _Kept(msgspec.Struct, frozen=True):
    """What a pack is made of, but for its place."""

    title: str
    reference: str
    questions: tuple[Question, ...]
    lines: dict[str, int]


class KeptPacks:
    """Reads packs, and remembers them in memory and in `folder`. Belongs to one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Pack] = {}
        self._used: set[str] = set()

    def load(self, path: Path) -> Pack | BrokenPack:
        """As `load_pack`; a pack that is broken is read every time."""
        try:
            content = content_of(path)
        except UnreadablePack:
            return load_pack(path)
        key = _key(path, content)
        pack = self._loaded.get(key) or self._from_folder(key, path) or parse_pack(path, content)
        if isinstance(pack, Pack):
            self._loaded[key] = pack
            self._used.add(key)
            self._keep(key, pack)
        return pack

    def kept_count(self) -> int:
        """How many there are in the folder."""
        return sum(1 for _ in self._folder.glob(f"*{_SUFFIX}"))

    def forget_unused(self) -> bool:
        """Let go of what was not loaded since the last call, and tell whether there was any in the folder.

        Nothing deleted from a pack lives on here.
        """
        has_forgotten = False
        for key in self._loaded.keys() - self._used:
            del self._loaded[key]
        kept = {f"{key}{_SUFFIX}" for key in self._used}
        for path in (*self._folder.glob(f"*{_SUFFIX}"), *self._folder.glob(f"*{_PART}")):
            if path.name not in kept:
                path.unlink(missing_ok=True)
                has_forgotten = True
        self._used = set()
        return has_forgotten

    def _path_of(self, key: str) -> Path:
        return self._folder / f"{key}{_SUFFIX}"

    def _from_folder(self, key: str, path: Path) -> Pack | None:
        try:
            kept = msgspec.json.decode(self._path_of(key).read_bytes(), type=_Kept)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return Pack(path.stem, kept.title, path, kept.questions, kept.reference, kept.lines)

    def _keep(self, key: str, pack: Pack) -> None:
        if self._path_of(key).exists():
            return
        kept = _Kept(pack.title, pack.reference, pack.questions, dict(pack.lines))
        with contextlib.suppress(OSError):  # without room for it, packs are parsed at each start
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=_PART)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(kept))
            Path(name).replace(self._path_of(key))


def _key(path: Path, content: bytes) -> str:
    digest = hashlib.sha256(_readers())
    digest.update(str(path).encode(errors="surrogateescape"))
    digest.update(content)
    return digest.hexdigest()[:40]


@cache
def _readers() -> bytes:
    """What stands for this version of the reading: the sources of this room."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).digest()
