"""`python -m tests.benchmarks.follow_ups`: how often the ladder takes a good interviewer's step, told honestly."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from tests.benchmarks.answers.measuring import patient_judge
from tests.simulator.analysis.labelled_answers import Part
from tests.simulator.labelled_follow_ups import Verdict, agreement, verdicts

TARGET: Final = 0.90
_COLUMNS: Final = ("set", "judged by", "answers", "right step", "agreement", "target", "")


def row(name: str, judged_by: str, judged: Sequence[Verdict]) -> tuple[str, ...]:
    """One set's figures as cells."""
    share = agreement(judged)
    right = sum(verdict.is_right for verdict in judged)
    return (
        name,
        judged_by,
        str(len(judged)),
        str(right),
        f"{share:.0%}",
        f"≥ {TARGET:.0%}",
        "met" if share >= TARGET else "not met",
    )


def main() -> int:
    """Print the table, and with --errors each step that no label accepts."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.follow_ups", description=__doc__)
    parser.add_argument("--part", choices=list(Part), action="append", help="a set; else both")
    parser.add_argument("--errors", action="store_true", help="list the steps that no label accepts")
    options = parser.parse_args()
    judged = _judged([Part(part) for part in options.part or Part])
    _print_table([_COLUMNS, *(row(part.value, by, found) for (part, by), found in judged.items())])
    if options.errors:
        for (_, by), found in judged.items():
            for case, taken in ((verdict.case, verdict.taken) for verdict in found if not verdict.is_right):
                print(f"by {by}: {case.question} ({case.manner}): {taken}, accepted {', '.join(case.accept)}")
    return 0


def _judged(parts: Sequence[Part]) -> dict[tuple[Part, str], Sequence[Verdict]]:
    """Each set judged as the program does it, and by words alone, as it does where the text model is missing."""
    with patient_judge() as judge:
        by_meaning = {(part, "meaning"): verdicts(part, judge.typed) for part in parts}
    return {**by_meaning, **{(part, "words"): verdicts(part) for part in parts}}


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(_COLUMNS))]
    for cells in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
