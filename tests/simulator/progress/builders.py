"""Figures of answers, as the library hands them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from simulator.progress.figures import AnswerFigures, ProgressFigures, TopicSums
from simulator.progress.period import Period, Practice, stretches_of
from simulator.progress.progress import Progress, ProgressWish, progress_of
from simulator.store.records import AnswerId, SessionId

TODAY = date(2026, 3, 18)  # a Wednesday
NOON = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)
TOPICS = ("found.bias-variance", "dl.transformers", "ml.decision-trees")


def an_answer(number: int = 1, days_ago: float = 0.0, session: int = 0, **figures: object) -> AnswerFigures:
    """An answer of so many days ago, alone in its session unless another is given."""
    made = AnswerFigures(AnswerId(number), SessionId(session or number), NOON - timedelta(days=days_ago))
    return replace(made, **figures)  # type: ignore[arg-type]  # by name, each of its own type


def answers_with(values: Sequence[float | None], *, name: str = "words_per_minute") -> tuple[AnswerFigures, ...]:
    """An answer a day up to today, oldest first, with these values of one measure."""
    count = len(values)
    made = (an_answer(at + 1, count - 1 - at) for at in range(count))
    return tuple(replace(one, **{name: value}) for one, value in zip(made, values, strict=True))  # type: ignore[arg-type]  # likewise


def sums(topic: str, stretch: int = 0, made: int = 3, asked: int = 6, **more: int) -> TopicSums:
    """One answer with so many key points, unless more is said."""
    whole = {"answers": 1, "contrary": 0, "latest": 1} | more
    return TopicSums(topic, stretch, whole["answers"], made, asked, whole["contrary"], AnswerId(whole["latest"]))


def a_wish(period: Period = Period.FOUR_WEEKS, practice: Practice = Practice.EVERYTHING) -> ProgressWish:
    return ProgressWish(TODAY, 4, "default", period, practice)


def some_progress(count: int = 12, left_out: int = 0) -> Progress:
    """Four weeks with so many answers, one of them without fillers, a guess for every third, and three topics."""
    answers = tuple(
        an_answer(
            number + 1, 2 * (count - 1 - number), session=number // 2 + 1,
            length_s=80.0 + number, over_s=10.0 if number % 3 == 1 else 0.0, filler_sounds=number % 5,
            filler_sounds_per_minute=None if number == 2 else 7.5 - 0.4 * number, filler_words_per_minute=1.5,
            words_per_minute=172.0 - 2.5 * number, time_to_point_s=24.0 - 1.3 * number,
            guessed_s=70.0 if number % 3 == 0 else None, guessed_filler_sounds=2 if number % 3 == 0 else None,
        )
        for number in range(count)
    )  # fmt: skip
    topics = tuple(
        sums(topic, stretch, made=min(6, line * 2 + stretch), answers=2, contrary=int(not line), latest=stretch + 1)
        for line, topic in enumerate(TOPICS)
        for stretch in range(0, 4, line + 1)
    )
    days = tuple((one.at.date(), 1) for one in answers)
    wish = a_wish()
    figures = ProgressFigures(answers, False, topics if count else (), days, left_out=left_out)
    return progress_of(figures, stretches_of(wish.period, TODAY, 0), wish)
