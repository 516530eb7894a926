"""`python -m tests.benchmarks.key_points`: how well key points are found in natural spoken wording, told honestly."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from tests.benchmarks.table import Figure
from tests.simulator.analysis.labelled_answers import (
    KEPT,
    PARTS,
    AnyPart,
    Pair,
    Score,
    found,
    found_by_words,
    judged_pairs,
)

TARGET_F1: Final = 0.85
_COLUMNS: Final = ("set", "answers", "pairs", "made", "precision", "recall", "F1", "traps fallen for", "target", "")


def measure() -> list[Figure]:
    """F1 on the answers that nobody looked at while cues, rules and weights were made."""
    return [_figure(part) for part in KEPT]


def _figure(part: AnyPart) -> Figure:
    score, alone = Score.of(judged_pairs(part)), Score.of(judged_pairs(part, found_by_words))
    detail = f"precision {score.precision:.2f}, recall {score.recall:.2f}; F1 by words alone {alone.f1:.2f}"
    return Figure(f"F1 of key points, {part.value}", score.f1, TARGET_F1, "", detail, is_least=True)


def row(part: AnyPart, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """One part's figures as cells."""
    score = Score.of(pairs)
    traps = [pair for pair in pairs if pair.is_trap]
    return (
        part.value,
        str(len({id(pair.answer) for pair in pairs})),
        str(len(pairs)),
        str(score.hits + score.misses),
        f"{score.precision:.2f}",
        f"{score.recall:.2f}",
        f"{score.f1:.2f}",
        f"{sum(pair.is_found for pair in traps)} of {len(traps)}",
        f"≥ {TARGET_F1}",
        "met" if score.f1 >= TARGET_F1 else "not met",
    )


def main() -> int:
    """Print the table, with --words by words alone, and with --errors each pair that was judged wrongly."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.key_points", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="a set; else all")
    parser.add_argument("--words", action="store_true", help="without the model that reads answers")
    parser.add_argument("--errors", action="store_true", help="list the pairs judged wrongly")
    options = parser.parse_args()
    matcher = found_by_words if options.words else found
    judged = {part: judged_pairs(part, matcher) for part in PARTS if not options.part or part in options.part}
    _print_table([_COLUMNS, *(row(part, pairs) for part, pairs in judged.items())])
    if options.errors:
        for pairs in judged.values():
            _print_errors(pairs)
    return 0


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(_COLUMNS))]
    for cells in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


def _print_errors(pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        if pair.is_found != pair.is_covered:
            kind = "missed" if pair.is_covered else "trap" if pair.is_trap else "false alarm"
            print(f"{kind}: {pair.answer.question} / {pair.point.id}: {pair.point.text}")


if __name__ == "__main__":
    sys.exit(main())
