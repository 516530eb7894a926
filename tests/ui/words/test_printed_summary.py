"""The summary on paper."""

from __future__ import annotations

from dataclasses import replace

from simulator.interview_summary.summed_up import sum_up
from tests.simulator.interview_summary.kept import a_question, an_answer, skipped
from tests.ui.samples import sample_summary
from ui.words.printed_summary import printed_summary


def test_all_that_the_screen_says_is_on_it() -> None:
    first = an_answer("mmx")
    summed_up = replace(sum_up((first, skipped(1)), 4), ladder_ends={first.id: "That was deep enough."})
    page = printed_summary(sample_summary(), summed_up, ("Dropout comes back on Tuesday.",))
    for words in (
        "Thursday 19 November 2026",
        "What to do next",
        "(Question 1, 0:04)",
        "1. What is question number 1 about?",
        "2 made · 1 opposite",
        "✓ Dropout switches units off at random while training",
        "Right: It is switched off when the model is used",
        "That was deep enough.",
        "Skipped",
        "When these questions come back",
        "Dropout comes back on Tuesday.",
    ):
        assert words in page


def test_without_a_remark_it_says_why_and_without_a_day_nothing_of_days() -> None:
    page = printed_summary(sample_summary(), sum_up((skipped(),), 4), ())
    assert "You skipped every question" in page
    assert "When these questions come back" not in page


def test_imported_words_are_no_markup() -> None:
    record = an_answer("m", question=a_question(1, 1, text="Is <b>this</b> bold & safe?"))
    page = printed_summary(sample_summary(), sum_up((record,), 4), ("<i>",))
    assert "Is &lt;b&gt;this&lt;/b&gt; bold &amp; safe?" in page
    assert "<i>" not in page
