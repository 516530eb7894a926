"""From what the windows of an answer say of a claim to one verdict, with its probability and its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from statistics import fmean
from typing import Final

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood
from simulator.analysis.report import Verdict

# A multinomial logistic of the signs (bias first, then `Signs.figures` in order), that of "not" being zero; fitted by
# `tests.training.fit` on answers to questions that the network never learnt from. Cues count half of what was fitted:
# whoever wrote these answers had put the cues right, too.
MADE: Final = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
CONTRARY: Final = (0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

_LEAST_MADE: Final = 0.6
_LEAST_MAYBE: Final = 0.4
_LEAST_CONTRARY: Final = 0.6

_AS_GOOD: Final = 0.05
_LEAST_LIKELY: Final = 0.001


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a claim in an answer and against it, as log odds that a window makes it or says the contrary.

    `made` and `contrary` are the highest of any window, `contrary_there` and `made_there` what else is said in that
    window, the means are over all windows. `others_made` and `others_contrary` are the means of the highest for the
    other claims: in an answer full of mistakes a point is less likely to be right.
    """

    made: float
    contrary: float
    contrary_there: float
    made_there: float
    mean_made: float
    mean_contrary: float
    others_made: float
    others_contrary: float
    has_cue: bool

    @property
    def figures(self) -> tuple[float, ...]:
        """As the logistic takes them."""
        return tuple(float(figure) for figure in astuple(self))

    @property
    def probabilities(self) -> tuple[float, float]:
        """How likely the claim was made, and how likely its contrary was said."""
        made, contrary = (exp(_strength(weights, self.figures)) for weights in (MADE, CONTRARY))
        return made / (1 + made + contrary), contrary / (1 + made + contrary)


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` that the claim is made; `window` shows the verdict, None where nothing was heard."""

    verdict: Verdict
    probability: float
    window: AnswerWindow | None


def signs_of(claim: str, entailment: Entailment, *, has_cue: bool, others: Iterable[str] = ()) -> Signs:
    """The signs of an answer for the claim, beside the `others` of its question.

    `has_cue`: one of the point's cues is said and meant.
    """
    made, contrary = _odds(entailment.by_claim[claim])
    made_at, contrary_at = made.index(max(made)), contrary.index(max(contrary))
    beside = [_odds(entailment.by_claim[other]) for other in others if other != claim]
    return Signs(
        made[made_at],
        contrary[contrary_at],
        contrary[made_at],
        made[contrary_at],
        fmean(made),
        fmean(contrary),
        fmean(max(of_other) for of_other, _ in beside) if beside else 0.0,
        fmean(max(of_other) for _, of_other in beside) if beside else 0.0,
        has_cue,
    )


def _odds(likelihoods: Sequence[Likelihood]) -> tuple[list[float], list[float]]:
    return [_log_odds(one.made) for one in likelihoods], [_log_odds(one.contrary) for one in likelihoods]


def verdict_of(claim: str, entailment: Entailment, *, has_cue: bool, others: Iterable[str] = ()) -> Judged:
    """What the answer says of the claim; `others` are those of its question."""
    made, contrary = signs_of(claim, entailment, has_cue=has_cue, others=others).probabilities
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
