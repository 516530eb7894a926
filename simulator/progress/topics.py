"""How each topic went, stretch by stretch, and which are weak. The counts come from the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.question_record import WELL_FROM

if TYPE_CHECKING:
    from simulator.progress.figures import TopicSums
    from simulator.store.records import AnswerId

# Our own. One answer may be a bad day, and of two or three points each weighs too much.
MIN_ANSWERS: Final = 2
MIN_POINTS: Final = 6
CONTRARY_FROM: Final = 0.1
"""Share of the key points whose contrary was said from which a topic is weak, however many were made. Our own."""
MOST_WEAK: Final = 5


@dataclass(frozen=True, slots=True)
class TopicCount:
    """Of the key points asked for in so many answers, so many were made, and so many said the wrong way round."""

    answers: int
    made: int
    asked: int
    contrary: int
    latest: AnswerId

    @property
    def share(self) -> float:
        """Key points made, 0 to 1."""
        return self.made / self.asked

    @property
    def is_evidence(self) -> bool:
        """Whether there is enough to say anything of the topic."""
        return self.answers >= MIN_ANSWERS and self.asked >= MIN_POINTS

    @property
    def is_weak(self) -> bool:
        """Whether it needs work, as far as there is evidence."""
        return self.is_evidence and (self.share < WELL_FROM or self.contrary / self.asked >= CONTRARY_FROM)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic over all stretches; None where it was not asked about."""

    topic: str
    cells: tuple[TopicCount | None, ...]
    total: TopicCount


def topic_rows(sums: Iterable[TopicSums], stretch_count: int) -> tuple[TopicRow, ...]:
    """A row for each topic, the weakest first; those of which too little is known come last."""
    by_topic: dict[str, list[TopicSums]] = {}
    for one in sums:
        by_topic.setdefault(one.topic, []).append(one)
    rows = [_row(topic, counted, stretch_count) for topic, counted in by_topic.items()]
    return tuple(sorted(rows, key=_weakest_first))


def weak_topics(rows: Sequence[TopicRow]) -> tuple[TopicRow, ...]:
    """The topics that need work most, weakest first; few enough to practise."""
    return tuple(row for row in rows if row.total.is_weak)[:MOST_WEAK]


def _row(topic: str, counted: Sequence[TopicSums], stretch_count: int) -> TopicRow:
    cells: list[TopicCount | None] = [None] * stretch_count
    for one in counted:
        cells[one.stretch] = _count([one])
    return TopicRow(topic, tuple(cells), _count(counted))


def _count(counted: Sequence[TopicSums]) -> TopicCount:
    return TopicCount(
        answers=sum(one.answers for one in counted),
        made=sum(one.made for one in counted),
        asked=sum(one.asked for one in counted),
        contrary=sum(one.contrary for one in counted),
        latest=max(one.latest for one in counted),
    )


def _weakest_first(row: TopicRow) -> tuple[bool, float, str]:
    total = row.total
    return not total.is_evidence, (total.made - total.contrary) / total.asked, row.topic
