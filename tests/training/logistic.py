"""A logistic of signs that hold or do not, with a penalty on its weights, and how it fares on groups it never saw."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROUNDS: Final = 8
_BIAS_PENALTY: Final = 1e-3
_FEWEST: Final = 2
"""A sign that turns up less often has no weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one place, whether it is what is looked for, of which group it is, and how much it counts."""

    signs: frozenset[str]
    is_so: bool
    group: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """The probability is 1 / (1 + exp(-(bias + the sum of the weights of the signs)))."""

    bias: float
    weights: dict[str, float]

    @classmethod
    def fitted(cls, examples: Sequence[Example], penalty: float) -> Logistic:
        """By Newton's method, with `penalty` on the squares of the weights."""
        counts = Counter(sign for example in examples for sign in example.signs)
        names = sorted(sign for sign, count in counts.items() if count >= _FEWEST)
        alike: dict[tuple[frozenset[str], bool], float] = defaultdict(float)
        for example in examples:
            alike[example.signs, example.is_so] += example.weight
        rows = np.array([[1.0, *(name in signs for name in names)] for signs, _ in alike])
        is_so = np.array([float(is_so) for _, is_so in alike])
        theta = newton(rows, is_so, np.array(list(alike.values())), penalty)
        return cls(float(theta[0]), dict(zip(names, map(float, theta[1:]), strict=True)))

    def score(self, signs: frozenset[str]) -> float:
        """The logarithm of the odds."""
        return self.bias + sum(self.weights.get(sign, 0.0) for sign in signs)

    def scaled(self, slope: float, shift: float) -> Logistic:
        """The same order of places, with `slope` · score + `shift` for a score."""
        return Logistic(slope * self.bias + shift, {name: slope * weight for name, weight in self.weights.items()})


def newton(rows: Floats, is_so: Floats, weights: Floats, penalty: float) -> Floats:
    """The weights of the columns of `rows`, the first of which is 1."""
    theta: Floats = np.zeros(rows.shape[1])
    ridge = penalty * np.eye(len(theta))
    ridge[0, 0] = _BIAS_PENALTY
    for _ in range(_ROUNDS):
        found = probability(rows @ theta)
        slope = rows.T @ (weights * (found - is_so)) + ridge @ theta
        curvature = (rows * (weights * found * (1 - found))[:, None]).T @ rows + ridge
        theta = theta - np.linalg.solve(curvature, slope)
    return theta


def probability(scores: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-scores))
    return found


def left_out_scores(examples: Sequence[Example], always: Sequence[Example], penalty: float) -> Floats:
    """The score of each example by a logistic of `always` and the examples of all other groups."""
    groups = sorted({example.group for example in examples})
    models = {
        group: Logistic.fitted([*always, *(example for example in examples if example.group != group)], penalty)
        for group in groups
    }
    return np.array([models[example.group].score(example.signs) for example in examples])


def calibration(scores: Floats, is_so: Floats) -> tuple[float, float]:
    """The slope and shift after which the scores are the logarithms of odds that were observed (Platt 1999)."""
    rows = np.column_stack([np.ones_like(scores), scores])
    shift, slope = newton(rows, is_so, np.ones_like(scores), 1e-3)
    return float(slope), float(shift)
