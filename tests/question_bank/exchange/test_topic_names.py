"""Topics by whatever name they have, and those that nobody here knows."""

from __future__ import annotations

from pathlib import Path

from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from question_bank.exchange.topic_names import WITHOUT_TOPIC, UnknownTopic, nearest_topics, topic_called
from tests.question_bank.exchange.samples import PACK

CARDS = "question,answer,topic\nA?,x,Overfitting\nB?,x,Bayes statistics\nC?,x,Bayes statistics; Over-fitting\nD?,x,\n"


def test_a_topic_is_known_by_its_id_and_by_its_name() -> None:
    assert topic_called(" bias and  VARIANCE") == "found.bias-variance"
    assert topic_called("found.bias-variance") == "found.bias-variance"
    assert topic_called("random forest") == "ml.random-forest"
    assert topic_called("own.bees") == "own.bees"
    assert topic_called("Bees") is None


def test_the_nearest_share_a_word_or_a_spelling() -> None:
    assert nearest_topics("Bayes statistics")[0] == "found.statistics"
    assert nearest_topics("overfiting")[0] == "found.overfitting"
    assert nearest_topics("zzz") == ()


def test_an_unknown_topic_is_asked_about_and_not_refused(tmp_path: Path) -> None:
    file = tmp_path / "cards.csv"
    file.write_text(CARDS)
    found = read_import(file, Format.CSV, PACK)
    assert isinstance(found, Import)
    assert [question.topics for question in found.pack.questions] == [
        ("found.overfitting",),
        ("own.mine",),
        ("found.overfitting",) if topic_called("Over-fitting") else ("own.mine",),
        ("own.mine",),
    ]
    assert found.unknown_topics[0] == UnknownTopic("Bayes statistics", 2, nearest_topics("Bayes statistics"))
    chosen = {"Bayes statistics": "found.statistics", WITHOUT_TOPIC: "own.rest"}
    found = read_import(file, Format.CSV, PACK, topics=chosen)
    assert isinstance(found, Import)
    assert [question.topics[0] for question in found.pack.questions] == [
        "found.overfitting",
        "found.statistics",
        "found.statistics",
        "own.rest",
    ]
