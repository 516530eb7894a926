from __future__ import annotations

from ui.words.interview_length import about_length, due_length, first_interview


def test_what_was_not_chosen_is_told() -> None:
    assert about_length(5, 12, is_timed=False) == "about 12 minutes"
    assert about_length(5, 12, is_timed=True) == "about 5 questions"


def test_a_newcomer_is_told_what_to_expect() -> None:
    assert first_interview(5, 12).startswith(
        "Your first interview will take about 12 minutes for 5 questions. You hear"
    )


def test_what_is_due_may_be_more_than_is_asked_at_once() -> None:
    assert due_length(3, 3, 8) == "About 8 minutes."
    assert due_length(14, 10, 20) == "About 20 minutes for the first 10 of them."
    assert due_length(0, 0, 0) == ""
