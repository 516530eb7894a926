"""What was found to be said of claims, kept for a while: an answer is read while it is spoken."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from simulator.analysis.key_points.entailment import Entailment, Likelihood
from simulator.analysis.key_points.reading import Pair, Reading

MOST_PAIRS: Final = 20_000
"""Some 6 MB. An answer of ten minutes to a question with eight claims has some 1,700."""


class Remembered:
    """The figures of what was said by its text and that of the claim beside it. One thread at a time."""

    def __init__(self) -> None:
        self._known: OrderedDict[Pair, Likelihood] = OrderedDict()

    def unread(self, reading: Reading) -> tuple[Pair, ...]:
        """What must be read next that nothing is known of yet, each pair once. The rest counts as used now.

        When nothing is left, `entailment` tells all.
        """
        wanted = reading.wanted(self._known)
        for pair in wanted:
            if pair in self._known:
                self._known.move_to_end(pair)
        return tuple(pair for pair in wanted if pair not in self._known)

    def keep(self, pairs: Sequence[Pair], figures: Sequence[tuple[float, float]]) -> None:
        """(made, contrary) for each pair."""
        for pair, (made, contrary) in zip(pairs, figures, strict=True):
            self._known[pair] = Likelihood(made, contrary)

    def entailment(self, reading: Reading) -> Entailment:
        """What is known of the reading, of which nothing may be `unread`."""
        return reading.entailment(self._known)

    def forget_oldest(self, most: int = MOST_PAIRS) -> None:
        """Keep only the `most` pairs that were used last. Never done between two pieces of one reading."""
        while len(self._known) > most:
            self._known.popitem(last=False)
