"""Finding phrases among words. The phrases stand in the lists of this package: `claims`, `straying` and the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: indexes into the sequence searched, `end` not included."""

    phrase: Phrase
    start: int
    end: int


def hits(texts: Sequence[str], phrases: Iterable[Phrase]) -> Iterator[Hit]:
    """Every place where a phrase stands word for word, in order; of several at one place the longest."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        by_first.setdefault(phrase[0], []).append(phrase)
    end = 0
    for start, text in enumerate(texts):
        if start < end:
            continue
        for phrase in by_first.get(text, ()):
            if tuple(texts[start : start + len(phrase)]) == phrase:
                end = start + len(phrase)
                yield Hit(phrase, start, end)
                break


def count(texts: Sequence[str], phrases: Iterable[Phrase]) -> int:
    """How many times any of the phrases stands there."""
    return sum(1 for _ in hits(texts, phrases))


def first(texts: Sequence[str], phrases: Iterable[Phrase]) -> Hit | None:
    """The first place where any of the phrases stands."""
    return next(hits(texts, phrases), None)
