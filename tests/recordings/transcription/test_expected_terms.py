"""What the recogniser is told beforehand: the question's words, and the user's own within the same budget."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import KeyPoint
from recordings.transcription.expected_terms import MOST_TERMS, terms_of, with_own
from tests.simulator.analysis.sample_questions import OVERFITTING


def test_terms_are_cues_that_name_something() -> None:
    cues = ("noise", "memorises", "null hypothesis", "not the probability that", "look up", "other way round")
    question = replace(OVERFITTING, key_points=(KeyPoint("p", "A point.", cues),))
    assert terms_of(question) == ("memorises", "null hypothesis")


def test_the_users_own_words_and_the_questions_take_turns() -> None:
    assert with_own(("dropout", "bagging"), ("Kubeflow", "Marija")) == ("Kubeflow", "dropout", "Marija", "bagging")
    assert with_own((), ("Kubeflow",)) == ("Kubeflow",)
    assert with_own(("dropout",), ()) == ("dropout",)


def test_there_is_a_limit() -> None:
    assert len(with_own(terms_of(OVERFITTING), [f"Term{number}" for number in range(40)])) == MOST_TERMS
