"""What windows of answers were found to say of claims, kept for a while: an answer is read while it is spoken."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from simulator.analysis.key_points.entailment import Entailment, Reading

MOST_WINDOWS: Final = 2_000
"""Some 2 MB. An answer of ten minutes has about 200."""

Figures = tuple[float, float]
"""How likely a window makes a claim, and how likely it says the contrary, 0 to 1."""


class Remembered:
    """The figures of windows by their text and the claims they were read against. One thread at a time."""

    def __init__(self) -> None:
        self._figures: OrderedDict[tuple[tuple[str, ...], str], tuple[Figures, ...]] = OrderedDict()

    def unread(self, reading: Reading) -> tuple[str, ...]:
        """What the reading's windows say that nothing is known of yet, each text once. The rest counts as used now."""
        texts = dict.fromkeys(reading.said)
        for text in texts:
            if (reading.claims, text) in self._figures:
                self._figures.move_to_end((reading.claims, text))
        return tuple(text for text in texts if (reading.claims, text) not in self._figures)

    def keep(self, claims: tuple[str, ...], said: Sequence[str], rows: Sequence[Sequence[Figures]]) -> None:
        """One row for each claim, with the figures of each text said."""
        for text, figures in zip(said, zip(*rows, strict=True), strict=True):
            self._figures[claims, text] = figures

    def entailment(self, reading: Reading) -> Entailment:
        """What is known of the reading, of which nothing may be `unread`."""
        columns = (self._figures[reading.claims, text] for text in reading.said)
        return Entailment.of(reading, tuple(zip(*columns, strict=True)))

    def forget_oldest(self, most: int = MOST_WINDOWS) -> None:
        """Keep only the `most` windows that were used last. Never done between two pieces of one reading."""
        while len(self._figures) > most:
            self._figures.popitem(last=False)
