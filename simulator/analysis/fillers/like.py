"""How likely a "like" fills, by a logistic of its signs; the weights are learnt (`tests/training/fit_like.py`)."""

from __future__ import annotations

from math import exp

from simulator.analysis.fillers.like_signs import signs_around
from simulator.analysis.fillers.like_weights import BIAS, WEIGHTS
from simulator.analysis.fillers.neighbours import Context


def like_probability(context: Context, position: int) -> float:
    """The probability, 0 to 1, that people would call the "like" at a position of the context a filler."""
    score = BIAS + sum(WEIGHTS.get(sign, 0.0) for sign in signs_around(context, position))
    return 1 / (1 + exp(-score))
