"""From what the windows of an answer say of a claim to one verdict, with its probability and its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from statistics import fmean
from typing import Final

from simulator.analysis.key_points.claim_odds import ClaimOdds, odds_of
from simulator.analysis.key_points.cue_hits import CueHit
from simulator.analysis.key_points.entailment import LEAST_ODDS, AnswerWindow, Beside, Entailment
from simulator.analysis.report import Verdict

Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """How signs become a verdict: weights for *made* and for *contrary*, and from which probabilities on each is told.

    An answer of one sentence has weights of its own: whoever says one sentence says it for one point.
    """

    of_answer: tuple[Weights, Weights]
    of_sentence: tuple[Weights, Weights]
    least_made: float
    least_contrary: float


# Multinomial logistics of the signs (bias first, then `Signs.figures` in order), that of "not" being zero; fitted by
# `tests.training.fit` on answers about questions that the network never learnt from. Cues count half of what was
# fitted: whoever wrote these answers had put the cues right, too.
#
# The probabilities are our own, chosen on the same answers, each judged by figures fitted on other questions. With
# sayings 0.92 of what counts as made was made, and 0.88 of it beside the model answer alone, where fewer are sure and
# less is asked. Nobody should be told that they said the opposite who did not: of 706 points of good and partial
# answers whose contrary was not said, 4 are called so with sayings, 3 beside the model answer and 5 by the claim alone;
# a third, half and half of all opposites go unheard. Of right answers that are nothing but textbook sentences 18 of 274
# points are called so with sayings.
PLAIN: Final = Fitted(
    (
        (-0.974, 0.206, 0.006, 0.179, 0.234, 1.013, -0.463, 0.206, 0.006, -0.042, 0.588, -0.124, 0.222),
        (0.469, 0.063, 0.113, 0.008, 0.415, -0.458, 0.867, 0.063, 0.113, -0.665, 0.097, 0.25, 0.169),
    ),
    (
        (2.706, 0.507, 0.015, 0.156, -0.069, 0.388, 0.088, 0.507, 0.015, 0.0, 0.604, -0.443, 0.226),
        (2.029, 0.286, 0.397, 0.112, -0.386, -0.275, 0.281, 0.286, 0.397, 0.0, 0.154, 0.046, -0.155),
    ),
    least_made=0.6,
    least_contrary=0.65,
)
"""For claims that have no sayings, and of which the model answer, if there is one, says nothing."""

MODELLED: Final = Fitted(
    (
        (-0.869, 0.414, 0.089, 0.267, 0.279, 1.103, -0.554, 0.079, -0.044, 0.009, 0.477, -0.031, 0.14),
        (0.765, 0.134, 0.154, 0.002, 0.541, -0.489, 0.873, -0.024, 0.133, -0.621, 0.064, 0.265, 0.131),
    ),
    (
        (3.732, 0.814, -0.024, 0.338, -0.041, 0.619, 0.15, 0.187, 0.114, 0.0, 0.471, -0.311, 0.148),
        (2.811, 0.396, 0.763, 0.099, -0.145, -0.104, 0.411, 0.216, 0.191, 0.0, 0.002, 0.113, -0.051),
    ),
    least_made=0.55,
    least_contrary=0.65,
)
"""For claims without sayings that the model answer makes, such as most of a user's own questions."""

WITH_SAYINGS: Final = Fitted(
    (
        (-0.684, 0.74, -0.147, 0.361, 0.357, 1.424, -0.994, 0.114, 0.006, 0.006, 0.485, -0.07, 0.12),
        (0.303, -0.131, 0.331, 0.013, 0.727, -0.733, 1.034, 0.218, 0.284, -0.714, 0.027, 0.269, 0.115),
    ),
    (
        (4.065, 1.12, -0.246, 0.277, -0.024, 0.595, -0.097, 0.509, -0.137, 0.0, 0.239, 0.182, 0.018),
        (2.138, -0.085, 0.945, 0.108, -0.021, -0.227, 0.453, 0.217, 0.818, 0.0, 0.377, -0.065, 0.035),
    ),
    least_made=0.55,
    least_contrary=0.6,
)
"""For the bank's claims: with their sayings and, nearly always, the model answer's sentence."""

FITTED: Final = {Beside.NOTHING: PLAIN, Beside.MODEL_ANSWER: MODELLED, Beside.SAYINGS: WITH_SAYINGS}

_LEAST_MAYBE: Final = 0.3

# Where the contrary of at least half of an answer's other claims is heard, less is enough: whoever has it the wrong way
# round mostly has all of it so, and a recogniser's slips blur each sentence by itself.
_LEAST_AMONG_MISTAKES: Final = 0.55

