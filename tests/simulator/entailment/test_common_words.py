"""Which words are common, by the vocabulary of the text model."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.entailment import common_words as module
from simulator.entailment.common_words import common_words


def test_everyday_words_are_common_and_those_of_a_field_are_not() -> None:
    assert {"distribution", "variance", "model"} <= common_words()
    assert {"heteroscedasticity", "logit", "backpropagation"}.isdisjoint(common_words())


def test_without_its_list_nothing_is_known_to_be_common(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    common_words.cache_clear()
    monkeypatch.setattr(module, "VOCABULARY", tmp_path / "gone.txt")
    assert common_words() == frozenset()
    common_words.cache_clear()
