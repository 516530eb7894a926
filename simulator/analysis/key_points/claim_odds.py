"""How strongly each window of an answer speaks for a claim and against it, by itself and beside the question's others.

The network reads every claim by itself, and one sentence about the topic makes it lean towards several. Whoever says a
sentence mostly says it for one of them: that which it leans to most.

Where a claim of the bank has its sayings, what was said is read beside these too: who says what the one says that makes
it makes the claim, and so does who says the contrary of the other. So it is beside that sentence of the model answer
which makes the claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from simulator.analysis.key_points.entailment import (
    Beside,
    ClaimRead,
    Entailment,
    Likelihood,
    Row,
    Wording,
    against_neither,
)

_Rows = Mapping[str, Sequence[float]]
_Side = Callable[[Likelihood], float]
_MADE: Final[_Side] = attrgetter("made")
_CONTRARY: Final[_Side] = attrgetter("contrary")

# Chosen on answers to questions that the network never learnt from, by the negative log-likelihood of their labels with
# figures fitted on other questions: 0.358 with the claim alone, 0.324 with the model answer's sentence, 0.294 with the
# sayings, 0.280 with both. With sayings in equal parts it was 0.017 more, as claims were worded then.
_CLAIM: Final = 2.0
_OTHER_WORDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class ClaimOdds:
    """One figure for each window of the answer.

    `made` and `contrary` are natural log odds against saying neither, within ±4, of all that the claim was read beside;
    `made_at_best` and `contrary_at_best` those of the one wording that shows most. `made_ahead` and `contrary_ahead`
    are by how much `made` and `contrary` exceed the highest of any other claim in the same window; of a lone claim
    they are the same.
    """

    made: tuple[float, ...]
    contrary: tuple[float, ...]
    made_at_best: tuple[float, ...]
    contrary_at_best: tuple[float, ...]
    made_ahead: tuple[float, ...]
    contrary_ahead: tuple[float, ...]
    beside: Beside = Beside.NOTHING


def odds_of(claims: Sequence[str], entailment: Entailment) -> dict[str, ClaimOdds]:
    """The odds of each claim beside the others of `claims`, all of which were read."""
    read = {claim: entailment.by_claim[claim] for claim in claims}
    made = {claim: _by_wording(of_claim, _MADE, _CONTRARY) for claim, of_claim in read.items()}
    contrary = {claim: _by_wording(of_claim, _CONTRARY, _MADE) for claim, of_claim in read.items()}
    made_in_all = {claim: _in_all(rows) for claim, rows in made.items()}
    contrary_in_all = {claim: _in_all(rows) for claim, rows in contrary.items()}
    return {
        claim: ClaimOdds(
            made_in_all[claim],
            contrary_in_all[claim],
            _at_best(made[claim]),
            _at_best(contrary[claim]),
            _ahead(claim, made_in_all),
            _ahead(claim, contrary_in_all),
            read[claim].beside,
        )
        for claim in claims
    }


def _by_wording(read: ClaimRead, side: _Side, other_side: _Side) -> list[list[float]]:
    """The odds of a side of the claim by its own words, then by each of the others, turned round for its contrary's."""
    others = (
        _of_row(row, other_side if wording is Wording.CONTRARY_SAID else side) for wording, row in read.others.items()
    )
    return [_of_row(read.itself, side), *others]


def _of_row(row: Row, side: _Side) -> list[float]:
    return [against_neither(side(one), one) for one in row]


def _in_all(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """The mean for each window; the claim itself, which comes first, counts double."""
    whole = _CLAIM + _OTHER_WORDS * (len(rows) - 1)
    return tuple((_CLAIM * own + _OTHER_WORDS * sum(others)) / whole for own, *others in zip(*rows, strict=True))


def _at_best(rows: Sequence[Sequence[float]]) -> tuple[float, ...]:
    return tuple(map(max, zip(*rows, strict=True)))


def _ahead(claim: str, rows: _Rows) -> tuple[float, ...]:
    others = [row for other, row in rows.items() if other != claim]
    if not others:
        return tuple(rows[claim])
    return tuple(own - max(beside) for own, *beside in zip(rows[claim], *others, strict=True))
