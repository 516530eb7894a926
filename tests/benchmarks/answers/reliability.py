"""Whether a probability means what it says: of the points given 0.7, seven in ten should have been made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.benchmarks.answers.judged_points import JudgedPoint
from tests.benchmarks.table import Figure

BINS: Final = 10
MOST_ERROR: Final = 0.05  # our own: half a bin
NOT_MEASURED: Final = "No probabilities: key points were found by words alone."
_COLUMNS: Final = ("probability", "points", "mean probability", "labelled made")


@dataclass(frozen=True, slots=True)
class Bin:
    """The points whose probability lies from `least` up to a tenth more; both means are None where there are none."""

    least: float
    count: int
    mean_probability: float | None
    share_made: float | None

    @property
    def gap(self) -> float:
        """How far apart the two means are, 0 where there are none."""
        return abs((self.mean_probability or 0.0) - (self.share_made or 0.0))

    @property
    def row(self) -> tuple[str, str, str, str]:
        """The bin as cells of a table."""
        between = f"{self.least:.1f}–{self.least + 1 / BINS:.1f}"
        return between, str(self.count), _in_words(self.mean_probability), _in_words(self.share_made)


def bins_of(points: Sequence[JudgedPoint]) -> tuple[Bin, ...]:
    """Ten bins over all points with a probability that can be right or wrong."""
    rated = [
        (point.probability, point.label == "made")
        for point in points
        if point.probability is not None and point.is_answered
    ]
    return tuple(
        _bin(number, [pair for pair in rated if min(int(pair[0] * BINS), BINS - 1) == number]) for number in range(BINS)
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far probabilities are from shares, averaged over points."""
    return sum(one.count * one.gap for one in bins) / max(1, sum(one.count for one in bins))


def calibration_figures(name: str, points: Sequence[JudgedPoint]) -> Iterator[Figure]:
    """The error as a figure; none where nothing has a probability."""
    bins = bins_of(points)
    if rated := sum(one.count for one in bins):
        yield Figure(f"{name}: expected calibration error", calibration_error(bins), MOST_ERROR, "", f"{rated} points")


def reliability_table(points: Sequence[JudgedPoint]) -> str:
    """The bins as aligned columns, or a sentence where there is nothing to show."""
    bins = bins_of(points)
    if not any(one.count for one in bins):
        return NOT_MEASURED
    rows = [_COLUMNS, *(one.row for one in bins)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _bin(number: int, rated: Sequence[tuple[float, bool]]) -> Bin:
    count = len(rated)
    if not count:
        return Bin(number / BINS, 0, None, None)
    mean = sum(probability for probability, _ in rated) / count
    return Bin(number / BINS, count, mean, sum(is_made for _, is_made in rated) / count)


def _in_words(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"
