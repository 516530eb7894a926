"""What was practised of a job: answers on each demand's topics, the latest share, and what never was."""

from __future__ import annotations

from simulator.own_work.advertisement.demands import Advertisement, Demand, DemandSort
from simulator.own_work.job_practice import DemandPractice, practice_of, practised
from simulator.question_record import TopicsRecord

KAFKA = Demand("Kafka", DemandSort.TECHNIQUE, topics=("de.kafka",))
PIPELINES = Demand("Build pipelines", DemandSort.DUTY, topics=("de.big-data-pipelines", "de.kafka"))
BREAD = Demand("Bake bread", DemandSort.DUTY)
OFF = Demand("SQL", DemandSort.TECHNIQUE, topics=("prog.sql",), is_wanted=False)
JOB = Advertisement(demands=(KAFKA, PIPELINES, BREAD, OFF))


def test_nothing_yet() -> None:
    practice = practice_of(JOB, ())
    assert practice == tuple(DemandPractice(one, 0) for one in JOB.demands)
    assert practised(practice) == (0, 2)


def test_answers_on_any_of_its_topics_count_and_the_latest_measured_one_gives_the_share() -> None:
    records = (
        TopicsRecord(frozenset({"de.kafka"}), 2, latest=9, share=0.5),
        TopicsRecord(frozenset({"de.big-data-pipelines", "de.kafka"}), 1, latest=4, share=1.0),
        TopicsRecord(frozenset({"de.kafka", "prod.scaling"}), 1),
        TopicsRecord(frozenset({"prog.recursion"}), 5, latest=99, share=0.1),
    )
    kafka, pipelines, bread, off = practice_of(JOB, records)
    assert (kafka.times, kafka.share) == (4, 0.5)
    assert (pipelines.times, pipelines.share) == (4, 0.5)
    assert (bread.times, bread.share, bread.can_be_practised) == (0, None, False)
    assert off.times == 0
    assert practised((kafka, pipelines, bread, off)) == (2, 2)


def test_an_answer_without_figures_is_practice_all_the_same() -> None:
    (kafka, *_) = practice_of(JOB, (TopicsRecord(frozenset({"de.kafka"}), 1),))
    assert (kafka.times, kafka.share) == (1, None)
