"""How strongly each window of an answer speaks for a claim and against it, by itself and beside the question's others.

The network reads every claim by itself, and one sentence about the topic makes it lean towards several. Whoever says a
sentence mostly says it for one of them: that which it leans to most.

Where a claim of the bank has its sayings, what was said is read beside these too: who says what the one says that makes
it makes the claim, and so does who says the contrary of the other. So it is beside that sentence of the model answer
which makes the claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from question_bank.sayings import Saying, saying_of
from simulator.analysis.key_points.entailment import Entailment, Likelihood, against_neither

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

    `made` and `contrary` are natural log odds against saying neither, within ±4. `made_ahead` and `contrary_ahead` are
    by how much they exceed the highest of any other claim in the same window; of a lone claim they are the same.
    `has_sayings`, `is_modelled`: whether its sayings, and the model answer's sentence for it, were read, too.
    """

    made: tuple[float, ...]
    contrary: tuple[float, ...]
    made_ahead: tuple[float, ...]
    contrary_ahead: tuple[float, ...]
    has_sayings: bool = False
    is_modelled: bool = False


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
            claim in entailment.modelled,
        )
        for claim in claims
    }


def _odds(claim: str, entailment: Entailment, side: _Side, other_side: _Side) -> Sequence[float]:
    """The mean of the claim's own odds of a side, with those of its other words and, of the other side, its contrary's.

    The claim itself counts double.
    """
    others = list(_in_other_words(claim, entailment, side, other_side))
    if not others:
        return _of_text(claim, entailment, side)
    whole = _CLAIM + _OTHER_WORDS * len(others)
    return [
        (_CLAIM * own + _OTHER_WORDS * sum(beside)) / whole
        for own, *beside in zip(_of_text(claim, entailment, side), *others, strict=True)
    ]


def _in_other_words(claim: str, entailment: Entailment, side: _Side, other_side: _Side) -> Iterator[list[float]]:
    saying = _saying_read(claim, entailment)
    if saying is not None:
        yield _of_text(saying.made, entailment, side)
        yield _of_text(saying.contrary, entailment, other_side)
    if claim in entailment.modelled:
        yield _of_text(entailment.modelled[claim], entailment, side)


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
