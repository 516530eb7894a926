"""What is in a folder that is said to hold a speech model: its kind, its files and their hashes. No engine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from recordings.transcription.errors import ModelRefused
from recordings.transcription.models import WHISPER, ModelFile

_SNAPSHOTS: Final = "snapshots"
_WHISPER_SPEC: Final = b"\x0c\x00WhisperSpec\x00"
_BEHIND_VERSION: Final = 4


@dataclass(frozen=True, slots=True)
class ModelKind:
    """A kind of model, known by its files: all of `needed`, one of `either`, and any of `more`.

    `weights` holds its numbers; `is_right` looks into that file for what marks the kind.
    """

    name: str
    weights: str
    needed: tuple[str, ...]
    either: tuple[str, ...]
    more: tuple[str, ...]
    is_right: Callable[[Path], bool]

    @property
    def names(self) -> tuple[str, ...]:
        """Every file that the engine may read."""
        return (*self.needed, *self.either, *self.more)

    def missing_in(self, folder: Path) -> tuple[str, ...]:
        """What has to be there and is not."""
        missing = [name for name in self.needed if not (folder / name).is_file()]
        if not any((folder / name).is_file() for name in self.either):
            missing.append(" or ".join(self.either))
        return tuple(missing)


@dataclass(frozen=True, slots=True)
class FoundModel:
    """A model that was found in `folder`; `kind` says for which engine it is."""

    folder: Path
    kind: str
    files: tuple[ModelFile, ...]


def _is_whisper(weights: Path) -> bool:
    """CTranslate2 writes its version in four bytes, then the name of what it has converted."""
    with weights.open("rb") as stream:
        stream.seek(_BEHIND_VERSION)
        return stream.read(len(_WHISPER_SPEC)) == _WHISPER_SPEC


# Without tokenizer.json, faster-whisper would ask the network for it.
KINDS: Final = (
    ModelKind(
        WHISPER,
        "model.bin",
        ("model.bin", "config.json", "tokenizer.json"),
        ("vocabulary.json", "vocabulary.txt"),
        ("preprocessor_config.json",),
        _is_whisper,
    ),
)
"""What `models add` knows. A kind that is added here has its loader in `engines`."""


def find_in(folder: Path, kinds: tuple[ModelKind, ...] = KINDS) -> FoundModel:
    """The model in `folder`, every byte of it hashed: about a second for each gigabyte.

    A folder of Hugging Face's cache leads to its only snapshot. Raises ModelRefused with a sentence.
    """
    try:
        place = _place_of(folder.expanduser().absolute())
        kind = _kind_of(place, kinds)
        return FoundModel(place, kind.name, tuple(_pinned(place / name) for name in kind.names if _is_in(place, name)))
    except OSError as error:
        raise ModelRefused(f"{folder} cannot be read ({error.strerror or error}); nothing was added.") from error


def name_of(folder: Path) -> str:
    """What a model in this folder is called: “small.en” in “faster-whisper-small.en”, also in Hugging Face's cache."""
    parts = folder.parts
    named = parts[-3] if len(parts) > 2 and parts[-2] == _SNAPSHOTS else folder.name
    name = named.rsplit("--", 1)[-1].lower()
    for word in ("faster-", "whisper-"):
        name = name.replace(word, "")
    return name.strip("-. ") or "model"


def _place_of(folder: Path) -> Path:
    snapshots = folder / _SNAPSHOTS
    if not snapshots.is_dir():
        return folder
    inside = [path for path in snapshots.iterdir() if path.is_dir()]
    return inside[0] if len(inside) == 1 else folder


def _kind_of(folder: Path, kinds: tuple[ModelKind, ...]) -> ModelKind:
    if not folder.is_dir():
        raise ModelRefused(f"There is no folder {folder}; nothing was added.")
    missing: list[str] = []
    for kind in kinds:
        lacking = kind.missing_in(folder)
        if lacking:
            missing.append(", ".join(lacking))
        elif kind.is_right(folder / kind.weights):
            return kind
    if missing:
        raise ModelRefused(f"{folder} does not contain a speech model: {missing[0]} is missing. Nothing was added.")
    raise ModelRefused(f"The model in {folder} is not for faster-whisper; nothing was added.")


def _is_in(folder: Path, name: str) -> bool:
    return (folder / name).is_file()


def _pinned(path: Path) -> ModelFile:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return ModelFile(path.name, stream.tell(), digest)
