"""What a text model is to the rest of the child, and all there are, best first. A new one is a file and a line here.

`tests/simulator/similarity/test_text_models.py` holds every one of them to the contract.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol


class TextModelUnavailable(Exception):
    """There is no model to measure with, or it is not the pinned one; the text is a sentence."""


class TextModel(Protocol):
    """A model that has been loaded and verified. It lives in the child process and may take its time."""

    def prepare(self, texts: tuple[str, ...]) -> None:
        """Make ready for these texts, so that a comparison with them is quick."""
        ...

    def cosines(self, texts: tuple[str, ...], said: Sequence[str]) -> tuple[tuple[float, ...], ...]:
        """For each of the texts a row with how near in meaning each of `said` is: 1 is the same."""
        ...


Load = Callable[[], TextModel]
"""Loads a model. Raises TextModelUnavailable."""


def load_minilm() -> TextModel:
    """all-MiniLM-L6-v2, which comes with the program."""
    from simulator.similarity.minilm import MiniLm

    return MiniLm.load()


TEXT_MODELS: Final[tuple[Load, ...]] = (load_minilm,)


def load_text_model(models: Sequence[Load] = TEXT_MODELS) -> TextModel:
    """The best model that can be had. Raises TextModelUnavailable, in the words of the best one, if there is none."""
    problems: list[TextModelUnavailable] = []
    for load in models:
        try:
            return load()
        except TextModelUnavailable as problem:
            problems.append(problem)
    raise problems[0] if problems else TextModelUnavailable("There is no model of meanings.")
