"""From what the windows of an answer say of a claim to one verdict, with its probability and its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment
from simulator.analysis.report import Verdict

# A multinomial logistic of the signs (bias, made, contrary, cue), the one of "not" being zero; fitted by
# `tests.training.fit` on answers to questions that the network never learnt from.
_MADE: Final = (0.0, 1.0, 0.0, 0.0)
_CONTRARY: Final = (0.0, 0.0, 1.0, 0.0)

_LEAST_MADE: Final = 0.6
_LEAST_MAYBE: Final = 0.4
_LEAST_CONTRARY: Final = 0.6

_AS_GOOD: Final = 0.05
_LEAST_LIKELY: Final = 0.001


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a claim, and against it, at most: `made` and `contrary` are the highest of any window, 0 to 1."""

    made: float
    contrary: float
    has_cue: bool

    @property
    def figures(self) -> tuple[float, float, float]:
        """As a logistic takes them: log odds, and 0 or 1."""
        return _log_odds(self.made), _log_odds(self.contrary), float(self.has_cue)

    @property
    def probabilities(self) -> tuple[float, float]:
        """How likely the claim was made, and how likely its contrary was said."""
        made, contrary = (exp(_strength(weights, self.figures)) for weights in (_MADE, _CONTRARY))
        return made / (1 + made + contrary), contrary / (1 + made + contrary)


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` that the claim is made; `window` shows the verdict, None where nothing was heard."""

    verdict: Verdict
    probability: float
    window: AnswerWindow | None


def signs_of(claim: str, entailment: Entailment, *, has_cue: bool) -> Signs:
    """The signs of an answer for the claim; `has_cue`: one of the point's cues is said and meant."""
    likelihoods = entailment.by_claim[claim]
    return Signs(max(one.made for one in likelihoods), max(one.contrary for one in likelihoods), has_cue)


def verdict_of(claim: str, entailment: Entailment, *, has_cue: bool) -> Judged:
    """What the answer says of the claim."""
    made, contrary = signs_of(claim, entailment, has_cue=has_cue).probabilities
    likelihoods = entailment.by_claim[claim]
    if contrary >= _LEAST_CONTRARY and contrary > made:
        return Judged("contrary", made, _shown(entailment, [one.contrary for one in likelihoods]))
    verdict: Verdict = "made" if made >= _LEAST_MADE else "maybe" if made >= _LEAST_MAYBE else "not"
    window = None if verdict == "not" else _shown(entailment, [one.made for one in likelihoods])
    return Judged(verdict, made, window)


def _shown(entailment: Entailment, figures: Sequence[float]) -> AnswerWindow:
    """The window with the highest figure, or a shorter one that has it too, as near as makes no difference."""
    least = max(figures) - _AS_GOOD
    alike = (window for window, figure in zip(entailment.windows, figures, strict=True) if figure >= least)
    return min(alike, key=lambda window: window.word_count)


def _log_odds(likelihood: float) -> float:
    held = min(1 - _LEAST_LIKELY, max(_LEAST_LIKELY, likelihood))
    return log(held / (1 - held))


def _strength(weights: Sequence[float], figures: Sequence[float]) -> float:
    return weights[0] + sum(weight * figure for weight, figure in zip(weights[1:], figures, strict=True))