# In natural log odds. Which window is shown was chosen on statements put into answers of their questions: of 603 that
# deny a point, 0.83 are shown by the sentence that does, where the window that is surest by itself showed 0.58; of 603
# that make a point 0.84, not 0.51. A cue shows the place, since a remedy named in a list makes little of its claim.
_AS_GOOD: Final = 0.6
_AT_CUE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a claim in an answer and against it.

    `made` and `contrary` are the highest of any window, as log odds against saying neither; `made_ahead` and
    `contrary_ahead` the highest by which any window exceeds the other claims, since one sentence mostly makes one
    claim; `others_made` and `others_contrary` the means of the other claims' highest, since in an answer full of
    mistakes a point is less likely right; `made_at_best` and `contrary_at_best` the highest of any wording in any
    window, since what is said in few words is heard beside few of them; `made_at_cue` and `contrary_at_cue` the same of
    the windows that hold the cue, -4 without one; `log_windows` is the logarithm of the count of windows, since of many
    one is easily high by chance.
    """

    made: float
    contrary: float
    made_ahead: float
    contrary_ahead: float
    others_made: float
    others_contrary: float
    made_at_best: float
    contrary_at_best: float
    log_windows: float
    made_at_cue: float
    contrary_at_cue: float
    has_cue: bool
    beside: Beside = Beside.NOTHING

    @property
    def figures(self) -> tuple[float, ...]:
        """As the logistic takes them."""
        return tuple(float(figure) for figure in astuple(self)[:-1])

    @property
    def fitted(self) -> Fitted:
        """What was fitted for such claims."""
        return FITTED[self.beside]

    @property
    def is_alone(self) -> bool:
        """Whether all that was said is one sentence."""
        return self.log_windows == 0

    @property
    def probabilities(self) -> tuple[float, float]:
        """How likely the claim was made, and how likely its contrary was said."""
        both = self.fitted.of_sentence if self.is_alone else self.fitted.of_answer
        made, contrary = (exp(_strength(weights, self.figures)) for weights in both)
        return made / (1 + made + contrary), contrary / (1 + made + contrary)


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` that the claim is made; `window` shows the verdict, None where nothing was heard."""

    verdict: Verdict
    probability: float
    window: AnswerWindow | None


def signs_of(claim: str, odds: Mapping[str, ClaimOdds], windows: Sequence[AnswerWindow], cue: CueHit | None) -> Signs:
    """The signs of an answer for the claim beside the others that `odds` hold.

    `cue` is where one of the point's cues is said and meant.
    """
    own, others = odds[claim], [of_other for other, of_other in odds.items() if other != claim]
    at_cue = [at for at, window in enumerate(windows) if cue is not None and window.holds(cue.first, cue.last)]
    return Signs(
        max(own.made),
        max(own.contrary),
        max(own.made_ahead),
        max(own.contrary_ahead),
        fmean(max(other.made) for other in others) if others else 0.0,
        fmean(max(other.contrary) for other in others) if others else 0.0,
        max(own.made_at_best),
        max(own.contrary_at_best),
        log(len(own.made)),
        max((own.made_at_best[at] for at in at_cue), default=LEAST_ODDS),
        max((own.contrary_at_best[at] for at in at_cue), default=LEAST_ODDS),
        cue is not None,
        own.beside,
    )


def verdicts_of(claims: Sequence[str], entailment: Entailment, cues: Sequence[CueHit | None]) -> list[Judged]:
    """What the answer says of each claim of its question, in their order; `cues` are where one of each is meant."""
    odds = odds_of(claims, entailment)
    signs = [signs_of(claim, odds, entailment.windows, cue) for claim, cue in zip(claims, cues, strict=True)]
    found = [one.probabilities for one in signs]
    mistaken = [
        one.fitted.least_contrary <= contrary > made for one, (made, contrary) in zip(signs, found, strict=True)
    ]
    return [
        _judged(
            AnsweredClaim(entailment.windows, odds[claim], cue),
            one.fitted,
            of_claim,
            is_among_mistakes=sum(mistaken) - is_mistaken >= (len(claims) - 1) / 2 > 0,
        )
        for claim, cue, one, of_claim, is_mistaken in zip(claims, cues, signs, found, mistaken, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class AnsweredClaim:
    """A claim in the windows of one answer, and where one of its cues is meant."""

    windows: Sequence[AnswerWindow]
    odds: ClaimOdds
    cue: CueHit | None

    def contrary_window(self) -> AnswerWindow:
        """Where its contrary is said, rather than that of another claim."""
        return self._shown(self.odds.contrary_ahead)

    def made_window(self) -> AnswerWindow:
        """Where it is made, rather than another claim."""
        ahead = zip(self.windows, self.odds.made_ahead, strict=True)
        return self._shown([figure + _AT_CUE * self._has_cue(window) for window, figure in ahead])

    def _has_cue(self, window: AnswerWindow) -> bool:
        return self.cue is not None and window.holds(self.cue.first, self.cue.last)

    def _shown(self, figures: Sequence[float]) -> AnswerWindow:
        """The window with the highest figure, or a shorter one that has it too, as near as makes no difference."""
        least = max(figures) - _AS_GOOD
        alike = (window for window, figure in zip(self.windows, figures, strict=True) if figure >= least)
        return min(alike, key=lambda window: window.word_count)


def _judged(
    claim: AnsweredClaim, fitted: Fitted, probabilities: tuple[float, float], *, is_among_mistakes: bool
) -> Judged:
    made, contrary = probabilities
    if (_LEAST_AMONG_MISTAKES if is_among_mistakes else fitted.least_contrary) <= contrary > made:
        return Judged("contrary", made, claim.contrary_window())
    is_maybe = made >= _LEAST_MAYBE and made > contrary  # what was likelier turned round is not perhaps made
    verdict: Verdict = "made" if made >= fitted.least_made else "maybe" if is_maybe else "not"
    return Judged(verdict, made, None if verdict == "not" else claim.made_window())


def _strength(weights: Sequence[float], figures: Sequence[float]) -> float:
    return weights[0] + sum(weight * figure for weight, figure in zip(weights[1:], figures, strict=True))
