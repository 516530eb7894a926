"""What windows of an answer say of claims, as plain figures: that they hold, that the contrary holds, or neither.

What is to be read is chosen in `reading`, and what the figures mean is judged in `verdicts`. They come from a trained
model in a child process (`simulator.entailment`), of which nothing is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from math import log
from typing import Final

LEAST_ODDS: Final = -4.0

_LEAST_LIKELY: Final = 0.0001


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """Words from `first` to `last`, both included: a sentence, or two neighbours."""

    first: int
    last: int

    @property
    def word_count(self) -> int:
        return self.last - self.first + 1

    def holds(self, first: int, last: int) -> bool:
        """Whether all words from `first` to `last` are among its own."""
        return self.first <= first and last <= self.last


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a window makes a claim, and how likely it says the contrary, 0 to 1; the rest is neither."""

    made: float
    contrary: float

    @property
    def turned(self) -> Likelihood:
        """Of the claim's contrary."""
        return Likelihood(self.contrary, self.made)

    @property
    def strength(self) -> float:
        """How likely it says anything of the claim: the higher of the two."""
        return max(self.made, self.contrary)


def against_neither(likelihood: float, one: Likelihood) -> float:
    """One of its two likelihoods as natural log odds against saying neither, within ±4."""
    odds = log(max(likelihood, _LEAST_LIKELY) / max(1 - one.made - one.contrary, _LEAST_LIKELY))
    return max(LEAST_ODDS, min(-LEAST_ODDS, odds))


class Wording(Enum):
    """Other words for a claim or its contrary, beside which an answer is read, too."""

    SAID = auto()
    CONTRARY_SAID = auto()
    IN_MODEL_ANSWER = auto()


class Beside(Enum):
    """What a claim was read with. Other figures are fitted for each."""

    NOTHING = "nothing"
    MODEL_ANSWER = "the model answer"
    SAYINGS = "sayings"


Row = tuple[Likelihood, ...]
"""One for each window of an answer."""


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """What each window says of a claim itself, and of it in other words."""

    itself: Row
    others: Mapping[Wording, Row] = field(default_factory=dict)

    @property
    def beside(self) -> Beside:
        """Most claims with sayings have the model answer's sentence, too."""
        if Wording.SAID in self.others:
            return Beside.SAYINGS
        return Beside.MODEL_ANSWER if Wording.IN_MODEL_ANSWER in self.others else Beside.NOTHING


@dataclass(frozen=True, slots=True)
class Entailment:
    """For each claim of a question, by its text, what each window of one answer says of it."""

    windows: tuple[AnswerWindow, ...]
    by_claim: Mapping[str, ClaimRead]
