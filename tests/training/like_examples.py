"""Where "like" was said and whether it filled: telephone calls with people's tags, and sentences of our own.

Of the sentences in `spoken/`, one a line, the "like" in angle brackets is meant; none is from the calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from simulator.analysis.fillers.like_signs import signs_around
from simulator.analysis.fillers.neighbours import Context
from simulator.analysis.utterance import Utterance
from tests.training.logistic import Example

OWN_WEIGHT: Final = 0.3
"""Of one of our own sentences beside one "like" of a call: they are many, and more alike than what people say."""

_OWN: Final = Path(__file__).parent / "spoken"
_FILLER_TAGS: Final = frozenset("DE")


def own_examples() -> list[Example]:
    """Our own sentences, half of them with a filler."""
    return [
        Example(signs, is_so, "own", OWN_WEIGHT)
        for name, is_so in (("fillers.txt", True), ("meant.txt", False))
        for line in (_OWN / name).read_text(encoding="utf-8").splitlines()
        for signs in _marked(line.split())
    ]


def call_examples(calls: Path) -> list[Example]:
    """Each "like" of the calls, one utterance a line (`real_speech` says how); the group is the call."""
    rows = [json.loads(line) for line in calls.read_text(encoding="utf-8").splitlines()]
    return [
        Example(signs, row["tags"][index] in _FILLER_TAGS, str(row["call"]))
        for row in rows
        for index, signs in _likes(row["tokens"])
    ]


def _marked(words: Sequence[str]) -> Iterator[frozenset[str]]:
    marked = next(index for index, word in enumerate(words) if word.startswith("<"))
    said = [word.replace("<", "").replace(">", "") for word in words]
    yield from (signs for index, signs in _likes(said) if index == marked)


def _likes(words: Sequence[str]) -> Iterator[tuple[int, frozenset[str]]]:
    context = Context(Utterance.typed_words(words))
    for position, text in enumerate(context.texts):
        if text == "like":
            yield context.kept[position], signs_around(context, position)
