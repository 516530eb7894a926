"""Fits the weights by which `simulator.analysis.fillers.like` tells a filler, and writes them beside it.

`python -m tests.training.fit_like FOLDER` reads the calls of a folder laid out as `tests.benchmarks.real_speech` says
and our own sentences, prints how it fares on calls left out, and writes `like_weights.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.real_speech import folder_named
from tests.training.like_examples import call_examples, own_examples
from tests.training.logistic import (
    Example,
    Floats,
    Logistic,
    best_line,
    calibration,
    left_out_scores,
    probability,
)

CALLS: Final = "text/switchboard_dev.jsonl"
PENALTY: Final = 1.0
_WEIGHTS: Final = Path(__file__).parents[2] / "simulator/analysis/fillers/like_weights.py"
_HEAD: Final = '''"""Weights of the signs around a "like", as `tests/training/fit_like.py` writes them: nothing here is set by hand."""

from __future__ import annotations

from typing import Final

LINE: Final = {line:.2f}
"""The least probability that is counted."""

BIAS: Final = {bias:.3f}

WEIGHTS: Final = {{
{weights}
}}
'''


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is said of each "like" of the calls by a model that never saw its call, nor chose its line there."""

    is_so: Floats
    probabilities: Floats
    is_counted: NDArray[np.bool_]

    @property
    def counts(self) -> tuple[int, int, int]:
        """Found, false, missed."""
        hits = int((self.is_so * self.is_counted).sum())
        return hits, int(self.is_counted.sum()) - hits, int(self.is_so.sum()) - hits


def leave_calls_out(examples: Sequence[Example], own: Sequence[Example]) -> LeftOut:
    """Each call judged by weights, calibration and line of the others."""
    is_so = np.array([float(example.is_so) for example in examples])
    found = np.zeros(len(examples))
    is_counted = np.zeros(len(examples), dtype=bool)
    for group in sorted({example.group for example in examples}):
        others = [example for example in examples if example.group != group]
        model, line = fitted(others, own)
        here = [index for index, example in enumerate(examples) if example.group == group]
        found[here] = probability(np.array([model.score(examples[index].signs) for index in here]))
        is_counted[here] = found[here] >= line
    return LeftOut(is_so, found, is_counted)


def fitted(examples: Sequence[Example], own: Sequence[Example]) -> tuple[Logistic, float]:
    """The calibrated model of the examples, and the line from which it counts."""
    is_so = np.array([float(example.is_so) for example in examples])
    scores = left_out_scores(examples, own, PENALTY)
    slope, shift = calibration(scores, is_so)
    model = Logistic.fitted([*own, *examples], PENALTY).scaled(slope, shift)
    return model, best_line(probability(slope * scores + shift), is_so)


def main() -> None:
    """Print the table, and write the weights of all calls."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.fit_like", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=folder_named())
    folder = parser.parse_args().folder
    examples, own = call_examples(folder / CALLS), own_examples()
    left_out = leave_calls_out(examples, own)
    found, false, missed = left_out.counts
    print(f"Calls left out: {found} found, {false} false, {missed} missed")
    for least, most in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 1.01)):
        inside = (left_out.probabilities >= least) & (left_out.probabilities < most)
        print(f"  said {least:.1f} to {most:.1f}: {int(left_out.is_so[inside].sum())} of {int(inside.sum())} are fillers")
    model, line = fitted(examples, own)
    weights = "\n".join(f'    "{name}": {weight:.3f},' for name, weight in sorted(model.weights.items()))
    _WEIGHTS.write_text(_HEAD.format(line=line, bias=model.bias, weights=weights), encoding="utf-8")


if __name__ == "__main__":
    main()
