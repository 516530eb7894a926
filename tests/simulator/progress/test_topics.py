from __future__ import annotations

from simulator.progress.topics import MIN_ANSWERS, MOST_WEAK, topic_rows, weak_topics
from tests.simulator.progress.builders import sums


def test_a_row_has_a_cell_for_each_stretch_with_answers_and_a_total() -> None:
    (row,) = topic_rows([sums("a", 0, 1, 4, latest=3), sums("a", 2, 3, 4, contrary=1, latest=9)], 3)
    first, second, third = row.cells
    assert second is None
    assert first is not None
    assert third is not None
    assert (first.share, third.share, third.latest) == (0.25, 0.75, 9)
    assert (row.total.made, row.total.asked, row.total.contrary, row.total.answers, row.total.latest) == (4, 8, 1, 2, 9)


def test_the_weakest_come_first_and_what_is_hardly_known_last() -> None:
    rows = topic_rows(
        [
            sums("strong", made=11, asked=12, answers=3),
            sums("weak", made=3, asked=12, answers=3),
            sums("hardly-known", made=0, asked=4),
            sums("turned-round", made=5, asked=12, contrary=4, answers=3),
        ],
        1,
    )
    assert [row.topic for row in rows] == ["turned-round", "weak", "strong", "hardly-known"]


def test_one_bad_answer_makes_no_topic_weak() -> None:
    assert weak_topics(topic_rows([sums("a", made=0, asked=12, answers=MIN_ANSWERS - 1)], 1)) == ()
    assert weak_topics(topic_rows([sums("a", made=0, asked=3, answers=5)], 1)) == ()
    assert len(weak_topics(topic_rows([sums("a", made=0, asked=12, answers=MIN_ANSWERS)], 1))) == 1


def test_a_topic_that_is_told_well_but_often_turned_round_is_weak() -> None:
    well = {"made": 18, "asked": 20, "answers": 5}
    assert weak_topics(topic_rows([sums("a", **well, contrary=1)], 1)) == ()
    assert len(weak_topics(topic_rows([sums("a", **well, contrary=2)], 1))) == 1


def test_few_enough_are_called_weak_to_be_practised() -> None:
    rows = topic_rows([sums(f"topic-{number}", made=0, asked=12, answers=4) for number in range(9)], 1)
    assert len(weak_topics(rows)) == MOST_WEAK
