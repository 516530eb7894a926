"""What a recogniser is to the rest of the child, and which there are. A new one is a file like `whisper` and `sphinx`,
and a function here that loads it. `tests/recordings/transcription/test_engines.py` holds all of them to the contract.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from recordings.transcription.errors import EngineUnavailable, ModelUnavailable, TranscriptionError
from recordings.transcription.model_speed import ModelChoice, keeps_up
from recordings.transcription.models import WHISPER
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import Samples

if TYPE_CHECKING:
    from recordings.transcription.kept_models import KeptModel, ModelShelf


class Engine(Protocol):
    """A recogniser with its model loaded."""

    @property
    def name(self) -> str: ...

    @property
    def model(self) -> str: ...

    @property
    def cannot_hear(self) -> dict[str, str]:
        """For each measure that this engine cannot give ("filler_sounds"), a sentence why."""
        ...

    @property
    def manners(self) -> tuple[Manner, ...]:
        """The ways of hearing that differ for this engine, best first; more than one means that a retry makes sense."""
        ...

    def hear(self, samples: Samples, terms: tuple[str, ...], manner: Manner = Manner.FULL) -> tuple[Phrase, ...]:
        """The phrases in a chunk of at most half a minute: unguarded. Raises RecogniserFailed."""
        ...

    def language(self, samples: Samples) -> str | None:
        """The language of a chunk as a two-letter code if the engine is sure of it, else None."""
        ...


Load = Callable[[Path, str], Engine]
"""Loads an engine, whose model may lie in the folder given. The text says, as sentences for the user, why none of the
better ones could be had; empty for the best. Raises ModelUnavailable or EngineUnavailable."""


def load_whisper(models_dir: Path, _why_no_better: str = "") -> Engine:
    """Whisper, if its verified model can be had."""
    from recordings.transcription.models import install_built_in

    folder = install_built_in(models_dir)
    from recordings.transcription.whisper import WhisperEngine

    return WhisperEngine(folder)


def load_sphinx(_models_dir: Path, why_no_better: str = "") -> Engine:
    """PocketSphinx, which needs no model beside it."""
    from recordings.transcription.sphinx import SphinxEngine

    return SphinxEngine(why=why_no_better)


_BUILT_IN_USED: Final = "The built-in one is used instead."

ENGINES: Final[tuple[Load, ...]] = (load_whisper, load_sphinx)
"""Best first. What settings and `viva-voce doctor` say of an engine is its own `name`, `model` and `cannot_hear`."""


LoadModel = Callable[[Path, str], Engine]
"""Loads the verified model in a folder, which transcripts call by the text. Raises ModelUnavailable."""


def load_whisper_model(folder: Path, model: str) -> Engine:
    """A Whisper model that faster-whisper can load."""
    from recordings.transcription.whisper import WhisperEngine

    return WhisperEngine(folder, model)


LOADERS: Final[Mapping[str, LoadModel]] = {WHISPER: load_whisper_model}
"""What loads a model of the user's, by its kind; `model_folder` has the same kinds. A kind that is not here, as from a
later version, is refused with a sentence."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An engine, and why it is not the one that the user has chosen; empty if it is, or none was."""

    engine: Engine
    instead: str = ""


def load_chosen(
    shelf: ModelShelf,
    choice: ModelChoice,
    engines: Sequence[Load] = ENGINES,
    loaders: Mapping[str, LoadModel] = LOADERS,
) -> Loaded:
    """The model of the user's choice, else the best engine there is. Raises EngineUnavailable if there is none.

    That a model is too slow to keep up is no reason to be told: it was told when it was chosen.
    """
    model = shelf.find(choice.name) if choice.name is not None else None
    if choice.name is not None and model is None:
        why = f"The speech model “{choice.name}” is no longer available."
        return Loaded(load_engine(shelf.models_dir, engines), f"{why} {_BUILT_IN_USED}")
    if model is None or (choice.must_keep_up and not keeps_up(model.speed_here)):
        return Loaded(load_engine(shelf.models_dir, engines))
    try:
        return Loaded(_load(shelf, model, loaders))
    except ModelUnavailable as problem:
        return Loaded(load_engine(shelf.models_dir, engines), f"{problem} {_BUILT_IN_USED}")


def _load(shelf: ModelShelf, model: KeptModel, loaders: Mapping[str, LoadModel]) -> Engine:
    load = loaders.get(model.kind)
    if load is None:
        raise ModelUnavailable(f"The speech model “{model.name}” needs a different version of Viva Voce.")
    return load(shelf.verified_folder(model), model.id)


def load_engine(models_dir: Path, engines: Sequence[Load] = ENGINES) -> Engine:
    """The best engine that can be had. Raises EngineUnavailable, in the words of the last one, if there is none."""
    problems: list[TranscriptionError] = []
    for load in engines:
        try:
            return load(models_dir, str(problems[0]) if problems else "")
        except (ModelUnavailable, EngineUnavailable) as problem:
            problems.append(problem)
    raise EngineUnavailable(str(problems[-1]) if problems else "There is no speech recogniser.")
