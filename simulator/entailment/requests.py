"""What the program and the child that reads answers say to each other: plain data that crosses a pipe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prepare:
    """To the child: an answer will come. There is no answer to this."""


@dataclass(frozen=True, slots=True)
class Read:
    """To the child: what does the second text of each pair, which was said, say of the first, a claim?"""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WasRead:
    """From the child: (made, contrary) for each pair, both 0 to 1."""

    figures: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class NoModel:
    """From the child, in answer to Read: there is nothing to read with; `reason` is a sentence."""

    reason: str
