"""A red flag heard by what a window of the answer says, with its cues as a sign. By cues alone: `red_flags`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass
from math import exp, log
from typing import Final

from question_bank.sayings import sayings_of
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood, against_neither

# A logistic of the signs (bias first, then `FlagSigns.figures` in order), fitted by `tests.training.fit_red_flags` on
# sentences that make the mistake and that reject it, alone and within answers, about questions never learnt from.
SAYS: Final = (-1.074, 0.803, -0.012, -0.172, 0.123, -0.718, 0.479)

# Our own, chosen on the same sentences, each judged by figures fitted on other questions: nobody should be told of a
# mistake that they warned against. Within answers one in eleven mistakes is heard, of 132 that are rejected none, of
# 207 flags in good and partial answers none; of sentences that stand alone 0.40 are heard, and 9 of 132 wrongly.
_LEAST: Final = 0.7
_LEAST_ALONE: Final = 0.85
_LEAST_CONTRARY: Final = 0.5
_NO_POINT: Final = -4.0


@dataclass(frozen=True, slots=True)
class CuePlace:
    """Words from `first` to `last`, both included, that say a cue of a flag; `is_meant` unless those around deny it."""

    first: int
    last: int
    is_meant: bool


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

    @property
    def figures(self) -> tuple[float, ...]:
        """As the logistic takes them."""
        return tuple(float(figure) for figure in astuple(self))

    @property
    def probability(self) -> float:
        """How likely the window makes the mistake."""
        strength = SAYS[0] + sum(weight * figure for weight, figure in zip(SAYS[1:], self.figures, strict=True))
        return 1 / (1 + exp(-strength))


def signs_by_window(
    flag: str, entailment: Entailment, cues: Sequence[CuePlace], flags: Collection[str]
) -> dict[AnswerWindow, FlagSigns]:
    """The signs at each window where it may be said.

    That is not where a cue of it is waved away, nor where a longer window takes it back, nor, without a cue, where a
    key point is made rather than the mistake. `flags` are the question's: the other claims that were read are its key
    points, and how these are said.
    """
    no_points = {*flags, *sayings_of(entailment.by_claim)}
    read = tuple(zip(entailment.windows, entailment.by_claim.get(flag, ()), strict=False))
    points = [of_claim for claim, of_claim in entailment.by_claim.items() if claim not in no_points]
    signs = {
        window: _signs(likelihood, [of_point[index] for of_point in points], len(read), _meant(window, cues))
        for index, (window, likelihood) in enumerate(read)
        if _meant(window, cues) != {False} and not any(_takes_back(window, *other) for other in read)
    }
    return {window: of for window, of in signs.items() if of.has_cue or of.made >= of.point_made}


def _signs(likelihood: Likelihood, points: Sequence[Likelihood], windows: int, meant: Collection[bool]) -> FlagSigns:
    return FlagSigns(
        against_neither(likelihood.made, likelihood),
        against_neither(likelihood.contrary, likelihood),
        max((against_neither(point.made, point) for point in points), default=_NO_POINT),
        max((against_neither(point.contrary, point) for point in points), default=_NO_POINT),
        log(windows),
        bool(meant),
    )


def window_that_says(
    flag: str, entailment: Entailment, cues: Sequence[CuePlace], flags: Collection[str]
) -> AnswerWindow | None:
    """The shortest window that makes the flag's own sentence; None where no window plainly does."""
    signs = signs_by_window(flag, entailment, cues, flags)
    least = _LEAST if len(entailment.windows) > 1 else _LEAST_ALONE
    plain = (window for window, at_window in signs.items() if at_window.probability >= least)
    return min(plain, key=lambda window: window.word_count, default=None)


def _meant(window: AnswerWindow, cues: Sequence[CuePlace]) -> set[bool]:
    """Whether cues said in it are meant there; empty without cues."""
    return {cue.is_meant for cue in cues if window.holds(cue.first, cue.last)}


def _takes_back(window: AnswerWindow, longer: AnswerWindow, likelihood: Likelihood) -> bool:
    return longer.holds(window.first, window.last) and likelihood.contrary >= max(_LEAST_CONTRARY, likelihood.made)
