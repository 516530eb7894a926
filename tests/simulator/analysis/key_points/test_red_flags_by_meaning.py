from __future__ import annotations

import pytest

from question_bank.sayings import Saying
from simulator.analysis.key_points import red_flags_by_meaning
from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood
from simulator.analysis.key_points.red_flags_by_meaning import CuePlace, signs_by_window, window_that_says

FIRST, BOTH, SECOND = AnswerWindow(0, 5), AnswerWindow(0, 11), AnswerWindow(6, 11)
FLAG = "More trees overfit."
NONE = (0.0, 0.0)


def _window(*figures: tuple[float, float], cues: tuple[CuePlace, ...] = ()) -> AnswerWindow | None:
    """Of a flag read at one sentence, at both, and at the other."""
    likelihoods = tuple(Likelihood(*pair) for pair in figures)
    return window_that_says(FLAG, Entailment((FIRST, BOTH, SECOND), {FLAG: likelihoods}), cues, {FLAG})


def test_the_shortest_window_that_says_it_is_the_proof() -> None:
    assert _window((0.98, 0.0), (0.99, 0.0), NONE) == FIRST
    assert _window(NONE, (0.99, 0.0), NONE) == BOTH
    assert _window(NONE, NONE, NONE) is None


def test_a_cue_that_is_meant_makes_it_likelier_where_it_is_said() -> None:
    figures = (NONE, NONE, (0.5, 0.1))
    entailment = Entailment((FIRST, BOTH, SECOND), {FLAG: tuple(Likelihood(*pair) for pair in figures)})
    without = signs_by_window(FLAG, entailment, (), {FLAG})
    beside = signs_by_window(FLAG, entailment, (CuePlace(7, 9, True),), {FLAG})
    assert beside[SECOND].probability > without[SECOND].probability
    assert beside[FIRST] == without[FIRST]


def test_a_cue_waved_away_vetoes_its_windows_unless_it_is_meant_there_too() -> None:
    figures = ((0.99, 0.0), (0.99, 0.0), NONE)
    denied = CuePlace(1, 3, False)
    assert _window(*figures, cues=(denied,)) is None
    assert _window(*figures, cues=(denied, CuePlace(7, 9, True))) == BOTH


def test_what_the_next_sentence_takes_back_is_not_said() -> None:
    assert _window((0.95, 0.0), (0.1, 0.8), NONE) is None


def test_a_likelier_contrary_forbids_it() -> None:
    assert _window((0.45, 0.5), NONE, NONE) is None


def test_a_flag_that_was_not_read_is_not_heard() -> None:
    assert window_that_says("Something else.", Entailment((FIRST,), {}), (), {FLAG}) is None


def _probability(of_point: Likelihood, others: tuple[str, ...] = ()) -> float:
    """Of the flag at a window that says this of something else, which is a key point unless among `others`."""
    read = {FLAG: (Likelihood(0.8, 0.1),), "More trees do not overfit.": (of_point,)}
    (signs,) = signs_by_window(FLAG, Entailment((FIRST,), read), (), {FLAG, *others}).values()
    return signs.probability


def test_what_may_make_a_key_point_is_less_likely_a_mistake() -> None:
    assert _probability(Likelihood(0.5, 0.05)) < _probability(Likelihood(0.05, 0.05))


def test_what_makes_a_key_point_makes_no_mistake_unless_a_cue_of_it_is_meant() -> None:
    read = {FLAG: (Likelihood(0.8, 0.1),), "More trees do not overfit.": (Likelihood(0.9, 0.05),)}
    entailment = Entailment((FIRST,), read)
    assert signs_by_window(FLAG, entailment, (), {FLAG}) == {}
    assert signs_by_window(FLAG, entailment, (CuePlace(1, 3, True),), {FLAG})


def test_another_red_flag_is_no_key_point() -> None:
    other = ("More trees do not overfit.",)
    assert _probability(Likelihood(0.9, 0.05), other) == _probability(Likelihood(0.05, 0.05), other)


SAYING = Saying(FLAG, "With more trees it starts to overfit.", "More trees only average, they do not overfit.")


def _with_sayings(of_made: Likelihood, of_contrary: Likelihood) -> float:
    """How likely a window makes the mistake that says this of its two sayings."""
    read = {FLAG: (Likelihood(0.5, 0.2),), SAYING.made: (of_made,), SAYING.contrary: (of_contrary,)}
    (signs,) = signs_by_window(FLAG, Entailment((FIRST,), read), (), read.keys()).values()
    return signs.probability


def test_who_says_it_as_others_say_it_makes_the_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(red_flags_by_meaning, "saying_of", {FLAG: SAYING}.get)
    made, denied = Likelihood(0.9, 0.05), Likelihood(0.05, 0.9)
    assert _with_sayings(made, denied) > _with_sayings(denied, denied) > _with_sayings(denied, made)


def test_sayings_that_were_not_read_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    entailment = Entailment((FIRST,), {FLAG: (Likelihood(0.8, 0.1),)})
    without = signs_by_window(FLAG, entailment, (), {FLAG})
    monkeypatch.setattr(red_flags_by_meaning, "saying_of", {FLAG: SAYING}.get)
    assert signs_by_window(FLAG, entailment, (), {FLAG}) == without
    assert without[FIRST].fitted is red_flags_by_meaning.PLAIN
