"""A red flag heard by what a window of the answer says, with its cues as a sign. By cues alone: `red_flags`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from typing import Final

from simulator.analysis.key_points.entailment import (
    LEAST_ODDS,
    AnswerWindow,
    ClaimRead,
    Entailment,
    Likelihood,
    Wording,
    against_neither,
)


@dataclass(frozen=True, slots=True)
class FittedFlags:
    """How signs become a probability, bias first, then `FlagSigns.figures` in order, and from which on it is told."""

    says: tuple[float, ...]
    least_within: float
    least_alone: float

    def least(self, *, is_alone: bool) -> float:
        """For a sentence that is all that was said, or for one within an answer."""
        return self.least_alone if is_alone else self.least_within


# Logistics fitted by `tests.training.fit_red_flags` on sentences that make the mistake and that reject it, alone and
# within answers, about questions never learnt from. From which probability on a mistake is told is our own, chosen on
# the same sentences, each judged by figures fitted on other questions: nobody should be told of a mistake that they
# warned against, and nobody who was right. Within answers 10 of 88 mistakes are heard, one of 88 that are rejected,
# and none of 273 flags in answers without mistakes. At 0.6 it would be 23, two and four, and at 0.65 the demo's right
# answer on nearest neighbours was told that it confuses them with k-means. Of sentences that stand alone 40 of 88 are
# heard, 6 wrongly.
# Those without sayings were fitted to the network before its tenth course. Fitted again, they would hear 10 of 88
# within answers and 21 alone, five wrongly, and a cue, which is all that the writer of a question of their own adds,
# would count for next to nothing.
PLAIN: Final = FittedFlags((-1.074, 0.803, -0.012, -0.172, 0.123, -0.718, 0.479), 0.7, 0.85)
"""For flags that have no sayings."""

WITH_SAYINGS: Final = FittedFlags(
    (-0.685, 0.783, -0.08, -0.366, 0.244, -0.865, 0.178, -0.156, -0.37, 0.532, 0.05), 0.75, 0.8
)

_LEAST_CONTRARY: Final = 0.5
_UNREAD: Final = ClaimRead(())


@dataclass(frozen=True, slots=True)
class CuePlace:
    """Words from `first` to `last`, both included, that say a cue of a flag; `is_meant` unless those around deny it."""

    first: int
    last: int
    is_meant: bool


@dataclass(frozen=True, slots=True)
class SayingSigns:
    """What a window says of how the mistake is made, and of how its contrary is said, as log odds against neither."""

    made: float
    contrary: float
    contrary_made: float
    contrary_contrary: float


@dataclass(frozen=True, slots=True)
class FlagSigns:
    """What speaks for a flag in one window of an answer and against it.

    `made` and `contrary` of the flag's own sentence, and `point_made` and `point_contrary`, the highest of any key
    point, are log odds against saying neither: what makes a point hardly makes a mistake, and what says the contrary of
    one may. `log_windows` is the logarithm of the count of windows, of which one is easily high by chance.
    """

    made: float
    contrary: float
    point_made: float
    point_contrary: float
    log_windows: float
    has_cue: bool
    of_sayings: SayingSigns | None = None
    """What its sayings tell; None for a flag that has none, such as those of a user's own questions."""

    @property
    def figures(self) -> tuple[float, ...]:
        """As the logistic takes them: those of its sayings, if any, before the cue's."""
        own = (self.made, self.contrary, self.point_made, self.point_contrary, self.log_windows)
        said = () if self.of_sayings is None else astuple(self.of_sayings)
        return (*own, *said, float(self.has_cue))

    @property
    def fitted(self) -> FittedFlags:
        """What was fitted for such flags."""
        return PLAIN if self.of_sayings is None else WITH_SAYINGS

    @property
    def probability(self) -> float:
        """How likely the window makes the mistake."""
        bias, *weights = self.fitted.says
        strength = bias + sum(weight * figure for weight, figure in zip(weights, self.figures, strict=True))
        return 1 / (1 + exp(-strength))


def signs_by_window(
    flag: str, entailment: Entailment, cues: Sequence[CuePlace], flags: Collection[str]
) -> dict[AnswerWindow, FlagSigns]:
    """The signs at each window where it may be said.

    That is not where a cue of it is waved away, nor where a longer window takes it back, nor, without a cue, where a
    key point is made rather than the mistake. `flags` are the question's: the other claims are its key points.
    """
    of_flag = entailment.by_claim.get(flag, _UNREAD)
    read = tuple(zip(entailment.windows, of_flag.itself, strict=False))
    points = [of_claim.itself for claim, of_claim in entailment.by_claim.items() if claim not in flags]
    signs = {
        window: FlagSigns(
            *_both(likelihood),
            *_highest([of_point[index] for of_point in points]),
            log(len(read)),
            bool(_meant(window, cues)),
            _saying_signs(of_flag, index),
        )
        for index, (window, likelihood) in enumerate(read)
        if _meant(window, cues) != {False} and not any(_takes_back(window, *other) for other in read)
    }
    return {window: of for window, of in signs.items() if of.has_cue or of.made >= of.point_made}


def _saying_signs(read: ClaimRead, index: int) -> SayingSigns | None:
    """What the window says of how the mistake is made and of its contrary; None where these were not read."""
    if not {Wording.SAID, Wording.CONTRARY_SAID} <= read.others.keys():
        return None
    said, contrary = read.others[Wording.SAID][index], read.others[Wording.CONTRARY_SAID][index]
    return SayingSigns(*_both(said), *_both(contrary))


def _both(likelihood: Likelihood) -> tuple[float, float]:
    return against_neither(likelihood.made, likelihood), against_neither(likelihood.contrary, likelihood)


def _highest(points: Sequence[Likelihood]) -> tuple[float, float]:
    """The odds of the point that is likeliest made, and of that whose contrary is likeliest said."""
    both = [_both(point) for point in points] or [(LEAST_ODDS, LEAST_ODDS)]
    return max(made for made, _ in both), max(contrary for _, contrary in both)


def window_that_says(
    flag: str, entailment: Entailment, cues: Sequence[CuePlace], flags: Collection[str]
) -> AnswerWindow | None:
    """The shortest window that makes the flag's own sentence; None where no window plainly does."""
    signs = signs_by_window(flag, entailment, cues, flags)
    is_alone = len(entailment.windows) == 1
    plain = (window for window, of in signs.items() if of.probability >= of.fitted.least(is_alone=is_alone))
    return min(plain, key=lambda window: window.word_count, default=None)


def _meant(window: AnswerWindow, cues: Sequence[CuePlace]) -> set[bool]:
    """Whether cues said in it are meant there; empty without cues."""
    return {cue.is_meant for cue in cues if window.holds(cue.first, cue.last)}


def _takes_back(window: AnswerWindow, longer: AnswerWindow, likelihood: Likelihood) -> bool:
    return longer.holds(window.first, window.last) and likelihood.contrary >= max(_LEAST_CONTRARY, likelihood.made)
