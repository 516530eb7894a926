"""What progress is made of, as the library hands it out: figures of answers, never their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.store.records import AnswerId, SessionId


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The measures of one saved answer; None where it was not measured. Rates are a minute, lengths in seconds.

    `over_s`: seconds beyond the target, 0 within it. `guessed_…`: what the candidate expected before seeing the report.
    """

    answer: AnswerId
    session: SessionId
    at: datetime
    length_s: float | None = None
    over_s: float | None = None
    filler_sounds: int | None = None
    filler_sounds_per_minute: float | None = None
    filler_words_per_minute: float | None = None
    words_per_minute: float | None = None
    time_to_point_s: float | None = None
    guessed_s: float | None = None
    guessed_filler_sounds: int | None = None


@dataclass(frozen=True, slots=True)
class TopicSums:
    """What became of the key points of one topic in one stretch of time: so many `made` of those `asked` for in so many
    `answers`, and of so many the `contrary` was said. `stretch` is its number among the stretches looked at, `latest`
    the last of the answers.
    """

    topic: str
    stretch: int
    answers: int
    made: int
    asked: int
    contrary: int
    latest: AnswerId


@dataclass(frozen=True, slots=True)
class ProgressFigures:
    """All that is read of the library at once; no more of it after 100,000 answers than after some thousands.

    `answers` are the newest, oldest first, whenever they were given; `has_more`: there are older ones. `days` are the
    days of the calendar on which anything was answered, with how many answers; `earliest` is the day of the first
    answer ever. `left_out` answers of the period were judged otherwise than answers are judged now.
    """

    answers: tuple[AnswerFigures, ...] = ()
    has_more: bool = False
    topics: tuple[TopicSums, ...] = ()
    days: tuple[tuple[date, int], ...] = ()
    earliest: date | None = None
    left_out: int = 0
