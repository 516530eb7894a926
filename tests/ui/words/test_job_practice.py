"""What is said of a job and of practice for it."""

from __future__ import annotations

import pytest

from question_bank.models import Role
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.job_practice import DemandPractice
from ui.words.job_practice import job_words, practice_words, practised_words

KAFKA = Demand("Kafka", DemandSort.TECHNIQUE, topics=("de.kafka",))
BREAD = Demand("Bake bread", DemandSort.DUTY)


@pytest.mark.parametrize(
    ("advertisement", "words"),
    [
        (Advertisement("Senior Data Scientist", "Nordwind", Role.DATA_SCIENTIST), "Senior Data Scientist at Nordwind"),
        (Advertisement("BI Analyst", "", Role.DATA_ANALYST), "BI Analyst (data analyst questions)"),
        (Advertisement("MLOps Lead", "Fennel", Role.ML_ENGINEER), "MLOps Lead at Fennel (ML engineer questions)"),
        (Advertisement("", "Fennel"), "Untitled job at Fennel"),
    ],
)
def test_the_job_in_a_line(advertisement: Advertisement, words: str) -> None:
    assert job_words(advertisement) == words


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (DemandPractice(KAFKA, 0), "never practised"),
        (DemandPractice(KAFKA, 1, 0.5), "1 answer, 50% of the key points in the latest"),
        (DemandPractice(KAFKA, 3), "3 answers"),
        (DemandPractice(BREAD, 0), "no questions on this in the bank"),
    ],
)
def test_the_practice_of_a_demand(one: DemandPractice, words: str) -> None:
    assert practice_words(one) == words


def test_how_many_were_practised() -> None:
    assert practised_words((DemandPractice(KAFKA, 2), DemandPractice(BREAD, 0))) == "1 of 1 requirement practised"
    assert practised_words((DemandPractice(BREAD, 0),)) == "Nothing in it can be practised here."
