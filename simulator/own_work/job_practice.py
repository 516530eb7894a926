"""Which demands of an advertisement were practised since it was read, and which never. Counts only; no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.own_work.advertisement.demands import Advertisement, Demand
from simulator.question_record import TopicsRecord


@dataclass(frozen=True, slots=True)
class DemandPractice:
    """How often answers were given on a demand's topics, and the share of key points made in the latest of them.

    `share` is 0 to 1, None where none was measured.
    """

    demand: Demand
    times: int
    share: float | None = None

    @property
    def can_be_practised(self) -> bool:
        """Whether the bank has a topic for it at all."""
        return bool(self.demand.topics)


def practice_of(advertisement: Advertisement, records: Iterable[TopicsRecord]) -> tuple[DemandPractice, ...]:
    """For each demand, ticked off or not, what the answers on any of its topics come to."""
    known = tuple(records)
    return tuple(_practice(demand, known) for demand in advertisement.demands)


def practised(practice: Sequence[DemandPractice]) -> tuple[int, int]:
    """How many demands were practised, of how many that can be and are not ticked off: "7 of 11"."""
    counting = [one for one in practice if one.can_be_practised and one.demand.is_wanted]
    return sum(one.times > 0 for one in counting), len(counting)


def _practice(demand: Demand, records: Sequence[TopicsRecord]) -> DemandPractice:
    on_it = [one for one in records if not one.topics.isdisjoint(demand.topics)]
    measured = [one for one in on_it if one.latest is not None]
    latest = max(measured, key=lambda one: one.latest or 0, default=None)
    return DemandPractice(demand, sum(one.times for one in on_it), latest.share if latest else None)
