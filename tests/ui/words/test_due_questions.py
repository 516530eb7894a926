from __future__ import annotations

from dataclasses import replace

from tests.simulator.builders import a_question
from ui.words.due_questions import due_count, due_topics

TOPICS = ("ml.overfitting", "ml.trees", "ml.linear-models", "ml.clustering", "ml.metrics", "ml.boosting")


def test_nothing_due_says_what_will_come_back() -> None:
    assert due_count(()) == "Nothing due"
    assert due_topics(()).startswith("Questions you have answered come back here")


def test_a_few_topics_are_named_and_the_others_counted() -> None:
    due = [replace(a_question(), topics=(topic,)) for topic in (*TOPICS, TOPICS[0])]
    assert due_count(due) == "7 questions"
    assert due_topics(due).count("·") == 4
    assert due_topics(due).endswith("2 more topics")
    assert "more" not in due_topics(due[:4])
