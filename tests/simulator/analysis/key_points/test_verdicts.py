from __future__ import annotations

from simulator.analysis.key_points.entailment import AnswerWindow, Entailment, Likelihood
from simulator.analysis.key_points.verdicts import Judged, verdict_of
from tests.simulator.analysis.readings import MAYBE

FIRST, BOTH, SECOND = AnswerWindow(0, 5), AnswerWindow(0, 11), AnswerWindow(6, 11)


def _judged(*figures: tuple[float, float]) -> Judged:
    """Of a claim read at one sentence, at both, and at the other."""
    likelihoods = tuple(Likelihood(*pair) for pair in figures)
    return verdict_of("It thins.", Entailment((FIRST, BOTH, SECOND), {"It thins.": likelihoods}), has_cue=False)


def test_a_claim_is_made_where_a_window_says_it() -> None:
    judged = _judged((0.1, 0.0), (0.2, 0.0), (0.95, 0.02))
    assert (judged.verdict, judged.window) == ("made", SECOND)
    assert judged.probability > 0.5


def test_the_shorter_of_two_windows_that_say_it_as_well_is_the_proof() -> None:
    assert _judged((0.94, 0.0), (0.96, 0.0), (0.1, 0.0)).window == FIRST


def test_two_sentences_may_say_it_together() -> None:
    assert _judged((0.1, 0.0), (0.95, 0.0), (0.1, 0.0)).window == BOTH


def test_the_contrary_is_heard_with_its_words_and_is_unlikely_made() -> None:
    judged = _judged((0.02, 0.95), (0.1, 0.5), (0.1, 0.1))
    assert (judged.verdict, judged.window) == ("contrary", FIRST)
    assert judged.probability < 0.5


def test_between_made_and_not_lies_maybe() -> None:
    judged = _judged((MAYBE.made, MAYBE.contrary), (0.01, 0.02), (0.01, 0.02))
    assert (judged.verdict, judged.window) == ("maybe", FIRST)


def test_what_is_not_heard_has_no_proof() -> None:
    judged = _judged((0.02, 0.02), (0.05, 0.1), (0.1, 0.1))
    assert (judged.verdict, judged.window) == ("not", None)
