"""All of progress at once, for one period and one way to practise: topics, curves, calibration, days."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from simulator.progress.curves import Curve, curve_of, guess_curve, within_target_curve
from simulator.progress.period import Period, Practice, Stretch
from simulator.progress.practice_days import PracticeCalendar, calendar_of
from simulator.progress.topics import TopicRow, topic_rows, weak_topics

if TYPE_CHECKING:
    from simulator.progress.figures import ProgressFigures


@dataclass(frozen=True, slots=True)
class ProgressWish:
    """What one wants to see. `first_weekday` is that of the user's locale, 0 being Monday. Only answers judged by
    `analysis_version` and by the rules of this name are compared with each other.
    """

    today: date
    analysis_version: int
    rules: str
    period: Period = Period.THREE_MONTHS
    practice: Practice = Practice.EVERYTHING
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What there is to see. `has_older`: the curves leave out the oldest of very many answers. `left_out` answers of
    the period were judged by another version or other rules. The calendar has every answer of its year.
    """

    wish: ProgressWish
    stretches: tuple[Stretch, ...] = ()
    topics: tuple[TopicRow, ...] = ()
    weak: tuple[TopicRow, ...] = ()
    within_target: Curve = field(default_factory=Curve)
    filler_sounds: Curve = field(default_factory=Curve)
    filler_words: Curve = field(default_factory=Curve)
    pace: Curve = field(default_factory=Curve)
    time_to_point: Curve = field(default_factory=Curve)
    guessed_lengths: Curve = field(default_factory=Curve)
    guessed_fillers: Curve = field(default_factory=Curve)
    calendar: PracticeCalendar = field(default_factory=PracticeCalendar)
    has_older: bool = False
    left_out: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever answered, or not within the calendar's year and the period."""
        curves = (self.within_target, self.filler_sounds, self.filler_words, self.pace, self.time_to_point)
        is_measured = bool(self.topics) or any(curve.points for curve in curves)
        return not (is_measured or self.calendar.answers or self.left_out)


def progress_of(figures: ProgressFigures, stretches: tuple[Stretch, ...], wish: ProgressWish) -> Progress:
    """What these figures come to over these stretches."""
    rows = topic_rows(figures.topics, len(stretches))
    shown = Progress(
        wish,
        stretches,
        topics=rows,
        weak=weak_topics(rows),
        calendar=calendar_of(figures.days, wish.today, wish.first_weekday),
        has_older=figures.has_more and _reaches_back(figures, stretches),
        left_out=figures.left_out,
    )
    return _with_curves(shown, figures)


def _with_curves(shown: Progress, figures: ProgressFigures) -> Progress:
    answers, stretches = figures.answers, shown.stretches
    return replace(
        shown,
        within_target=within_target_curve(answers, stretches),
        filler_sounds=curve_of(answers, lambda one: one.filler_sounds_per_minute, stretches),
        filler_words=curve_of(answers, lambda one: one.filler_words_per_minute, stretches),
        pace=curve_of(answers, lambda one: one.words_per_minute, stretches),
        time_to_point=curve_of(answers, lambda one: one.time_to_point_s, stretches),
        guessed_lengths=guess_curve(answers, lambda one: one.length_s, lambda one: one.guessed_s, stretches),
        guessed_fillers=guess_curve(
            answers, lambda one: one.filler_sounds, lambda one: one.guessed_filler_sounds, stretches
        ),
    )


def _reaches_back(figures: ProgressFigures, stretches: tuple[Stretch, ...]) -> bool:
    """Whether the oldest answer at hand is younger than the first stretch."""
    return bool(figures.answers and stretches) and figures.answers[0].at > stretches[0].moments[0]
