"""Grades and the days they lead to: content above delivery, the user's word, the same days for the same reviews."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.report import AnswerReport, KeyPointResult, Length, Rambling, Verdict
from simulator.light import Light
from simulator.schedule import Grade, Review, ReviewCard, card_of, grade_of, grade_of_tries, local_day
from tests.simulator.store.builders import a_report

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
AGAIN, HARD, GOOD, EASY = Grade


def heard(covered: int, asked: int = 8, *, maybe: int = 0, contrary: int = 0) -> AnswerReport:
    """A report of a well told answer with so many key points made, perhaps made, and of which it said the contrary."""
    rest = asked - covered - maybe - contrary
    verdicts = ("made",) * covered + ("maybe",) * maybe + ("contrary",) * contrary + ("not",) * rest
    points = tuple(
        KeyPointResult(f"p{number}", verdict == "made", None, verdict=cast(Verdict, verdict))
        for number, verdict in enumerate(verdicts)
    )
    return replace(a_report(), key_points=points)


def rambling(report: AnswerReport) -> AnswerReport:
    return replace(report, rambling=Rambling(True, (), None))


def too_long(report: AnswerReport) -> AnswerReport:
    return replace(report, length=Length(90.0, 60.0, Light.RED))


@pytest.mark.parametrize(
    ("covered", "grade"),
    [(0, AGAIN), (1, AGAIN), (2, HARD), (3, HARD), (4, GOOD), (6, GOOD), (7, EASY), (8, EASY)],
)
def test_what_was_heard_is_graded_by_its_key_points(covered: int, grade: Grade) -> None:
    assert grade_of(heard(covered), None) is grade


def test_a_point_that_was_perhaps_made_counts_half() -> None:
    assert grade_of(heard(3, maybe=2), None) is GOOD
    assert grade_of(heard(3, maybe=1), None) is HARD
    assert grade_of(heard(6, maybe=1), None) is EASY


def test_where_nothing_was_made_the_question_comes_again() -> None:
    assert grade_of(heard(0, maybe=8), None) is AGAIN
    assert grade_of(heard(0, asked=1, contrary=1), None) is AGAIN


@given(st.integers(0, 7), st.sampled_from([None, *Grade]))
def test_a_wrong_point_keeps_the_grade_low_whatever_else_was_right(covered: int, own: Grade | None) -> None:
    grade = grade_of(heard(covered, contrary=1), own)
    assert grade is not None
    assert grade <= HARD


def test_as_many_wrong_as_right_comes_again() -> None:
    assert grade_of(heard(3, contrary=3), None) is AGAIN
    assert grade_of(heard(4, contrary=3), None) is HARD


def test_a_few_words_that_are_wrong_show_not_knowing() -> None:
    assert grade_of(replace(heard(0, contrary=1), enough_speech=False), None) is AGAIN


def test_a_report_from_before_there_were_verdicts_is_graded_by_what_it_covered() -> None:
    points = tuple(replace(point, verdict=None) for point in heard(6).key_points or ())
    assert grade_of(replace(heard(6), key_points=points), None) is GOOD


@pytest.mark.parametrize("badly", [rambling, too_long, lambda report: rambling(too_long(report))])
def test_bad_delivery_costs_one_step_and_never_makes_an_answer_fail(badly: object) -> None:
    assert callable(badly)
    grades = [grade_of(badly(heard(covered)), None) for covered in (0, 2, 4, 8)]
    assert grades == [AGAIN, HARD, HARD, GOOD]


def test_an_answer_a_little_over_its_target_loses_nothing() -> None:
    assert grade_of(replace(heard(8), length=Length(90.0, 20.0, Light.AMBER)), None) is EASY


@pytest.mark.parametrize(
    ("own", "covered", "grade"),
    [
        (AGAIN, 8, AGAIN),
        (HARD, 0, AGAIN),
        (HARD, 8, GOOD),
        (GOOD, 0, HARD),
        (GOOD, 4, GOOD),
        (EASY, 4, GOOD),
        (EASY, 0, HARD),
        (EASY, 8, EASY),
    ],
)
def test_the_users_rating_counts_as_much_as_what_was_heard(own: Grade, covered: int, grade: Grade) -> None:
    assert grade_of(heard(covered), own) is grade


@pytest.mark.parametrize("points", [None, ()])
def test_without_key_points_the_users_rating_stands_alone(points: tuple[KeyPointResult, ...] | None) -> None:
    report = replace(a_report(), key_points=points)
    assert grade_of(report, None) is None
    assert grade_of(report, 4) is EASY


def test_a_few_words_without_a_key_point_are_no_grade() -> None:
    for report in (heard(0), replace(heard(0), key_points=None)):
        report = replace(report, enough_speech=False)
        assert grade_of(report, None) is None
        assert grade_of(report, 3) is None


def test_a_short_answer_with_key_points_has_its_grade() -> None:
    report = replace(heard(8), enough_speech=False)
    assert grade_of(report, None) is grade_of(heard(8), None)
    assert grade_of(report, 3) is grade_of(heard(8), 3)


@given(st.integers(0, 8), st.sampled_from([None, *Grade]), st.booleans())
def test_more_key_points_never_bring_a_question_back_earlier(covered: int, own: Grade | None, badly: bool) -> None:
    told = too_long if badly else (lambda report: report)
    less, more = grade_of(told(heard(covered)), own), grade_of(told(heard(min(8, covered + 1))), own)
    assert less is not None
    assert more is not None
    assert less <= more


@pytest.mark.parametrize(
    ("tries", "grade"),
    [
        ([GOOD], GOOD),
        ([AGAIN, EASY], HARD),
        ([HARD, AGAIN], HARD),
        ([GOOD, HARD, EASY], EASY),
        ([EASY, AGAIN], EASY),
    ],
)
def test_a_second_try_lifts_by_one_step_and_takes_nothing_away(tries: list[Grade], grade: Grade) -> None:
    assert grade_of_tries(tries) is grade


def days(card: ReviewCard, since: datetime) -> int:
    assert (card.due_at - since) % DAY == timedelta(0)
    return (card.due_at - since).days


def test_the_better_the_answer_the_later_it_comes_back() -> None:
    after = [days(card_of([Review(NOON, grade)]), NOON) for grade in Grade]
    assert after[0] == 1
    assert after == sorted(after)
    assert after[3] > after[1]


def test_good_answers_space_out_and_a_bad_one_brings_the_question_back() -> None:
    reviews: list[Review] = []
    at, gaps = NOON, []
    for _ in range(5):
        reviews.append(Review(at, GOOD))
        card = card_of(reviews)
        gaps.append(days(card, at))
        at = card.due_at
    assert gaps == sorted(gaps)
    assert gaps[-1] > 10
    forgotten = card_of([*reviews, Review(at, AGAIN)])
    assert days(forgotten, at) < gaps[-1]
    assert forgotten.stability_days < card.stability_days
    assert forgotten.review_count == 6


def test_nothing_stays_away_longer_than_a_season() -> None:
    reviews = [Review(NOON + 30 * number * DAY, EASY) for number in range(8)]
    assert days(card_of(reviews), reviews[-1].at) == 90


def test_the_same_reviews_give_the_same_card_whatever_the_zone_of_their_moments() -> None:
    reviews = [Review(NOON + number * DAY, grade) for number, grade in enumerate([GOOD, HARD, EASY, GOOD])]
    abroad = [Review(one.at.astimezone(timezone(timedelta(hours=9))), one.grade) for one in reviews]
    assert card_of(reviews) == card_of(reviews) == card_of(abroad)
    with pytest.raises(ValueError, match="needs a review"):
        card_of([])


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
def test_a_day_is_the_users_own_even_when_clocks_change() -> None:
    assert local_day(date(2026, 1, 15)) == (
        datetime(2026, 1, 14, 23, tzinfo=UTC),
        datetime(2026, 1, 15, 23, tzinfo=UTC),
    )
    begin, end = local_day(date(2026, 3, 29))
    assert end - begin == timedelta(hours=23)
