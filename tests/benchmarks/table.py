"""A measured figure beside its target, and a table of them. Nothing is measured here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("what", "measured", "target", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` may be at most `target`, or at least if `is_least`; both in `unit`. `detail` says what it is made of."""

    name: str
    value: float
    target: float
    unit: str = ""
    detail: str = ""
    is_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.target if self.is_least else self.value <= self.target

    @property
    def row(self) -> tuple[str, str, str, str]:
        """The figure as cells of a table."""
        name = f"{self.name} ({self.detail})" if self.detail else self.name
        verdict = "met" if self.is_met else "not met"
        return (
            name,
            self._in_words(self.value),
            f"{'≥' if self.is_least else '≤'} {self._in_words(self.target)}",
            verdict,
        )

    def _in_words(self, value: float) -> str:
        return f"{value:.3g} {self.unit}".rstrip() if value < 100 else f"{value:.0f} {self.unit}".rstrip()


def plain(figures: Sequence[Figure]) -> str:
    """Aligned columns, for a terminal."""
    rows = [HEADINGS, *(figure.row for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def markdown(figures: Sequence[Figure]) -> str:
    """A Markdown table."""
    rows = [HEADINGS, ("---",) * len(HEADINGS), *(figure.row for figure in figures)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
