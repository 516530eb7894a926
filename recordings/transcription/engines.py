"""What a recogniser is to the rest of the child, and which there are. A new one is a file like `whisper` and `sphinx`,
and a function here that loads it. `tests/recordings/transcription/test_engines.py` holds all of them to the contract.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from recordings.transcription.errors import EngineUnavailable, ModelUnavailable, TranscriptionError
from recordings.transcription.phrases import Manner, Phrase
from recordings.transcription.sound import Samples


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


ENGINES: Final[tuple[Load, ...]] = (load_whisper, load_sphinx)
"""Best first. What settings and `viva-voce doctor` say of an engine is its own `name`, `model` and `cannot_hear`."""


def load_engine(models_dir: Path, engines: Sequence[Load] = ENGINES) -> Engine:
    """The best engine that can be had. Raises EngineUnavailable, in the words of the last one, if there is none."""
    problems: list[TranscriptionError] = []
    for load in engines:
        try:
            return load(models_dir, str(problems[0]) if problems else "")
        except (ModelUnavailable, EngineUnavailable) as problem:
            problems.append(problem)
    raise EngineUnavailable(str(problems[-1]) if problems else "There is no speech recogniser.")
