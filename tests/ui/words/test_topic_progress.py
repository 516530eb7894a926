from __future__ import annotations

from simulator.progress.topics import topic_rows, weak_topics
from tests.simulator.progress.builders import some_progress, sums
from ui.words.topic_progress import (
    NO_POINTS,
    NONE_WEAK,
    TOO_LITTLE,
    cell_words,
    topics_table,
    topics_together,
    weak_sentence,
    weak_words,
)


def test_a_square_says_topic_week_and_points() -> None:
    progress = some_progress()
    row = progress.topics[0]
    (first, *_) = row.cells
    assert first is not None
    words = cell_words(row, progress.stretches[0], first)
    assert words == "Bias and variance, Week of 23 Feb 2026: 0 of 6 key points made, 1 contrary, in 2 answers"
    assert weak_words(row) == "6 of 24 key points made, 4 contrary, in 8 answers"


def test_that_nothing_is_weak_is_told_apart_from_too_little() -> None:
    strong, little = topic_rows([sums("a", made=12, asked=12, answers=3)], 1), topic_rows([sums("a")], 1)
    assert weak_sentence((), ()) == NO_POINTS
    assert weak_sentence(strong, weak_topics(strong)) == NONE_WEAK
    assert weak_sentence(little, weak_topics(little)) == TOO_LITTLE
    assert weak_sentence(strong, strong) == ""


def test_the_table_has_a_line_for_each_square() -> None:
    progress = some_progress()
    table = topics_table(progress.topics, progress.stretches)
    assert table.headings[1] == "Week"
    assert len(table.rows) == sum(cell is not None for row in progress.topics for cell in row.cells)
    assert table.rows[0].cells == ("Bias and variance", "16 Mar 2026", "3", "6", "1", "2")
    assert table.rows[0].answer == 4


def test_topics_chosen_together_have_a_short_name() -> None:
    assert topics_together(("found.f1",)) == "F1 score"
    assert topics_together(("found.f1", "found.roc-auc")) == "F1 score and ROC curve and AUC"
    assert topics_together(("found.f1", "found.roc-auc", "a.b", "a.c")) == "F1 score, ROC curve and AUC and 2 more"
