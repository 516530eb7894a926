"""The list of techniques is sound: no spelling stands for two things, every topic is one of the bank's."""

from __future__ import annotations

from collections import Counter

import pytest

from question_bank.coverage import WANTED
from simulator.analysis.english.terms import TERMS
from simulator.own_work.cv.technique_catalogue import Sort, catalogue, plain, technique_named

NOT_TECHNIQUES = """
attention, embeddings, blockchain, big data, data mesh, microservices, serverless, devops, agile, scrum, synergy,
cutting edge, state of the art, end to end, quantum computing, edge computing
"""
NO_CHOICE = {
    "regularisation", "gradient descent", "backpropagation", "time series analysis", "model monitoring", "NumPy",
    "SciPy", "Apache Arrow", "data pipelines", "MLOps", "CI/CD", "ROS", "unit testing", "Git",
}  # fmt: skip


def test_no_spelling_stands_for_two_techniques() -> None:
    counted = Counter(plain(spelling.text) for technique in catalogue() for spelling in technique.spellings)
    assert [key for key, number in counted.items() if number > 1] == []


def test_every_technique_has_a_topic_of_the_bank_and_an_alternative_to_it() -> None:
    for technique in catalogue():
        assert technique.topic in WANTED, technique
        assert bool(technique.alternative) == technique.is_choice, technique
        assert technique.alternative.casefold() != technique.name.casefold()


def test_only_what_nobody_chooses_has_no_alternative() -> None:
    assert {technique.name for technique in catalogue() if not technique.is_choice} == NO_CHOICE


@pytest.mark.parametrize(
    ("name", "is_plural"),
    [
        ("random forests", True), ("word vectors", True), ("k-means", False), ("pandas", False), ("Kubernetes", False),
        ("survival analysis", False), ("naive Bayes", False), ("robotics", False), ("", False),
        ("decision trees", True),
    ],
)  # fmt: skip
def test_a_plural_is_told_from_a_name_with_an_s(name: str, is_plural: bool) -> None:
    assert technique_named(name).is_plural is is_plural


def test_the_names_of_methods_and_tools_that_answers_are_checked_for_are_known() -> None:
    others = {" ".join(term.split()) for term in NOT_TECHNIQUES.split(",")}
    unknown = {" ".join(term) for term in TERMS if not technique_named(" ".join(term)).topic}
    assert unknown == others


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("xgboost", "XGBoost"), ("K Means", "k-means"), ("bert", "BERT"), ("go", "Go"), ("c++", "C++"), ("C", "C"),
        ("k-NN", "k-nearest neighbours"), ("random forest", "random forests"),
        ("CNNs", "convolutional neural networks"),
        ("Hyperparameter Optimization", "hyperparameter tuning"), ("  Weights &  Biases ", "Weights & Biases"),
        ("GANs", "generative adversarial networks"), ("data lake", "data lakes"),
    ],
)  # fmt: skip
def test_what_is_typed_is_known_however_it_is_written(typed: str, name: str) -> None:
    assert technique_named(typed).name == name


def test_what_nobody_knows_is_a_technique_of_ones_own() -> None:
    own = technique_named(" Löwenmäulchen  trees ")
    assert (own.name, own.sort, own.topic) == ("Löwenmäulchen trees", Sort.METHOD, "")
    assert technique_named("panda").topic == ""
