"""Whether the confidence of a filler sound means what it says: of flags at 0.9, nine in ten should be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any, Final

from tests.benchmarks.table import Figure

BANDS: Final = (0.0, 0.7, 0.85, 0.95, 1.01)
MOST_OFF: Final = 0.1
UNVERIFIED: Final = "unverified"
"""In the name of a set whose texts no person has checked: nothing can be said of it."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Flag:
    """A filler sound that was counted, and whether the reference has one there; `clip` is the recording's id."""

    clip: str
    source: str
    confidence: float
    is_true: bool


def flags(judge: ModuleType, row: Row, result: Row) -> Iterator[Flag]:
    """Each filler sound of a result, aligned with the reference as the folder's own judge aligns them."""
    stream = sorted(_stream(judge, result), key=lambda heard: heard[1])
    said = judge.tokens(row["text"])
    for i, j in judge.align(said, [token for token, _, _ in stream]):
        filler = stream[j][2] if j is not None else None
        if filler is not None:
            is_true = i is not None and said[i] in judge.FILLERS
            yield Flag(row["id"], filler["source"], filler["confidence"], is_true)


def _stream(judge: ModuleType, result: Row) -> Iterator[tuple[str, float, Row | None]]:
    for word in result["transcript"]["words"]:
        for token in judge.tokens(word["text"]):
            if token not in judge.FILLERS:
                yield token, word["start_s"], None
    for filler in result["fillers"]:
        if filler["kind"] == "sound":
            for token in judge.tokens(filler["text"])[:1] or ["uh"]:
                yield token, filler["start_s"], filler


def confidence_figures(judge: ModuleType, results: Mapping[str, Iterable[tuple[Row, Row]]]) -> Iterator[Figure]:
    """How far what is said lies from what is so, band by band, over all recordings that people have checked."""
    checked = [pairs for name, pairs in results.items() if UNVERIFIED not in name]
    found = [flag for pairs in checked for row, result in pairs for flag in flags(judge, row, result)]
    for least, most in pairwise(BANDS):
        inside = [flag for flag in found if least <= flag.confidence < most]
        if inside:
            said = sum(flag.confidence for flag in inside) / len(inside)
            right = sum(flag.is_true for flag in inside)
            detail = f"recordings it was tuned on: {right} of {len(inside)} are"
            yield Figure(
                f"Filler sounds said at {said:.2f}: |said − true|",
                abs(said - right / len(inside)),
                MOST_OFF,
                "",
                detail,
            )
