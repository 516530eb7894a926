"""A job advertisement as values: the job, and what it demands. `advertisement` reads, `job_plan` asks about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from question_bank.models import Role

LONGEST_LINE: Final = 300
MOST_TECHNIQUES: Final = 30
MOST_DUTIES: Final = 20
"""Of one advertisement: more than a screen can list, or a month of interviews practise. Our own."""


class DemandSort(StrEnum):
    """What is demanded: a method, tool or language, or something that one is to do."""

    TECHNIQUE = "technique"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that an advertisement demands.

    `line` is the sentence or list entry that says so first, `times` how many do. `topics` are the bank's topics that
    practise it, none where the bank has nothing on it. `is_wanted` is false once the user has ticked it off.
    """

    name: str
    sort: DemandSort
    line: str = ""
    topics: tuple[str, ...] = ()
    times: int = 1
    is_wanted: bool = True


@dataclass(frozen=True, slots=True)
class Advertisement:
    """What was found in the text of an advertisement; the text itself is not kept.

    `title` and `company` are empty where they are not said, `role` is None where no role of the bank fits. `level` is
    that of the questions which suit the seniority, 1 to 5. `read_at` is the moment from which answers count as practice
    for it, with a zone; None for one that is only looked at.
    """

    title: str = ""
    company: str = ""
    role: Role | None = None
    level: int = 3
    demands: tuple[Demand, ...] = ()
    read_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is demanded: then it was no advertisement."""
        return not self.demands

    @property
    def wanted(self) -> tuple[Demand, ...]:
        """The demands that the user has not ticked off."""
        return tuple(demand for demand in self.demands if demand.is_wanted)

    @property
    def names(self) -> tuple[str, ...]:
        """What each demand is called, in the advertisement's order."""
        return tuple(demand.name for demand in self.demands)

    def with_wanted(self, name: str, *, is_wanted: bool) -> Advertisement:
        """The demand of this name ticked on or off."""
        changed = (replace(one, is_wanted=is_wanted) if one.name == name else one for one in self.demands)
        return replace(self, demands=tuple(changed))


NO_ADVERTISEMENT: Final = Advertisement()


def merged(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Each demand once, where it came up first, with the number of lines that name it."""
    found: dict[tuple[DemandSort, str], Demand] = {}
    for demand in demands:
        key = (demand.sort, demand.name.casefold())
        before = found.get(key)
        found[key] = demand if before is None else replace(before, times=before.times + demand.times)
    return tuple(found.values())


def limited(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """As many of each sort as are kept, the first of them."""
    left = {DemandSort.TECHNIQUE: MOST_TECHNIQUES, DemandSort.DUTY: MOST_DUTIES}
    kept: list[Demand] = []
    for demand in demands:
        if left[demand.sort]:
            left[demand.sort] -= 1
            kept.append(demand)
    return tuple(kept)
