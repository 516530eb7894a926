"""From what the windows of an answer say of a claim to one verdict, with its probability and its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment
from simulator.analysis.report import Verdict

_LEAST_MADE: Final = 0.6
_LEAST_MAYBE: Final = 0.4
_LEAST_CONTRARY: Final = 0.6
_AS_GOOD: Final = 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """`probability` that the claim is made; `window` shows it, None where nothing was heard."""

    verdict: Verdict
    probability: float
    window: AnswerWindow | None


def verdict_of(claim: str, entailment: Entailment, *, has_cue: bool) -> Judged:
    """What the answer says of the claim."""
    likelihoods = entailment.by_claim[claim]
    made_at = _strongest(entailment, [one.made for one in likelihoods])
    contrary_at = _strongest(entailment, [one.contrary for one in likelihoods])
    made, contrary = likelihoods[made_at].made, likelihoods[contrary_at].contrary
    if contrary >= _LEAST_CONTRARY and contrary > made:
        return Judged("contrary", min(made, 1 - contrary), entailment.windows[contrary_at])
    if made >= _LEAST_MADE:
        return Judged("made", made, entailment.windows[made_at])
    if made >= _LEAST_MAYBE:
        return Judged("maybe", made, entailment.windows[made_at])
    return Judged("not", made, None)


def _strongest(entailment: Entailment, figures: Sequence[float]) -> int:
    """The window with the highest figure, or a shorter one that has it too, as near as makes no difference."""
    highest = max(figures)
    alike = [index for index, figure in enumerate(figures) if figure >= highest - _AS_GOOD]
    return min(alike, key=lambda index: (entailment.windows[index].word_count, -figures[index]))
