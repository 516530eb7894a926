"""What the recogniser is told beforehand: the question's words, and the user's own within the same budget."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import KeyPoint
from recordings.transcription.expected_terms import MOST_TERMS, terms_of, with_own
from tests.simulator.analysis.sample_questions import OVERFITTING


def test_names_come_first_then_words_that_are_rare_then_cues_that_name_something() -> None:
    cues = ("noise", "memorises", "null hypothesis", "not the probability that", "look up", "other way round")
    question = replace(
        OVERFITTING,
        text="What does the Kolmogorov test say?",
        key_points=(KeyPoint("p", "BM25 and TF-IDF: the logits, the logits again, and the weights.", cues),),
        model_answer="Heteroscedasticity of an embedding, as in LambdaMART or with Wasserstein. TF-IDF is older.",
    )
    told = (
        "TF-IDF",
        "BM25",
        "LambdaMART",
        "Wasserstein",
        "Kolmogorov",
        "logits",
        "embedding",
        "memorises",
        "null hypothesis",
    )
    assert terms_of(question) == told


def test_words_that_begin_with_a_single_letter_are_names() -> None:
    """Untold, the recogniser wrote “Iran came in” for “I ran k-means”, and “the female you” for “the p-value”."""
    point = KeyPoint("p", "A p-value, unlike k-means, is no follow-up of a heteroscedastic X.", ())
    question = replace(OVERFITTING, text="Why?", key_points=(point,), model_answer="")
    assert terms_of(question) == ("p-value", "k-means", "heteroscedastic")


def test_of_a_question_without_anything_rare_the_cues_are_told() -> None:
    question = replace(
        OVERFITTING, text="Why?", key_points=(KeyPoint("p", "A point.", ("memorises",)),), model_answer=""
    )
    assert terms_of(question) == ("memorises",)


def test_the_users_own_words_and_the_questions_take_turns() -> None:
    assert with_own(("dropout", "bagging"), ("Kubeflow", "Marija")) == ("Kubeflow", "dropout", "Marija", "bagging")
    assert with_own((), ("Kubeflow",)) == ("Kubeflow",)
    assert with_own(("dropout",), ()) == ("dropout",)


def test_there_is_a_limit() -> None:
    assert len(with_own(terms_of(OVERFITTING), [f"Term{number}" for number in range(40)])) == MOST_TERMS
