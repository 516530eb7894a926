from __future__ import annotations

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood
from simulator.analysis.key_points.red_flags_by_meaning import (
    LEAST_MADE,
    LEAST_MADE_BESIDE_A_CUE,
    CuePlace,
    window_that_says,
)

FIRST, BOTH, SECOND = AnswerWindow(0, 5), AnswerWindow(0, 11), AnswerWindow(6, 11)
FLAG = "More trees overfit."
NONE = (0.0, 0.0)


def _window(*figures: tuple[float, float], cues: tuple[CuePlace, ...] = ()) -> AnswerWindow | None:
    """Of a flag read at one sentence, at both, and at the other."""
    likelihoods = tuple(Likelihood(*pair) for pair in figures)
    return window_that_says(FLAG, Entailment((FIRST, BOTH, SECOND), {FLAG: likelihoods}), cues, {FLAG})


def test_the_shortest_window_that_says_it_is_the_proof() -> None:
    assert _window((LEAST_MADE, 0.0), (0.99, 0.0), NONE) == FIRST
    assert _window(NONE, (0.99, 0.0), NONE) == BOTH
    assert _window(NONE, NONE, NONE) is None


def test_less_is_enough_where_a_cue_is_meant() -> None:
    figures = (NONE, NONE, (LEAST_MADE_BESIDE_A_CUE, 0.0))
    assert _window(*figures) is None
    assert _window(*figures, cues=(CuePlace(7, 9, True),)) == SECOND
    assert _window(*figures, cues=(CuePlace(1, 3, True),)) is None


def test_a_cue_waved_away_vetoes_its_windows_unless_it_is_meant_there_too() -> None:
    figures = ((0.99, 0.0), (0.99, 0.0), NONE)
    denied = CuePlace(1, 3, False)
    assert _window(*figures, cues=(denied,)) is None
    assert _window(*figures, cues=(denied, CuePlace(7, 9, True))) == BOTH


def test_what_the_next_sentence_takes_back_is_not_said() -> None:
    assert _window((0.95, 0.0), (0.1, 0.8), NONE) is None


def test_a_likelier_contrary_forbids_it() -> None:
    assert _window((0.85, 0.9), NONE, NONE) is None


def test_a_flag_that_was_not_read_is_not_heard() -> None:
    assert window_that_says("Something else.", Entailment((FIRST,), {}), (), {FLAG}) is None


def _beside_a_point(of_point: float, cues: tuple[CuePlace, ...] = (), others: tuple[str, ...] = ()) -> bool:
    read = {FLAG: (Likelihood(0.99, 0.0),), "More trees do not overfit.": (Likelihood(of_point, 0.0),)}
    return window_that_says(FLAG, Entailment((FIRST,), read), cues, {FLAG, *others}) is not None


def test_what_makes_a_key_point_makes_no_mistake_unless_a_cue_of_the_mistake_is_meant() -> None:
    assert _beside_a_point(0.1)
    assert not _beside_a_point(0.9)
    assert _beside_a_point(0.9, cues=(CuePlace(1, 3, True),))


def test_another_red_flag_is_no_key_point() -> None:
    assert _beside_a_point(0.9, others=("More trees do not overfit.",))
