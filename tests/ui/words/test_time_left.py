"""How long something will still take, as one says it."""

from __future__ import annotations

import pytest

from ui.words.time_left import time_left_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (4.0, "a few seconds left"),
        (45.0, "less than a minute left"),
        (230.0, "about 4 min left"),
        (3_600.0, "about 1 h left"),
        (5_400.0, "about 1 h 30 min left"),
    ],
)
def test_the_words(seconds: float | None, words: str) -> None:
    assert time_left_words(seconds) == words
