"""What a model might have read in an answer, put together by hand: figures for each claim at one window of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from question_bank.models import Question
from simulator.analysis.key_points.entailment import AnswerWindow, ClaimRead, Entailment, Likelihood
from simulator.analysis.key_points.reading import Reading
from simulator.analysis.utterance import Utterance

MADE: Final = Likelihood(0.96, 0.02)
CONTRARY: Final = Likelihood(0.02, 0.96)
NEITHER: Final = Likelihood(0.03, 0.04)


MAYBE: Final = Likelihood(0.45, 0.02)

Place = Callable[[int, int], int]
"""From the number of a claim and the count of windows to the window at which the claim is read."""


def at_first(claim: int, windows: int) -> int:
    """All at the first window."""
    return 0


def one_after_another(claim: int, windows: int) -> int:
    """Each claim further on than the one before."""
    return (2 * claim) % windows


def at_last(claim: int, windows: int) -> int:
    """All at the last window."""
    return windows - 1


def read_as(
    utterance: Utterance, question: Question, figures: Mapping[str, Likelihood], place: Place = at_first
) -> Entailment | None:
    """Figures of claims, by the id of a key point or the text of a red flag; all else is neither.

    None, as without a model, where there is nothing to read.
    """
    reading = Reading.of(utterance, question)
    if not reading.windows:
        return None
    named = [(point.text, figures.get(point.id, NEITHER)) for point in question.key_points]
    named += [(flag.text, figures.get(flag.text, NEITHER)) for flag in question.red_flags]
    rows = {
        claim: ClaimRead(_row(reading.windows, likelihood, place(number, len(reading.windows))))
        for number, (claim, likelihood) in enumerate(named)
    }
    return Entailment(reading.windows, rows)


def _row(windows: tuple[AnswerWindow, ...], likelihood: Likelihood, at: int) -> tuple[Likelihood, ...]:
    return tuple(likelihood if index == at else NEITHER for index in range(len(windows)))
