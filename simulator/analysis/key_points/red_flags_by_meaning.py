"""A red flag heard by what a window of the answer says, with its cues as a sign. By cues alone: `red_flags`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood

# Our own. What makes a key point is taken at its word: without that, the network reads 11 of 155 flags into good and
# model answers to questions held back at 0.9, and with it two. Of the sentences that make the mistake it then hears one
# in eight, of 132 that reject it none.
LEAST_MADE: Final = 0.9
_MAKES_A_POINT: Final = 0.7
LEAST_MADE_BESIDE_A_CUE: Final = 0.5
_LEAST_CONTRARY: Final = 0.5


@dataclass(frozen=True, slots=True)
class CuePlace:
    """Words from `first` to `last`, both included, that say a cue of a flag; `is_meant` unless those around deny it."""

    first: int
    last: int
    is_meant: bool


def window_that_says(
    flag: str, entailment: Entailment, cues: Sequence[CuePlace], flags: Collection[str]
) -> AnswerWindow | None:
    """The shortest window that makes the flag's own sentence; None where no window plainly does.

    `flags` are the question's: the other claims that were read are its key points. Without a cue of the flag, what
    makes a point makes no mistake. Nor does a window where it says the contrary as well, or where a longer one that
    holds it takes it back; nor where a cue of the flag is said in it and waved away.
    """
    read = tuple(zip(entailment.windows, entailment.by_claim[flag], strict=True)) if flag in entailment.by_claim else ()
    right = _windows_that_make_points(entailment, flags)
    plain = [window for window, likelihood in read if _is_plain(window, likelihood, cues, right)]
    return min(
        (window for window in plain if not any(_takes_back(window, *other) for other in read)),
        key=lambda window: window.word_count,
        default=None,
    )


def _is_plain(
    window: AnswerWindow, likelihood: Likelihood, cues: Sequence[CuePlace], right: Collection[AnswerWindow]
) -> bool:
    meant = {cue.is_meant for cue in _within(window, cues)}
    if meant == {False} or likelihood.contrary > likelihood.made:
        return False
    if meant:
        return likelihood.made >= LEAST_MADE_BESIDE_A_CUE
    return likelihood.made >= LEAST_MADE and window not in right


def _windows_that_make_points(entailment: Entailment, flags: Collection[str]) -> set[AnswerWindow]:
    points = [read for claim, read in entailment.by_claim.items() if claim not in flags]
    return {
        window
        for read in points
        for window, likelihood in zip(entailment.windows, read, strict=True)
        if likelihood.made >= _MAKES_A_POINT
    }


def _within(window: AnswerWindow, cues: Sequence[CuePlace]) -> Iterator[CuePlace]:
    return (cue for cue in cues if window.holds(cue.first, cue.last))


def _takes_back(window: AnswerWindow, longer: AnswerWindow, likelihood: Likelihood) -> bool:
    return longer.holds(window.first, window.last) and likelihood.contrary >= max(_LEAST_CONTRARY, likelihood.made)
