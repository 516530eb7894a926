"""What a recogniser makes of speech: learnt from statements that were spoken in noise and written down by one.

Whoever is judged by voice is read with its slips: "training" comes as "trading", a short word is lost, a term falls
apart. A statement means the same for the judge before and after.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from tests.answers.labelled import HeardStatement
from tests.training.pairs import Pair

_MOST_WORDS: Final = 3
_EDGES: Final = ".,;:!?\"'()"
_LIKE: Final = 0.04
_LONGER: Final = 5
_ALIKE: Final = 0.7
_MOST_ALIKE: Final = 6
_FACTOR: Final = 1.3
_DENYING: Final = re.compile(r"n't$|^(no|not|nor|none|never|neither|without|cannot)$")


@dataclass(frozen=True)
class Slips:
    """How often each word was heard as what, and which words sound as if they could be taken for one another."""

    said: Mapping[str, int]
    heard_as: Mapping[str, Counter[str]]

    @classmethod
    def of(cls, known: Iterable[HeardStatement], others: Iterable[str] = ()) -> Slips:
        """From pairs of what was said and what was heard; the words of `others` can be slipped into.

        A denial that was lost or put in is left out: with it the statement means the reverse.
        """
        said: Counter[str] = Counter()
        heard_as: dict[str, Counter[str]] = defaultdict(Counter)
        for statement in known:
            words = _words(statement.said)
            said.update(words)
            for wrong, right in _replaced(words, _words(statement.heard)):
                if not _DENYING.search(right) and not _DENYING.search(wrong):
                    heard_as[right][wrong] += 1
        for text in others:
            said.update(dict.fromkeys(_words(text), 0))
        return cls(said, heard_as)

    def heard(self, text: str, chance: random.Random) -> str:
        """`text` as a recogniser might write it."""
        return " ".join(word for said in text.split() for word in self._one(said, chance) if word)

    def _one(self, said: str, chance: random.Random) -> Iterator[str]:
        word = said.strip(_EDGES).lower()
        known = self.heard_as.get(word)
        if known and chance.random() < _FACTOR * known.total() / max(2, self.said[word]):
            yield chance.choices(list(known), list(known.values()))[0]
        elif len(word) >= _LONGER and chance.random() < _LIKE:
            yield chance.choice(self._alike(word))
        else:
            yield said

    def _alike(self, word: str) -> Sequence[str]:
        """Words with the same beginning, most alike first, or else the word itself.

        Those with the same end are passed over: "increases" and "decreases" are no slip.
        """
        if word not in self._found:
            candidates = [other for other in self._by_beginning[word[:2]] if other != word]
            rated = sorted(((SequenceMatcher(None, word, other).ratio(), other) for other in candidates), reverse=True)
            self._found[word] = [other for ratio, other in rated[:_MOST_ALIKE] if ratio >= _ALIKE] or [word]
        return self._found[word]

    @cached_property
    def _found(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def _by_beginning(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.said:
            if len(word) >= _LONGER:
                found[word[:2]].append(word)
        return found


def with_slips(pairs: Sequence[Pair], slips: Slips, share: float, chance: random.Random) -> list[Pair]:
    """This share of the pairs as a recogniser might write them, the rest as they are."""
    return [replace(pair, said=slips.heard(pair.said, chance)) if chance.random() < share else pair for pair in pairs]


def as_heard(known: Iterable[HeardStatement], claims: Mapping[tuple[str, str], str]) -> list[Pair]:
    """Each statement that was spoken, as it was written down, beside its claim."""
    return [
        Pair(claims[row.question, row.point], row.heard, row.label)
        for row in known
        if row.heard and (row.question, row.point) in claims
    ]


def _replaced(said: Sequence[str], heard: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(What was heard, the word it was heard for): one word for one to three, or for none."""
    for operation, first, last, start, end in SequenceMatcher(None, said, heard, autojunk=False).get_opcodes():
        if operation == "replace" and last - first == 1 and end - start <= _MOST_WORDS:
            yield " ".join(heard[start:end]), said[first]
        elif operation == "replace" and last - first == end - start:
            yield from zip(heard[start:end], said[first:last], strict=True)
        elif operation == "delete" and last - first == 1:
            yield "", said[first]


def _words(text: str) -> list[str]:
    return [word for word in (part.strip(_EDGES).lower() for part in text.split()) if word]
