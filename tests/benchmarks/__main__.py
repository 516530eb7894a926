"""`python -m tests.benchmarks`: speed and memory beside their targets, told honestly. A missed one is no error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Final

from tests.benchmarks import bank, first_paint, history, interview_memory, long_take, spoken_answer
from tests.benchmarks.table import Figure, markdown, plain

BENCHMARKS: Final[dict[str, Callable[[], list[Figure]]]] = {
    "first-paint": first_paint.measure,
    "spoken-answer": spoken_answer.measure,
    "memory": interview_memory.measure,
    "long-take": long_take.measure,
    "history": history.measure,
    "bank": bank.measure,
}


def main() -> int:
    """Run what was asked for, or everything, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of {', '.join(BENCHMARKS)}; else all")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in options.names or BENCHMARKS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures += BENCHMARKS[name]()
    print(markdown(figures) if options.markdown else plain(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
