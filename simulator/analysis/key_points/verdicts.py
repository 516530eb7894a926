"""From what the windows of an answer say of a claim to one verdict, with its probability and its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from statistics import fmean
from typing import Final

from simulator.analysis.key_points.cue_hits import CueHit
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood, against_neither
from simulator.analysis.report import Verdict

# Multinomial logistics of the signs (bias first, then `Signs.figures` in order), that of "not" being zero; fitted by
# `tests.training.fit` on answers about questions that the network never learnt from. An answer of one sentence has
# figures of its own: whoever says one sentence says it for one point. Cues count half of what was fitted: whoever wrote
# these answers had put the cues right, too.
MADE: Final = (-5.001, 1.033, 0.336, 0.83, -0.39, 0.518, 0.906)
CONTRARY: Final = (-2.138, 0.227, 0.797, -0.689, 0.939, -0.399, 0.446)
MADE_ALONE: Final = (1.973, 0.752, 0.284, 0.546, -0.074, 0.0, 0.222)
CONTRARY_ALONE: Final = (1.778, 0.166, 0.876, 0.036, 0.376, 0.0, 0.103)

# Our own, chosen on the same answers, each judged by figures fitted on other questions. There nearly 9 in 10 of what
# counts as made was made. Nobody should be told that they said the opposite who did not: of 706 points of good and
# partial answers whose contrary was not said, none was called so. For that, half of all opposites go unheard.
_LEAST_MADE: Final = 0.55
_LEAST_MAYBE: Final = 0.3
_LEAST_CONTRARY: Final = 0.65

# Where at least half of an answer's other claims lean to the contrary as well, less is enough: whoever has it the wrong
# way round mostly has all of it so, and a recogniser's slips blur each sentence by itself. On those answers 0.62 of all
# opposites are heard then, and not 0.48, at a precision of 0.83, not 0.865; still no right answer is told so.
_LEAST_AMONG_MISTAKES: Final = 0.5
_LEANING: Final = 0.4

_AS_GOOD: Final = 0.05
_LEAST_AT_CUE: Final = 0.05


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a claim in an answer and against it.

    `made` and `contrary` are the highest of any window, as log odds against saying neither; `others_made` and
    `others_contrary` the means of the same for the other claims, since in an answer full of mistakes a point is less
    likely right; `log_windows` is the logarithm of the count of windows, since of many one is easily high by chance;
    `is_one_sentence`: there is one window, and whoever says one sentence says it for a point.
    """

    made: float
    contrary: float
    others_made: float
    others_contrary: float
    log_windows: float
    has_cue: bool

    @property
    def figures(self) -> tuple[float, ...]:
        """As the logistic takes them."""
        return tuple(float(figure) for figure in astuple(self))

    @property
    def is_alone(self) -> bool:
        """Whether all that was said is one sentence."""
        return self.log_windows == 0

    @property
    def probabilities(self) -> tuple[float, float]:
        """How likely the claim was made, and how likely its contrary was said."""
        both = (MADE_ALONE, CONTRARY_ALONE) if self.is_alone else (MADE, CONTRARY)
        made, contrary = (exp(_strength(weights, self.figures)) for weights in both)
        return made / (1 + made + contrary), contrary / (1 + made + contrary)


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` that the claim is made; `window` shows the verdict, None where nothing was heard."""

    verdict: Verdict
    probability: float
    window: AnswerWindow | None


def signs_of(claim: str, entailment: Entailment, *, cue: CueHit | None, others: Iterable[str] = ()) -> Signs:
    """The signs of an answer for the claim, beside the `others` of its question.

    `cue`: where one of the point's cues is said and meant.
    """
    made, contrary = _highest(entailment.by_claim[claim])
    beside = [_highest(entailment.by_claim[other]) for other in others if other != claim]
    return Signs(
        made,
        contrary,
        fmean(of_other for of_other, _ in beside) if beside else 0.0,
        fmean(of_other for _, of_other in beside) if beside else 0.0,
        log(len(entailment.windows)),
        cue is not None,
    )


def _highest(likelihoods: Sequence[Likelihood]) -> tuple[float, float]:
    """Of making the claim and of saying the contrary, in any window."""
    return max(against_neither(one.made, one) for one in likelihoods), max(
        against_neither(one.contrary, one) for one in likelihoods
    )


def verdicts_of(claims: Sequence[str], entailment: Entailment, cues: Sequence[CueHit | None]) -> list[Judged]:
    """What the answer says of each claim of its question, in their order; `cues` are where one of each is meant."""
    signs = [signs_of(claim, entailment, cue=cue, others=claims) for claim, cue in zip(claims, cues, strict=True)]
    found = [one.probabilities for one in signs]
    leaning = [contrary >= _LEANING and contrary > made for made, contrary in found]
    return [
        _judged(entailment, claim, cue, of_claim, is_among_mistakes=sum(leaning) - leans >= (len(claims) - 1) / 2 > 0)
        for claim, cue, of_claim, leans in zip(claims, cues, found, leaning, strict=True)
    ]


def _judged(
    entailment: Entailment,
    claim: str,
    cue: CueHit | None,
    probabilities: tuple[float, float],
    *,
    is_among_mistakes: bool,
) -> Judged:
    made, contrary = probabilities
    likelihoods = entailment.by_claim[claim]
    if contrary >= (_LEAST_AMONG_MISTAKES if is_among_mistakes else _LEAST_CONTRARY) and contrary > made:
        return Judged("contrary", made, _shown(entailment, [one.contrary for one in likelihoods]))
    is_maybe = made >= _LEAST_MAYBE and made > contrary  # what was likelier turned round is not perhaps made
    verdict: Verdict = "made" if made >= _LEAST_MADE else "maybe" if is_maybe else "not"
    window = None if verdict == "not" else _shown(entailment, _where_meant(cue, entailment, likelihoods))
    return Judged(verdict, made, window)


def _where_meant(cue: CueHit | None, entailment: Entailment, likelihoods: Sequence[Likelihood]) -> list[float]:
    """How much each window makes the claim; windows without its cue nothing, if one with it makes it at all.

    A remedy named in a list makes little of its claim, and a sentence on the illness may seem to make more.
    """
    made = [one.made for one in likelihoods]
    at_cue = [
        likelihood if cue is not None and window.holds(cue.first, cue.last) else 0.0
        for window, likelihood in zip(entailment.windows, made, strict=True)
    ]
    return at_cue if max(at_cue) >= _LEAST_AT_CUE else made


def _shown(entailment: Entailment, figures: Sequence[float]) -> AnswerWindow:
    """The window with the highest figure, or a shorter one that has it too, as near as makes no difference."""
    least = max(figures) - _AS_GOOD
    alike = (window for window, figure in zip(entailment.windows, figures, strict=True) if figure >= least)
    return min(alike, key=lambda window: window.word_count)


def _strength(weights: Sequence[float], figures: Sequence[float]) -> float:
    return weights[0] + sum(weight * figure for weight, figure in zip(weights[1:], figures, strict=True))
