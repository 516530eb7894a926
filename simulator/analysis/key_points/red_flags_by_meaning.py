"""A red flag heard by what a window of the answer says, with its cues as a sign. By cues alone: `red_flags`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood

# Our own. Without a cue the network reads 44 of 52 flags into good answers to questions held back at 0.5, 7 at 0.8 and
# one at 0.9, where none of 102 sentences that reject a flag counts any more, and few that make the mistake.
LEAST_MADE: Final = 0.9
LEAST_MADE_BESIDE_A_CUE: Final = 0.5
_LEAST_CONTRARY: Final = 0.5


@dataclass(frozen=True, slots=True)
class CuePlace:
    """Words from `first` to `last`, both included, that say a cue of a flag; `is_meant` unless those around deny it."""

    first: int
    last: int
    is_meant: bool


def window_that_says(flag: str, entailment: Entailment, cues: Sequence[CuePlace]) -> AnswerWindow | None:
    """The shortest window that makes the flag's own sentence; None where no window plainly does.

    It never does where it says the contrary as well, or where a longer one that holds it takes it back; nor where a cue
    of the flag is said in it and waved away.
    """
    read = tuple(zip(entailment.windows, entailment.by_claim[flag], strict=True)) if flag in entailment.by_claim else ()
    plain = [window for window, likelihood in read if _is_plain(window, likelihood, cues)]
    return min(
        (window for window in plain if not any(_takes_back(window, *other) for other in read)),
        key=lambda window: window.word_count,
        default=None,
    )


def _is_plain(window: AnswerWindow, likelihood: Likelihood, cues: Sequence[CuePlace]) -> bool:
    meant = {cue.is_meant for cue in _within(window, cues)}
    if meant == {False} or likelihood.contrary > likelihood.made:
        return False
    return likelihood.made >= (LEAST_MADE_BESIDE_A_CUE if meant else LEAST_MADE)


def _within(window: AnswerWindow, cues: Sequence[CuePlace]) -> Iterator[CuePlace]:
    return (cue for cue in cues if window.first <= cue.first and cue.last <= window.last)


def _takes_back(window: AnswerWindow, longer: AnswerWindow, likelihood: Likelihood) -> bool:
    holds = longer.first <= window.first and window.last <= longer.last
    return holds and likelihood.contrary >= max(_LEAST_CONTRARY, likelihood.made)
