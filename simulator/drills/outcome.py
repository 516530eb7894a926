"""What a drill says of an answer beside its report: one honest sentence and, where there is one, a comparison.

The sentences themselves are each drill's own; `simulator.kept_outcome` looks up what a drill goes by.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeComparison:
    """One measure twice, as words."""

    name: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A title, a sentence, and measures side by side under the headings of `columns`."""

    title: str
    sentence: str
    columns: tuple[str, str] = ("", "")
    rows: tuple[OutcomeComparison, ...] = ()
