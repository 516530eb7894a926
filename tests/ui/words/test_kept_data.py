"""Sizes in the units that people know."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.kept_data import Kept, KeptKind
from ui.words.kept_data import HINTS, NAMES, byte_words, size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (1_400, "1 kB"), (999_499, "999 kB"), (12_300_000, "12 MB"), (2_340_000_000, "2.3 GB")],
)
def test_a_size_has_the_unit_that_suits_it(size: int, words: str) -> None:
    assert byte_words(size) == words


def test_nothing_is_called_nothing() -> None:
    assert size_words(Kept(KeptKind.CACHE, Path("cache"), 0, 0)) == "Nothing"
    assert size_words(Kept(KeptKind.CACHE, Path("cache"), 2_000_000, 1)) == "2 MB, 1 file"


def test_everything_has_a_name_and_a_hint() -> None:
    assert set(NAMES) == set(HINTS) == set(KeptKind)
