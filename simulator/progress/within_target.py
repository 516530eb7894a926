"""When an answer kept to its target, and how many did: one definition for History, Practise and Progress.

The library's view of sessions counts by the same rule in SQL; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WithinTarget:
    """`kept` of the `timed` answers ended on green; those whose length was not measured count in neither."""

    kept: int
    timed: int

    @property
    def share(self) -> float | None:
        """0 to 1; None where no answer was timed."""
        return self.kept / self.timed if self.timed else None


def is_within_target(over_s: float) -> bool:
    """Whether an answer so many seconds beyond its target kept to it: up to and including the target, as the light."""
    return over_s <= 0


def within_target_of(overs: Iterable[float | None]) -> WithinTarget:
    """The count over answers, by their seconds beyond the target; None for one that was not timed."""
    timed = [over_s for over_s in overs if over_s is not None]
    return WithinTarget(sum(map(is_within_target, timed)), len(timed))
