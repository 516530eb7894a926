"""The speech models that the user has brought, beside the built-in one: where each lies, its hashes and its speed."""

from __future__ import annotations

import contextlib
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final

from recordings.transcription.errors import ModelRefused, ModelUnavailable
from recordings.transcription.model_catalogue import model_with
from recordings.transcription.model_folder import FoundModel, name_of
from recordings.transcription.models import ModelFile, ModelSpec, is_intact
from simulator.private_file import read_object, write_object

BUILT_IN: Final = "built-in"
"""What the model that comes with the program is called where one is chosen."""
PART_SUFFIX: Final = ".part"
"""What follows the name of a file that has not come in full."""
_REGISTRY: Final = "models.json"
_LIST: Final = "models"
_SHORT: Final = 12


class ModelState(Enum):
    """What is in the place of a model."""

    HERE = auto()
    GONE = auto()
    DAMAGED = auto()  # something else, or not all of it


@dataclass(frozen=True, slots=True)
class KeptModel:
    """A model of the user's. `folder` is below the folder of models if it was downloaded, else wherever it was found.

    `speed` is in seconds of work for a second of speech, measured on the computer `measured_on`; None if it never was.
    """

    name: str
    kind: str
    folder: str
    files: tuple[ModelFile, ...]
    is_downloaded: bool = False
    speed: float | None = None
    measured_on: str = ""

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(file.size for file in self.files)

    @property
    def id(self) -> str:
        """What transcripts call it: no other weights have the same."""
        largest = max(self.files, key=lambda file: file.size)
        return f"{self.name}-{largest.sha256[:_SHORT]}"

    @property
    def speed_here(self) -> float | None:
        """Its speed, if that was measured on this computer."""
        return self.speed if self.measured_on == platform.node() else None

    def with_speed(self, speed: float | None) -> KeptModel:
        """The same model, measured here and now."""
        return replace(self, speed=speed, measured_on=platform.node())


class ModelShelf:
    """Which models there are below and beside `models_dir`. Whatever is asked is read from the disk anew.

    States are remembered for as long as no file changes. What cannot be written is raised as ModelRefused.
    """

    def __init__(self, models_dir: Path) -> None:
        self.models_dir = models_dir
        self._checked: dict[str, tuple[object, ModelState]] = {}

    def models(self) -> tuple[KeptModel, ...]:
        """All of them, in the order in which they came. Never raises: an entry that cannot be read is none."""
        stored, _ = read_object(self.models_dir / _REGISTRY)
        entries = stored.get(_LIST)
        return _usable(entries) if isinstance(entries, list) else ()

    def find(self, name: str) -> KeptModel | None:
        """The one of this name."""
        return next((model for model in self.models() if model.name == name), None)

    def keep(self, model: KeptModel) -> None:
        """Note this model, in place of one of the same name."""
        others = [other for other in self.models() if other.name != model.name]
        self._write((*others, model))

    def add(self, found: FoundModel) -> KeptModel:
        """Note a model that was found in a folder, which stays where it is.

        It has the name of the known model that it is, else that of its folder, with a number if that is taken.
        """
        known = model_with(found.files)
        before = next((model for model in self.models() if self.folder_of(model) == found.folder), None)
        name = before.name if before else self._free_name(known.name if known else name_of(found.folder))
        model = KeptModel(name, found.kind, str(found.folder), found.files)
        self.keep(model)
        return model

    def add_downloaded(self, spec: ModelSpec) -> KeptModel:
        """Note a model whose files have come into its folder."""
        model = KeptModel(spec.name, spec.kind, spec.folder_name, spec.files, is_downloaded=True)
        self.keep(model)
        return model

    def remove(self, model: KeptModel) -> None:
        """Forget it. What was downloaded is deleted; a folder that was added stays as it is."""
        if model.is_downloaded:
            delete_files(self.folder_of(model), model.files)
        self._write(tuple(other for other in self.models() if other.name != model.name))

    def come(self, spec: ModelSpec) -> int:
        """How many bytes of a download lie in its folder, whole files and parts."""
        folder = self.models_dir / spec.folder_name
        return sum(_size(folder / file.name) or _size(folder / (file.name + PART_SUFFIX)) for file in spec.files)

    def discard(self, spec: ModelSpec) -> None:
        """Delete what has come of a download. Raises ModelRefused."""
        delete_files(self.models_dir / spec.folder_name, spec.files)

    def folder_of(self, model: KeptModel) -> Path:
        """Where its files lie, or should."""
        return self.models_dir / model.folder

    def state(self, model: KeptModel) -> ModelState:
        """What is in its place. Every byte is hashed, once for each state of the files: about a second a gigabyte."""
        try:
            seen = tuple(_fingerprint(self.folder_of(model) / file.name) for file in model.files)
        except FileNotFoundError:
            return ModelState.DAMAGED if self.folder_of(model).is_dir() else ModelState.GONE
        except OSError:
            return ModelState.DAMAGED
        if self._checked.get(model.name, (None,))[0] != (model.files, seen):
            self._checked[model.name] = ((model.files, seen), self._looked_at(model))
        return self._checked[model.name][1]

    def verified_folder(self, model: KeptModel) -> Path:
        """Where it lies, every byte hashed just now. Raises ModelUnavailable with a sentence if it cannot be used."""
        folder = self.folder_of(model)
        if not folder.is_dir():
            raise ModelUnavailable(f"The speech model “{model.name}” is no longer in {folder}.")
        if self._looked_at(model) is not ModelState.HERE:
            raise ModelUnavailable(f"The speech model “{model.name}” in {folder} is damaged or has been changed.")
        return folder

    def _looked_at(self, model: KeptModel) -> ModelState:
        folder = self.folder_of(model)
        is_right = all(is_intact(folder / file.name, file) for file in model.files)
        return ModelState.HERE if is_right else ModelState.DAMAGED

    def _free_name(self, name: str) -> str:
        taken = {model.name for model in self.models()} | {BUILT_IN}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name}-{number}"
        return free

    def _write(self, models: tuple[KeptModel, ...]) -> None:
        def refused(why: str) -> ModelRefused:
            return ModelRefused(f"The list of speech models in {self.models_dir} could not be saved ({why}).")

        try:
            self.models_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise refused(str(error.strerror or error)) from error
        write_object(self.models_dir / _REGISTRY, {_LIST: [asdict(model) for model in models]}, refused)


def delete_files(folder: Path, files: Iterable[ModelFile]) -> None:
    """Delete these files, whole or half downloaded, and the folder if nothing else is in it. Raises ModelRefused."""
    try:
        for file in files:
            for name in (file.name, file.name + PART_SUFFIX):
                (folder / Path(name).name).unlink(missing_ok=True)
    except OSError as error:
        raise ModelRefused(f"{folder} could not be deleted ({error.strerror or error}).") from error
    with contextlib.suppress(OSError):  # it is not there, or something else is in it
        folder.rmdir()


def _usable(entries: list[Any]) -> tuple[KeptModel, ...]:
    import msgspec

    models = []
    for entry in entries:
        with contextlib.suppress(msgspec.ValidationError):
            models.append(msgspec.convert(entry, KeptModel))
    return tuple(model for model in models if model.files)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _fingerprint(path: Path) -> tuple[int, ...]:
    """What changes when the file does."""
    status = path.stat()
    return (status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)
