from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.intelligibility import why_not_understood
from simulator.transcript import Transcript
from tests.simulator.analysis.speaking import spoken


def _heard_with(*probabilities: float | None) -> Transcript:
    heard = spoken("so many people spoke at once")
    cycle = [probabilities[index % len(probabilities)] for index in range(len(heard.words))]
    return replace(heard, words=tuple(replace(w, probability=p) for w, p in zip(heard.words, cycle, strict=True)))


def test_words_that_the_engine_itself_doubts_are_no_basis() -> None:
    assert "34% sure" in why_not_understood(_heard_with(0.2, 0.48))


@pytest.mark.parametrize("probabilities", [(0.95, 0.57), (0.99, 0.99, 0.2), (None,)])
def test_words_in_noise_and_words_without_a_rating_are_one(probabilities: tuple[float | None, ...]) -> None:
    assert not why_not_understood(_heard_with(*probabilities))


def test_without_words_there_is_nothing_to_understand() -> None:
    assert not why_not_understood(Transcript(10.0))
