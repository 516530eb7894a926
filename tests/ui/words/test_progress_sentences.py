from __future__ import annotations

from dataclasses import replace

from tests.simulator.progress.builders import some_progress
from ui.words.progress_sentences import OLDER_LEFT_OUT, calendar_table, calendar_words, day_practised, left_out_words


def test_what_is_left_out_is_said_in_one_line() -> None:
    assert left_out_words(some_progress()) == ""
    assert left_out_words(some_progress(left_out=1)).startswith("1 answer from this period was analysed")
    assert "36 answers from this period were analysed" in left_out_words(some_progress(left_out=36))
    assert left_out_words(replace(some_progress(), has_older=True)) == OLDER_LEFT_OUT


def test_days_are_counted_without_praise() -> None:
    calendar = some_progress().calendar
    assert calendar_words(calendar) == "12 answers on 12 days of the last year."
    assert calendar_words(some_progress(0).calendar) == "No answers in the last year."
    assert day_practised(calendar.practised[-1]) == "Wednesday 18 March 2026: 1 answer"
    assert calendar_table(calendar).rows[0].cells == ("Wednesday 18 March 2026", "1")
