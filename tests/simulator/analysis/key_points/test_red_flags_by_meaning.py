from __future__ import annotations

from simulator.analysis.key_points import red_flags_by_meaning
from simulator.analysis.key_points.entailment import AnswerWindow, ClaimRead, Entailment, Likelihood, Wording
from simulator.analysis.key_points.red_flags_by_meaning import CuePlace, signs_by_window, window_that_says

FIRST, BOTH, SECOND = AnswerWindow(0, 5), AnswerWindow(0, 11), AnswerWindow(6, 11)
FLAG = "More trees overfit."
NONE = (0.0, 0.0)


def _window(*figures: tuple[float, float], cues: tuple[CuePlace, ...] = ()) -> AnswerWindow | None:
    """Of a flag read at one sentence, at both, and at the other."""
    likelihoods = tuple(Likelihood(*pair) for pair in figures)
    return window_that_says(FLAG, Entailment((FIRST, BOTH, SECOND), {FLAG: ClaimRead(likelihoods)}), cues, {FLAG})


def test_the_shortest_window_that_says_it_is_the_proof() -> None:
    assert _window((0.98, 0.0), (0.99, 0.0), NONE) == FIRST
    assert _window(NONE, (0.99, 0.0), NONE) == BOTH
    assert _window(NONE, NONE, NONE) is None


def test_a_cue_that_is_meant_makes_it_likelier_where_it_is_said() -> None:
    figures = (NONE, NONE, (0.5, 0.1))
    entailment = Entailment((FIRST, BOTH, SECOND), {FLAG: ClaimRead(tuple(Likelihood(*pair) for pair in figures))})
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
    read = {FLAG: ClaimRead((Likelihood(0.8, 0.1),)), "More trees do not overfit.": ClaimRead((of_point,))}
    (signs,) = signs_by_window(FLAG, Entailment((FIRST,), read), (), {FLAG, *others}).values()
    return signs.probability


def test_what_may_make_a_key_point_is_less_likely_a_mistake() -> None:
    assert _probability(Likelihood(0.5, 0.05)) < _probability(Likelihood(0.05, 0.05))


def test_what_makes_a_key_point_makes_no_mistake_unless_a_cue_of_it_is_meant() -> None:
    of_flag, of_point = ClaimRead((Likelihood(0.8, 0.1),)), ClaimRead((Likelihood(0.9, 0.05),))
    entailment = Entailment((FIRST,), {FLAG: of_flag, "More trees do not overfit.": of_point})
    assert signs_by_window(FLAG, entailment, (), {FLAG}) == {}
    assert signs_by_window(FLAG, entailment, (CuePlace(1, 3, True),), {FLAG})


def test_another_red_flag_is_no_key_point() -> None:
    other = ("More trees do not overfit.",)
    assert _probability(Likelihood(0.9, 0.05), other) == _probability(Likelihood(0.05, 0.05), other)


def _with_sayings(of_made: Likelihood, of_contrary: Likelihood) -> float:
    """How likely a window makes the mistake that says this of its two sayings."""
    others = {Wording.SAID: (of_made,), Wording.CONTRARY_SAID: (of_contrary,)}
    entailment = Entailment((FIRST,), {FLAG: ClaimRead((Likelihood(0.5, 0.2),), others)})
    (signs,) = signs_by_window(FLAG, entailment, (), {FLAG}).values()
    return signs.probability


def test_who_says_it_as_others_say_it_makes_the_mistake() -> None:
    made, denied = Likelihood(0.9, 0.05), Likelihood(0.05, 0.9)
    assert _with_sayings(made, denied) > _with_sayings(denied, denied) > _with_sayings(denied, made)


def test_a_flag_without_sayings_has_figures_of_its_own() -> None:
    entailment = Entailment((FIRST,), {FLAG: ClaimRead((Likelihood(0.8, 0.1),))})
    signs = signs_by_window(FLAG, entailment, (), {FLAG})
    assert signs[FIRST].fitted is red_flags_by_meaning.PLAIN
