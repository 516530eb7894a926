"""How the word lists of this package are written down: words parted by spaces, phrases by slashes."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Words parted by spaces."""
    return frozenset(words.split())


def phrase_set(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases parted by slashes, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split("/") if phrase.strip())
