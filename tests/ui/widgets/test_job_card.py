"""The job on the first screen: which one, how much of it was practised, and a button that begins."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from question_bank.models import Role
from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.job_practice import DemandPractice
from tests.ui.screen_text import has_words, press
from ui.widgets.job_card import JobCard

KAFKA = Demand("Kafka", DemandSort.TECHNIQUE, topics=("de.kafka",))
SPARK = Demand("Spark", DemandSort.TECHNIQUE, topics=("de.spark",))
JOB = Advertisement("Data engineer", "Fennel", Role.DATA_ENGINEER, demands=(KAFKA, SPARK))


def test_it_says_which_job_and_starts_an_interview(qtbot: QtBot) -> None:
    card = JobCard()
    qtbot.addWidget(card)
    card.show_job(JOB, (DemandPractice(KAFKA, 3, 0.5), DemandPractice(SPARK, 0)))
    assert card.isVisible()
    assert has_words(card, "Data engineer at Fennel")
    assert has_words(card, "1 of 2 requirements practised")
    with qtbot.waitSignal(card.practise_requested):
        press(card, "Start this interview")


def test_without_a_job_there_is_no_card(qtbot: QtBot) -> None:
    card = JobCard()
    qtbot.addWidget(card)
    card.show_job(Advertisement(), ())
    assert not card.isVisible()
