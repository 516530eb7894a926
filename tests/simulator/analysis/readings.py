"""What a model might have read in an answer, put together by hand: figures for each claim at one window of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from question_bank.models import Question
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood, Reading
from simulator.analysis.key_points.verdicts import verdict_of
from simulator.analysis.utterance import Utterance

MADE: Final = Likelihood(0.95, 0.02)
CONTRARY: Final = Likelihood(0.02, 0.95)
NEITHER: Final = Likelihood(0.02, 0.02)


def _between() -> Likelihood:
    """The middle of what is called maybe where no cue is said, wherever the verdicts are fitted to draw their lines."""
    at_all = AnswerWindow(0, 0)
    figures = [Likelihood(percent / 100, 0.02) for percent in range(1, 100)]
    verdicts = (verdict_of("", Entailment((at_all,), {"": (one,)}), has_cue=False).verdict for one in figures)
    unclear = [one for one, verdict in zip(figures, verdicts, strict=True) if verdict == "maybe"]
    return unclear[len(unclear) // 2]


MAYBE: Final = _between()

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
        claim: _row(reading.windows, likelihood, place(number, len(reading.windows)))
        for number, (claim, likelihood) in enumerate(named)
    }
    return Entailment(reading.windows, rows)


def _row(windows: tuple[AnswerWindow, ...], likelihood: Likelihood, at: int) -> tuple[Likelihood, ...]:
    return tuple(likelihood if index == at else NEITHER for index in range(len(windows)))
