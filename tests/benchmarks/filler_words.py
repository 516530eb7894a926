"""Filler words told from their plain use: trap sentences of our own, and telephone calls if there is a folder of them.

`python -m tests.benchmarks.filler_words [FOLDER]`: the calls are not part of this repository. FOLDER (or the variable
VIVA_VOCE_SPEECH) holds `text/switchboard_dev.jsonl`, one utterance a line: tokens, and a tag for each (D and E mark
fillers).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from simulator.analysis.fillers.counting import find_fillers
from simulator.analysis.fillers.filler_words import filler_words
from simulator.analysis.utterance import Utterance
from tests.benchmarks.real_speech import HOW_TO_MEASURE, folder_named
from tests.benchmarks.table import Figure, plain
from tests.simulator.analysis.trap_sentences import NO_FILLER
from tests.training.fit_like import leave_calls_out
from tests.training.like_examples import call_examples, own_examples

CALLS: Final = "text/switchboard_dev.jsonl"
LEAST_F1: Final = {"like": 0.8, "you know": 0.93, "i mean": 0.93}
LEAST_PRECISION, LEAST_RECALL = 0.85, 0.6
SEEN: Final = "calls its rules were made on"
LEFT_OUT: Final = "each call left out of its own weights"
FILLER_TAGS: Final = frozenset("DE")
Row = Mapping[str, Any]


def measure() -> list[Figure]:
    """How many of the sentences that hold no filler are flagged."""
    flagged = sum(bool(find_fillers(Utterance.typed(sentence))) for sentence in NO_FILLER)
    return [Figure("Trap sentences flagged", flagged, 0, "", f"of {len(NO_FILLER)}")]


def measure_calls(folder: Path) -> list[Figure]:
    """How well each phrase is told over every place where it is said, each utterance by itself, without punctuation.

    Each figure says of which calls it is: those that its rules or weights were made on, or others.
    """
    rows = [json.loads(line) for line in (folder / CALLS).read_text(encoding="utf-8").splitlines()]
    seen = (_figure(phrase, rows, least) for phrase, least in LEAST_F1.items() if phrase != "like")
    return [*_like_figures(folder / CALLS), *seen]


def _like_figures(calls: Path) -> Iterator[Figure]:
    left_out = leave_calls_out(call_examples(calls), own_examples())
    hits, false, missed = left_out.counts
    detail = f"{LEFT_OUT}: {hits} found, {false} false, {missed} missed"
    f1 = hits / (hits + (false + missed) / 2)
    yield Figure("F1 of “like” in telephone calls", f1, LEAST_F1["like"], "", LEFT_OUT, True)
    yield Figure("“like” in telephone calls, precision", hits / (hits + false), LEAST_PRECISION, "", detail, True)
    yield Figure("“like” in telephone calls, recall", hits / (hits + missed), LEAST_RECALL, "", LEFT_OUT, True)
    for said, right, count in left_out.calibration():
        yield Figure(
            f"“like” said to fill at {said:.2f}: |said − true|",
            abs(said - right / count),
            0.1,
            "",
            f"{LEFT_OUT}: {right} of {count} do",
        )


def _figure(phrase: str, rows: Sequence[Row], least: float) -> Figure:
    judged = [pair for row in rows for pair in _judged(row, tuple(phrase.split()))]
    hits = sum(is_filler and is_found for is_filler, is_found in judged)
    false = sum(is_found and not is_filler for is_filler, is_found in judged)
    missed = sum(is_filler and not is_found for is_filler, is_found in judged)
    detail = f"{SEEN}: {hits} found, {false} false, {missed} missed of {len(judged)} said"
    return Figure(f"F1 of “{phrase}” in telephone calls", hits / (hits + (false + missed) / 2), least, "", detail, True)


def _judged(row: Row, phrase: tuple[str, ...]) -> Iterator[tuple[bool, bool]]:
    """For each time the phrase is said: whether a person tagged it as a filler, and whether we do."""
    tokens, size = tuple(row["tokens"]), len(phrase)
    found = {filler.word_index for filler in filler_words(Utterance.typed(" ".join(tokens)))}
    position = 0
    while position < len(tokens):
        if tokens[position : position + size] != phrase:
            position += 1
            continue
        yield FILLER_TAGS.issuperset(row["tags"][position : position + size]), position in found
        position += size


def main() -> int:
    """Print the table; without a folder, the sentences alone."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.filler_words", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=folder_named())
    folder = parser.parse_args().folder
    print(plain([*measure(), *(measure_calls(folder) if folder else [])]))
    if folder is None:
        print(HOW_TO_MEASURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
