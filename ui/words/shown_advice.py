"""Which of the sentences said after an answer are things to try, and what stands before each of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from simulator.analysis.report import Advice, AnswerReport

PRAISE: Final = "Praise"
_TICK: Final = "✓"


@dataclass(frozen=True, slots=True)
class ShownAdvice:
    """A sentence as it stands in a list: `mark` is its number, or a tick where it praises."""

    mark: str
    advice: Advice
    is_praise: bool


def shown_advice(report: AnswerReport) -> tuple[ShownAdvice, ...]:
    """First what there is to try, numbered; then the praise, which is nothing to try and has no number."""
    tips = things_to_try(report)
    praise = (advice for advice in report.advice if advice not in tips)
    return (
        *(ShownAdvice(str(number), advice, is_praise=False) for number, advice in enumerate(tips, start=1)),
        *(ShownAdvice(_TICK, advice, is_praise=True) for advice in praise),
    )


def things_to_try(report: AnswerReport) -> tuple[Advice, ...]:
    """What was said that is no praise, in its order."""
    praised = {finding.id for finding in report.findings if finding.is_praise}
    return tuple(advice for advice in report.advice if advice.finding not in praised)
