"""Word lists are written so that they can be found in answers: in lower case, and no phrase without a word."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from simulator.analysis import english
from simulator.analysis.english.word_lists import phrase_set, word_set

LISTS = [
    (f"{module.name}.{name}", value)
    for module in iter_modules(english.__path__)
    for name, value in vars(import_module(f"{english.__name__}.{module.name}")).items()
    if name.isupper() and isinstance(value, (frozenset, tuple))
]


def test_words_are_parted_by_spaces_and_phrases_by_slashes() -> None:
    assert word_set("so and\n  but") == {"so", "and", "but"}
    assert phrase_set("you know / i mean /") == (("you", "know"), ("i", "mean"))


@pytest.mark.parametrize(("name", "value"), LISTS, ids=[name for name, _ in LISTS])
def test_a_list_holds_words_in_lower_case(name: str, value: frozenset[str] | tuple[tuple[str, ...], ...]) -> None:
    assert value
    for entry in value:
        words = (entry,) if isinstance(entry, str) else entry
        assert words
        assert all(word and word == word.lower() for word in words)
