"""When the questions of an interview come back, as one says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.simulator.interview_summary.kept import a_question
from ui.words.coming_back import ComingBack, coming_back

SUNDAY = date(2026, 11, 29)


def due(number: int, in_days: int, topic: str = "dl.dropout") -> ComingBack:
    return ComingBack(a_question(number, topic=topic), number, SUNDAY + timedelta(days=in_days))


def test_days_as_one_says_them() -> None:
    sentences = [coming_back((due(1, days),), SUNDAY)[0] for days in (-3, 0, 1, 2, 6, 7, 40)]
    assert sentences == [
        "Dropout is due now.",
        "Dropout is due now.",
        "Dropout comes back tomorrow.",
        "Dropout comes back on Tuesday.",
        "Dropout comes back on Saturday.",
        "Dropout comes back on Sunday 6 December.",
        "Dropout comes back on Friday 8 January 2027.",
    ]


def test_what_comes_back_on_one_day_is_said_together_the_next_day_first() -> None:
    sentences = coming_back(
        (due(1, 9), due(2, 2, "dl.batchnorm"), due(3, 2, "found.f1"), due(4, 2, "dl.batchnorm")), SUNDAY
    )
    assert len(sentences) == 2
    assert sentences[0].endswith(" and F1 score come back on Tuesday.")
    assert sentences[1].startswith("Dropout comes back on Tuesday 8 December")
    assert coming_back((due(1, -1), due(2, 0, "found.f1")), SUNDAY) == ("Dropout and F1 score are due now.",)


def test_a_topic_that_comes_back_on_two_days_is_told_apart() -> None:
    assert coming_back((due(1, 2), due(4, 3)), SUNDAY) == (
        "Dropout (question 1) comes back on Tuesday.",
        "Dropout (question 4) comes back on Wednesday.",
    )


def test_a_question_without_a_topic_has_its_number() -> None:
    bare = ComingBack(replace(a_question(), topics=()), 3, SUNDAY + timedelta(days=1))
    assert coming_back((bare,), SUNDAY) == ("Question 3 comes back tomorrow.",)
    assert coming_back((), SUNDAY) == ()
