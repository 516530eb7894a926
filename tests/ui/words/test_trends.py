"""The curves of progress, in words and numbers."""

from __future__ import annotations

from simulator.analysis.rules import DEFAULT_RULES
from simulator.progress.curves import curve_of
from simulator.progress.period import Period, stretches_of
from simulator.progress.progress import Progress, ProgressWish
from tests.simulator.progress.builders import TODAY, answers_with, some_progress
from ui.words.trends import guess_trends, spoken_trends


def test_every_measure_has_a_curve_and_fillers_have_two() -> None:
    names = [trend.name for trend in spoken_trends(some_progress())]
    assert names == ["Within target", "Pace", "Filler sounds", "Filler words", "Time to the point"]


def test_a_measure_is_held_against_the_own_median_and_the_band() -> None:
    pace = spoken_trends(some_progress())[1]
    assert (pace.latest, pace.unit) == ("144", "words per minute")
    assert pace.summary == "your median of the last 10: 156 · good: 110 to 165"
    assert [point.usual is None for point in pace.points[:3]] == [True, True, False]


def test_the_bands_are_those_of_the_rules_in_use() -> None:
    rules = DEFAULT_RULES.with_band("pace_low_wpm", 90).with_band("unremarkable_per_minute", 7)
    within, pace, fillers, *_ = spoken_trends(some_progress(), rules)
    assert (within.band, pace.band, fillers.band) == (None, (90.0, 165.0), (0.0, 7.0))
    assert "good: up to 7.0" in fillers.summary


def test_within_target_is_told_as_in_history() -> None:
    within = spoken_trends(some_progress())[0]
    assert within.points[0].words == "26 Feb 2026: 1 of 2 answers within target"
    assert within.table.headings == ("Interview", "Share", "Median", "Answers")
    assert within.table.rows[-1].cells == ("26 Feb 2026", "50%", "–", "1 of 2")


def test_a_guess_is_told_beside_what_it_was() -> None:
    length, fillers = guess_trends(some_progress())
    assert length.points[-1].words == "14 Mar 2026: 1:29, guessed 1:10"
    assert length.summary == "you guessed 1:10"
    assert (fillers.points[-1].value, fillers.points[-1].guess) == (4, 2)
    assert length.table.headings == ("Answer", "Measured", "Guessed")


def test_too_little_says_so() -> None:
    none, one = (spoken_trends(some_progress(count))[1] for count in (0, 1))
    assert (none.note, none.latest, none.summary) == ("Not measured in this period.", "–", "")
    assert one.note == "Only 1 answer so far. A chart needs two."
    assert spoken_trends(some_progress(2))[0].note == "Only 1 interview so far. A chart needs two."
    assert spoken_trends(some_progress(2))[1].note == ""


def test_the_table_has_the_newest_on_top_and_opens_the_same_answers() -> None:
    pace = spoken_trends(some_progress())[1]
    assert [row.answer for row in pace.table.rows] == [point.answer for point in reversed(pace.points)]
    assert pace.table.rows[0].cells == ("18 Mar 2026", "144", "156")


def test_where_a_point_is_the_middle_of_a_week_it_says_so() -> None:
    weeks = stretches_of(Period.YEAR, TODAY, 0)
    pace = curve_of(answers_with([140.0] * 100), lambda one: one.words_per_minute, weeks)
    trend = spoken_trends(Progress(ProgressWish(TODAY, 4, "default"), weeks, pace=pace))[1]
    assert trend.points[-2].words.endswith("140 words per minute, the middle of 7 answers that week")
    assert trend.table.headings == ("Week", "A minute", "Median", "Answers")
    assert trend.table.rows[1].cells[1:] == ("140", "140", "7")
