from __future__ import annotations

from statistics import median

from simulator.progress.curves import MOST_POINTS, Curve, curve_of, guess_curve, within_target_curve
from simulator.progress.figures import AnswerFigures
from simulator.progress.period import Period, StretchKind, stretches_of
from tests.simulator.progress.builders import TODAY, an_answer, answers_with

FOUR_WEEKS = stretches_of(Period.FOUR_WEEKS, TODAY, 0)
YEAR = stretches_of(Period.YEAR, TODAY, 0)


def pace(answers: tuple[AnswerFigures, ...], period: Period = Period.FOUR_WEEKS) -> Curve:
    return curve_of(answers, lambda one: one.words_per_minute, stretches_of(period, TODAY, 0))


def test_each_point_is_an_answer_and_what_was_not_measured_is_none() -> None:
    curve = pace(answers_with([140.0, None, 150.0]))
    assert [(point.value, point.answer, point.of) for point in curve.points] == [(140.0, 1, 1), (150.0, 3, 1)]
    assert curve.each is None


def test_the_usual_is_the_median_of_the_last_ten_from_the_third_on() -> None:
    values = [100.0 + number for number in range(20)]
    points = pace(answers_with(values)).points
    assert [point.usual for point in points[:3]] == [None, None, 101.0]
    assert points[-1].usual == median(values[-10:])
    assert pace(answers_with(values)).usual == points[-1].usual


def test_the_median_reaches_back_beyond_the_period() -> None:
    before = tuple(an_answer(number, 200 - number, words_per_minute=100.0) for number in range(1, 11))
    curve = pace((*before, an_answer(11, 0, words_per_minute=180.0)))
    assert [(point.value, point.usual) for point in curve.points] == [(180.0, 100.0)]


def test_many_answers_become_the_middle_one_of_each_week() -> None:
    values = [float(number % 7) for number in range(MOST_POINTS + 40)]
    answers = answers_with(values)
    curve = pace(answers, Period.YEAR)
    assert curve.each is StretchKind.WEEK
    assert len(curve.points) < MOST_POINTS
    assert sum(point.of for point in curve.points) == len(answers)
    whole = curve.points[3]
    assert (whole.of, whole.value) == (7, 3.0)
    assert next(one for one in answers if one.answer == whole.answer).words_per_minute == whole.value


def test_no_answer_no_curve() -> None:
    assert pace(()) == Curve()
    assert pace(()).usual is None


def test_interviews_are_points_of_within_target() -> None:
    overs = ((1, 0.0), (1, 30.0), (1, 4.0), (2, 0.0), (2, None))
    answers = tuple(an_answer(at + 1, 5 - at, session=session, over_s=over) for at, (session, over) in enumerate(overs))
    first, second = within_target_curve(answers, FOUR_WEEKS).points
    assert (first.kept, first.of, first.answer) == (1, 3, 2)  # opened is the one furthest over
    assert (second.kept, second.of, second.answer) == (1, 1, 4)


def test_many_interviews_become_weeks_of_answers_not_of_shares() -> None:
    answers = tuple(an_answer(at, 280 - at, over_s=float(at % 2)) for at in range(1, 280))
    curve = within_target_curve(answers, YEAR)
    assert (curve.each, curve.is_of_interviews) == (StretchKind.WEEK, True)
    assert sum(point.of for point in curve.points) == 279
    assert sum(point.kept or 0 for point in curve.points) == 139
    assert all(point.usual is not None for point in curve.points)


def test_a_guess_stands_beside_what_it_was() -> None:
    answers = (an_answer(1, 2, length_s=90.0, guessed_s=60.0), an_answer(2, 1, length_s=70.0))
    curve = guess_curve(answers, lambda one: one.length_s, lambda one: one.guessed_s, FOUR_WEEKS)
    assert [(point.value, point.guess, point.usual) for point in curve.points] == [(90.0, 60.0, None)]
