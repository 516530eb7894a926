"""A typed answer: how much may be typed or pasted at once, and its words as those of a spoken one.

The limit is more than anybody says in an interview, and judged in seconds.
"""

from __future__ import annotations

from typing import Final

from simulator.transcript import Transcript, Word

LONGEST_TYPED: Final = 100_000
"""In characters: two hours of speech."""


def is_too_long(text: str) -> bool:
    """Whether it is more than is taken."""
    return len(text) > LONGEST_TYPED


def typed_words(text: str) -> Transcript:
    """Its words, each a second long: so they can be told apart by their place. Nobody spoke for so long."""
    words = tuple(Word(word, float(index), index + 1.0) for index, word in enumerate(text.split()))
    return Transcript(float(len(words)), words)
