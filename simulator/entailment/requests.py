"""What the program and the child that reads answers say to each other: plain data that crosses a pipe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prepare:
    """To the child: an answer will come. There is no answer to this."""


@dataclass(frozen=True, slots=True)
class Read:
    """To the child: what does each of `said` say of each of `claims`?"""

    claims: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WasRead:
    """From the child: for each claim a row with (made, contrary) for each window said, both 0 to 1."""

    rows: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class NoModel:
    """From the child, in answer to Read: there is nothing to read with; `reason` is a sentence."""

    reason: str
