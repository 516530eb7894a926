from __future__ import annotations

from simulator.progress.figures import ProgressFigures
from simulator.progress.period import Period, stretches_of
from simulator.progress.progress import progress_of
from tests.simulator.progress.builders import TODAY, a_wish, answers_with, some_progress


def test_progress_has_topics_curves_guesses_and_days() -> None:
    progress = some_progress(12)
    assert [row.topic for row in progress.weak] == ["found.bias-variance", "dl.transformers"]
    assert len(progress.within_target.points) == 6
    assert (len(progress.filler_sounds.points), len(progress.pace.points)) == (11, 12)
    assert (len(progress.guessed_lengths.points), len(progress.guessed_fillers.points)) == (4, 4)
    assert progress.calendar.answers == 12
    assert not progress.is_empty


def test_nothing_answered_is_empty_but_what_is_left_out_is_something() -> None:
    assert some_progress(0).is_empty
    assert not some_progress(0, left_out=3).is_empty


def test_that_there_are_older_answers_matters_only_where_they_would_show() -> None:
    figures = ProgressFigures(answers_with([140.0] * 40), has_more=True)
    assert not progress_of(figures, stretches_of(Period.FOUR_WEEKS, TODAY, 0), a_wish()).has_older
    assert progress_of(figures, stretches_of(Period.YEAR, TODAY, 0), a_wish(Period.YEAR)).has_older
