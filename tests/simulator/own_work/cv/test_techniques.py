"""Techniques are found in a CV, and names, streets, mail addresses and everyday words are not taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.own_work.cv.lines import MOST_CHARACTERS
from simulator.own_work.cv.techniques import techniques_in
from tests.simulator.own_work.cvs import CV, TECHNIQUES


def names_in(text: str) -> list[str]:
    return [technique.name for technique in techniques_in(text)]


def test_a_whole_cv_gives_its_techniques_and_no_others() -> None:
    assert tuple(names_in(CV)) == TECHNIQUES


@pytest.mark.parametrize(
    "text",
    [
        "Go to market", "Ready to Go, Pythonesque", "interested in Go and chess", "R. Smith, head of research",
        "R&D in data", "R-squared of the model", "Vitamins A, B, C", "C-level data talks", "Passed grade C in data",
        "react quickly to data incidents", "React quickly to data incidents", "spark joy", "Spark joy in data teams",
        "Franz Kafka, Borges", "reading Kafka", "Bert Smith", "Adam, head of data", "Julia Rust, data engineer",
        "12 Spark Street, Leeds", "7 Hadoop Road", "kafka@spark.io", "github.com/pytorch/vision", "www.python.org/jobs",
        "https://docker.example/python", "attention to detail", "Excel at data work", "swift delivery of models",
        "network of networks", "a rusty flask of data", "interviewed by CNN", "the panda programme", "Lora Palmer",
        "measured the redshift of galaxies", "J. Keras", "a hive of activity",
    ],
)  # fmt: skip
def test_what_is_no_technique_is_not_found(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Python, R, SQL", ["Python", "R", "SQL"]),
        ("Languages: R, C, Go", ["R", "C", "Go"]),
        ("services written in Go", ["Go"]),
        ("Stack: Go/Python/Kafka", ["Go", "Python", "Kafka"]),
        ("I used R for statistics with ggplot2.", ["R", "ggplot2"]),
        ("C++ and C#", ["C++", "C#"]),
        ("Python, SQL,\nR, Spark", ["Python", "SQL", "R", "Spark"]),
        ("Built Kafka consumers in Java", ["Kafka", "Java"]),
        ("Python Spark Kafka Docker", ["Python", "Spark", "Kafka", "Docker"]),
        ("SPARK, KAFKA, PYTHON", ["Spark", "Kafka", "Python"]),
        ("React, TypeScript", ["React", "TypeScript"]),
        ("Excel dashboards", ["Excel"]),
        ("BERT and k means clustering", ["BERT", "k-means"]),
        ("Support-vector machines (SVMs), XGBoost's", ["support vector machines", "XGBoost"]),
        ("Faster-RCNN, U-Net", ["Faster R-CNN", "U-Net"]),
        ("TF-IDF + logistic regression", ["TF-IDF", "logistic regression"]),
        ("hyper-parameter tuning", ["hyperparameter tuning"]),
        ("**PyTorch** and [Keras](https://x.example/spark)", ["PyTorch", "Keras"]),
        ("<b>XGBoost</b><script>Docker</script>", ["XGBoost", "Docker"]),
    ],
)
def test_what_is_one_is_found_however_it_is_written(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_the_name_on_top_of_a_cv_is_no_technique() -> None:
    assert names_in("Adam Keras\nBerlin\nAnalyst\nWork\nPython\n") == ["Python"]
    assert names_in("Keras\nPython") == ["Keras", "Python"]


@given(st.text(max_size=400))
def test_any_text_can_be_looked_through(text: str) -> None:
    found = techniques_in(text)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("piece", ["a", "(", "a.b", "[", "R, ", "Spark ", "a\n", "aaaa-", "@", "1.", "\u2022"])
@pytest.mark.timeout(20)
def test_a_long_hostile_text_takes_no_long_time(piece: str) -> None:
    techniques_in(piece * (2 * MOST_CHARACTERS // len(piece)))
