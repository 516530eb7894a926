"""What a recogniser is to the rest of the child, and which one is chosen. The engines themselves live next door."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from recordings.transcription.errors import ModelUnavailable
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


def load_engine(models_dir: Path) -> Engine:
    """Whisper if its model can be had, else PocketSphinx. Raises EngineUnavailable if there is neither."""
    from recordings.transcription.models import install_built_in

    try:
        folder = install_built_in(models_dir)
        from recordings.transcription.whisper import WhisperEngine

        return WhisperEngine(folder)
    except ModelUnavailable as problem:
        from recordings.transcription.sphinx import SphinxEngine

        return SphinxEngine(why=str(problem))
