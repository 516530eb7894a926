"""When a question should come back: a grade for each answer, and FSRS over the grades. It keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from simulator.light import Light

if TYPE_CHECKING:
    from fsrs import Scheduler

    from simulator.analysis.report import AnswerReport

# Our own, on the shares of key points that an answer made, a point that it perhaps made counting half. Half of them is
# an answer one would let pass; nearly all of them, well told, is one that needs no practice for a while.
HARD_FROM: Final = 0.25
GOOD_FROM: Final = 0.5
EASY_FROM: Final = 0.8
_MAYBE: Final = 0.5

# Our own: who prepares for an interview wants to meet every question again within a season.
_LONGEST_INTERVAL_DAYS: Final = 90


class Grade(IntEnum):
    """How well an answer went, in FSRS's four steps."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Review:
    """One graded answer; `at` is in UTC."""

    at: datetime
    grade: Grade


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """What the reviews of a question come to: when it is due, in UTC, and FSRS's two numbers.

    `stability_days`: after so many days it is remembered with a probability of 0.9; `difficulty` lies between 1 and 10.
    """

    due_at: datetime
    stability_days: float
    difficulty: float
    review_count: int


def grade_of(report: AnswerReport, own_rating: int | None) -> Grade | None:
    """The grade of an answer from what was heard and the user's own rating (1 to 4), if there is one.

    An answer too short for figures that says nothing of any key point has no grade: it shows neither knowing nor not
    knowing. Otherwise:

    - What was heard is graded by the share of key points made; where none was made, it is "again". Delivery stands
      below content: an answer that rambles or ran past its maximum loses one step, but delivery never makes a right
      answer fail, nor a thin one pass.
    - Whoever said the contrary of a key point believes something wrong, and no share of right ones, nor the user's own
      rating, lifts that above "hard"; with as many wrong as right it is "again".
    - "Again" from the user is final: the wish to see a question again needs no proof. Any other rating is averaged with
      what was heard and rounded down, since a question that comes back too early costs two minutes, and one that stays
      away too long costs an interview.
    - Where nothing was measured (no key points, no model), the user's rating stands alone.
    """
    if not (report.enough_speech or report.covered_count or report.contrary_points):
        return None
    heard = _heard(report)
    if own_rating is None or heard is None:
        return heard if own_rating is None else Grade(own_rating)
    if own_rating == Grade.AGAIN:
        return Grade.AGAIN
    return min(Grade((own_rating + heard) // 2), _best_grade(report))


def grade_of_tries(grades: Sequence[Grade]) -> Grade:
    """The one grade of several tries at a question in one sitting, in their order.

    The first tells what was remembered. A later one that is better lifts it by one step and no more: the key points
    were on the screen a moment before. A later one that is worse takes nothing away. Raises ValueError for no grades.
    """
    first, best = grades[0], max(grades)
    return Grade(first + 1) if best > first else first


def card_of(reviews: Sequence[Review]) -> ReviewCard:
    """The card after these reviews, oldest first; the same reviews give the same card. Raises ValueError for none."""
    from fsrs import Card as Memory
    from fsrs import Rating

    if not reviews:
        raise ValueError("a card needs a review")
    scheduler = _scheduler()
    memory = Memory(card_id=0, due=reviews[0].at)
    for review in reviews:
        memory, _ = scheduler.review_card(memory, Rating(review.grade), review.at.astimezone(UTC))
    assert memory.stability is not None  # noqa: S101 - it has been reviewed
    assert memory.difficulty is not None  # noqa: S101
    return ReviewCard(memory.due, memory.stability, memory.difficulty, len(reviews))


def import_scheduler() -> None:
    """Import FSRS: 40 ms, which the window's thread does not have when an answer comes."""
    import fsrs  # noqa: F401


def local_day(day: date) -> tuple[datetime, datetime]:
    """When a day of the user begins and when it ends, in UTC; 23 or 25 hours apart when clocks are changed."""
    begin, end = (datetime.combine(at, time()).astimezone(UTC) for at in (day, day + timedelta(days=1)))
    return begin, end


def _heard(report: AnswerReport) -> Grade | None:
    """The grade of what was said and how, None if no key points were looked for."""
    if not report.key_points:
        return None
    share = _share(report)
    if share < HARD_FROM or report.covered_count <= len(report.contrary_points):
        return Grade.AGAIN
    steps = Grade.HARD + (share >= GOOD_FROM) + (share >= EASY_FROM)
    return min(Grade(max(Grade.HARD, steps - _is_badly_told(report))), _best_grade(report))


def _share(report: AnswerReport) -> float:
    """The share of key points made, of those perhaps made the half."""
    points = report.key_points or ()
    return sum(point.covered + _MAYBE * point.is_maybe for point in points) / len(points)


def _best_grade(report: AnswerReport) -> Grade:
    return Grade.HARD if report.contrary_points else Grade.EASY


def _is_badly_told(report: AnswerReport) -> bool:
    is_rambling = report.rambling is not None and report.rambling.flag
    is_too_long = report.length is not None and report.length.light is Light.RED
    return is_rambling or is_too_long


def _scheduler() -> Scheduler:
    """FSRS with its published weights. Steps of minutes are for cards, not for interviews: a question comes back on
    another day. Without fuzz the same reviews always give the same day.
    """
    from fsrs import Scheduler

    return Scheduler(
        learning_steps=(), relearning_steps=(), maximum_interval=_LONGEST_INTERVAL_DAYS, enable_fuzzing=False
    )
