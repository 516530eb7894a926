"""How strongly each window of an answer speaks for a claim and against it, by itself and beside the question's others.

The network reads every claim by itself, and one sentence about the topic makes it lean towards several. Whoever says a
sentence mostly says it for one of them: that which it leans to most.

Where a claim of the bank has its sayings, what was said is read beside these too: who says what the one says that makes
it makes the claim, and so does who says the contrary of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from question_bank.sayings import Saying, saying_of
from simulator.analysis.key_points.entailment import Entailment, Likelihood, against_neither

_Rows = Mapping[str, Sequence[float]]
_Side = Callable[[Likelihood], float]
_MADE: Final[_Side] = attrgetter("made")
_CONTRARY: Final[_Side] = attrgetter("contrary")

# Chosen on answers to questions that the network never learnt from, by the likelihood of their labels with figures
# fitted on other questions: 0.335 with the claim alone, 0.270 so, 0.287 in equal parts, as claims were worded then.
_OWN: Final = 0.5
_OF_EACH_SAYING: Final = 0.25


@dataclass(frozen=True, slots=True)
class ClaimOdds:
    """One figure for each window of the answer.

    `made` and `contrary` are natural log odds against saying neither, within ±4. `made_ahead` and `contrary_ahead` are
    by how much they exceed the highest of any other claim in the same window; of a lone claim they are the same.
    `has_sayings`: whether its sayings were read, too.
    """

    made: tuple[float, ...]
    contrary: tuple[float, ...]
    made_ahead: tuple[float, ...]
    contrary_ahead: tuple[float, ...]
    has_sayings: bool = False


def odds_of(claims: Sequence[str], entailment: Entailment) -> dict[str, ClaimOdds]:
    """The odds of each claim beside the others of `claims`, all of which were read."""
    made = {claim: _odds(claim, entailment, _MADE, _CONTRARY) for claim in claims}
    contrary = {claim: _odds(claim, entailment, _CONTRARY, _MADE) for claim in claims}
    return {
        claim: ClaimOdds(
            tuple(made[claim]),
            tuple(contrary[claim]),
            _ahead(claim, made),
            _ahead(claim, contrary),
            _saying_read(claim, entailment) is not None,
        )
        for claim in claims
    }


def _odds(claim: str, entailment: Entailment, side: _Side, other_side: _Side) -> Sequence[float]:
    """The claim's own odds of a side, or their mean with its saying's and, of the other side, its contrary's."""
    own = _of_text(claim, entailment, side)
    saying = _saying_read(claim, entailment)
    if saying is None:
        return own
    made, contrary = _of_text(saying.made, entailment, side), _of_text(saying.contrary, entailment, other_side)
    return [
        _OWN * of_own + _OF_EACH_SAYING * (of_made + of_contrary)
        for of_own, of_made, of_contrary in zip(own, made, contrary, strict=True)
    ]


def _of_text(text: str, entailment: Entailment, side: _Side) -> list[float]:
    return [against_neither(side(one), one) for one in entailment.by_claim[text]]


def _saying_read(claim: str, entailment: Entailment) -> Saying | None:
    saying = saying_of(claim)
    is_read = saying is not None and {saying.made, saying.contrary} <= entailment.by_claim.keys()
    return saying if is_read else None


def _ahead(claim: str, rows: _Rows) -> tuple[float, ...]:
    others = [row for other, row in rows.items() if other != claim]
    if not others:
        return tuple(rows[claim])
    return tuple(own - max(beside) for own, *beside in zip(rows[claim], *others, strict=True))
