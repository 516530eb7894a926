"""All models that can read answers, best first.

A new one is a file and a line here. `tests/simulator/entailment/test_entailment_models.py` holds all to the contract.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from simulator.entailment.entailment_model import EntailmentModel, EntailmentModelUnavailable

Load = Callable[[], EntailmentModel]
"""Loads a model. Raises EntailmentModelUnavailable."""


def load_trained_minilm() -> EntailmentModel:
    """The model that was trained for this program and comes with it. Raises EntailmentModelUnavailable."""
    try:
        from simulator.entailment.trained_minilm import TrainedMiniLm
    except ImportError as problem:
        raise EntailmentModelUnavailable(f"The text model cannot be run here: {problem}.") from problem

    return TrainedMiniLm.load()


ENTAILMENT_MODELS: Final[tuple[Load, ...]] = (load_trained_minilm,)


def load_entailment_model(models: Sequence[Load] = ENTAILMENT_MODELS) -> EntailmentModel:
    """The best model that can be had. Raises EntailmentModelUnavailable, in the best one's words, if there is none."""
    problems: list[EntailmentModelUnavailable] = []
    for load in models:
        try:
            return load()
        except EntailmentModelUnavailable as problem:
            problems.append(problem)
    raise problems[0] if problems else EntailmentModelUnavailable("There is no text model.")
