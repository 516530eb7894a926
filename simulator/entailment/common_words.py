"""The words that the text model knows whole: some 20,000 that are common in English. Others it spells from pieces."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

VOCABULARY: Final = Path(__file__).with_name("vocabulary.txt")


@cache
def common_words() -> frozenset[str]:
    """In lower case; empty where the list cannot be read, which the text model tells of itself."""
    try:
        return frozenset(VOCABULARY.read_text("utf-8").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()
