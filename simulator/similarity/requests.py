"""What the program and the child that measures similarity say to each other: plain data that crosses a pipe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prepare:
    """To the child: these texts will be asked about. There is no answer."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """To the child: how near is each of `said` to each of `texts`?"""

    texts: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """From the child: for each of the texts a row with one cosine for each stretch said."""

    cosines: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class NoModel:
    """From the child, in answer to Compare: there is nothing to measure with; `reason` is a sentence."""

    reason: str
