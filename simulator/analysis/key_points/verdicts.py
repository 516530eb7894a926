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
# `tests.training.fit` on answers about questions that the network never learnt from, of which strangers' count twice.
# That a cue is said counts half of what was fitted: whoever wrote most of these answers had put the cues right, too.
#
# The probabilities are our own, chosen on the same answers, each judged by figures fitted on other questions. Of what
# counts as made, 0.92 was made with sayings and 0.90 beside the model answer alone; in strangers' answers 0.90 and
# 0.89. Nobody should be told that they said the opposite who did not: of 706 points of good and partial answers whose
# contrary was not said, 7 are called so with sayings, 5 beside the model answer and 8 by the claim alone, and 7, 5 and
# 7 of 542 in strangers'; a third of all opposites goes unheard, in strangers' answers nearly half. Of right answers
# that are nothing but textbook sentences some 25 of 274 points are called so with sayings.
PLAIN: Final = Fitted(
    (
        (-1.375, 0.217, 0.034, 0.211, 0.23, 1.028, -0.417, 0.217, 0.034, -0.046, 0.552, -0.067, 0.154),
        (0.069, 0.078, 0.154, 0.037, 0.373, -0.408, 0.814, 0.078, 0.154, -0.581, 0.072, 0.257, 0.174),
    ),
    (
        (2.247, 0.412, 0.126, 0.164, -0.127, 0.336, 0.109, 0.412, 0.126, 0.0, 0.497, -0.342, 0.187),
        (1.908, 0.232, 0.407, 0.105, -0.339, -0.223, 0.366, 0.232, 0.407, 0.0, 0.134, 0.039, -0.151),
    ),
    least_made=0.6,
    least_contrary=0.65,
)
"""For claims that have no sayings, and of which the model answer, if there is one, says nothing."""

MODELLED: Final = Fitted(
    (
        (-1.259, 0.423, 0.154, 0.298, 0.238, 1.098, -0.509, 0.095, -0.018, 0.025, 0.465, -0.01, 0.081),
        (0.322, 0.119, 0.198, 0.068, 0.465, -0.433, 0.812, -0.008, 0.185, -0.536, 0.06, 0.243, 0.156),
    ),
    (
        (3.018, 0.645, 0.122, 0.189, 0.052, 0.483, 0.255, 0.161, 0.119, 0.0, 0.34, -0.247, 0.116),
        (2.254, 0.374, 0.769, 0.043, -0.126, -0.084, 0.43, 0.075, 0.244, 0.0, -0.035, 0.076, -0.06),
    ),
    least_made=0.55,
    least_contrary=0.65,
)
"""For claims without sayings that the model answer makes, such as most of a user's own questions."""

WITH_SAYINGS: Final = Fitted(
    (
        (-1.304, 0.689, -0.137, 0.433, 0.285, 1.383, -0.952, 0.141, 0.159, -0.003, 0.48, -0.057, 0.083),
        (-0.407, -0.187, 0.369, 0.048, 0.671, -0.738, 1.011, 0.341, 0.331, -0.639, 0.02, 0.256, 0.133),
    ),
    (
        (2.798, 0.84, -0.082, 0.2, 0.001, 0.398, 0.008, 0.47, 0.039, 0.0, 0.121, 0.154, -0.012),
        (0.724, -0.296, 0.834, 0.001, 0.057, -0.292, 0.579, 0.486, 0.85, 0.0, 0.225, -0.047, 0.011),
    ),
    least_made=0.55,
    least_contrary=0.62,
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
