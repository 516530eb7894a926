"""Fits the weights by which `simulator.analysis.fillers.like` tells a filler, and writes them beside it.

`python -m tests.training.fit_like FOLDER` reads the calls of a folder laid out as `tests.benchmarks.real_speech` says
and our own sentences, prints how it fares on calls left out, and writes `like_weights.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np

from tests.benchmarks.real_speech import folder_named
from tests.training.like_examples import call_examples, own_examples
from tests.training.logistic import (
    Example,
    Floats,
    Logistic,
    calibration,
    left_out_scores,
    probability,
)

CALLS: Final = "text/switchboard_dev.jsonl"
PENALTY: Final = 1.0
LINE: Final = 0.5
BANDS: Final = (LINE, 0.7, 1.01)
_WEIGHTS: Final = Path(__file__).parents[2] / "simulator/analysis/fillers/like_weights.py"
_HEAD: Final = '''"""Weights of the signs around a "like", as `tests/training/fit_like.py` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = {bias:.3f}

WEIGHTS: Final = {{
{weights}
}}
'''


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is said of each "like" of the calls by a model that never saw its call."""

    is_so: Floats
    probabilities: Floats

    @property
    def counts(self) -> tuple[int, int, int]:
        """Found, false, missed."""
        is_flagged = self.probabilities >= LINE
        hits = int((self.is_so * is_flagged).sum())
        return hits, int(is_flagged.sum()) - hits, int(self.is_so.sum()) - hits

    def calibration(self) -> Iterator[tuple[float, int, int]]:
        """Of what is flagged, band by band: the mean of what was said, how many are fillers, and of how many."""
        for least, most in pairwise(BANDS):
            inside = (self.probabilities >= least) & (self.probabilities < most)
            if inside.any():
                yield float(self.probabilities[inside].mean()), int(self.is_so[inside].sum()), int(inside.sum())


def leave_calls_out(examples: Sequence[Example], own: Sequence[Example]) -> LeftOut:
    """Each call judged by weights and calibration of the others."""
    is_so = np.array([float(example.is_so) for example in examples])
    found = np.zeros(len(examples))
    for group in sorted({example.group for example in examples}):
        others = [example for example in examples if example.group != group]
        model = fitted(others, own)
        here = [index for index, example in enumerate(examples) if example.group == group]
        found[here] = probability(np.array([model.score(examples[index].signs) for index in here]))
    return LeftOut(is_so, found)


def fitted(examples: Sequence[Example], own: Sequence[Example]) -> Logistic:
    """The model of the examples, its scores calibrated on calls left out among them."""
    is_so = np.array([float(example.is_so) for example in examples])
    scores = left_out_scores(examples, own, PENALTY)
    slope, shift = calibration(scores, is_so)
    return Logistic.fitted([*own, *examples], PENALTY).scaled(slope, shift)


def main() -> None:
    """Print the table, and write the weights of all calls."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.fit_like", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=folder_named())
    folder = parser.parse_args().folder
    examples, own = call_examples(folder / CALLS), own_examples()
    left_out = leave_calls_out(examples, own)
    found, false, missed = left_out.counts
    print(f"Calls left out: {found} found, {false} false, {missed} missed")
    for said, right, count in left_out.calibration():
        print(f"  said {said:.2f}: {right} of {count} are fillers")
    model = fitted(examples, own)
    weights = "\n".join(f'    "{name}": {weight:.3f},' for name, weight in sorted(model.weights.items()))
    _WEIGHTS.write_text(_HEAD.format(bias=model.bias, weights=weights), encoding="utf-8")


if __name__ == "__main__":
    main()
