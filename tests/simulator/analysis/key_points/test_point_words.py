from __future__ import annotations

import pytest

from question_bank.models import KeyPoint
from simulator.analysis.key_points.cues import SpokenWords
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.key_points.point_words import places, weights_by_point
from tests.simulator.analysis.speaking import heard

QUEUE = KeyPoint("queue", "Requests wait a few milliseconds for others.", ("latency rises",))
PADDING = KeyPoint("padding", "Different lengths need padding.", ("padded",))
ASKED = "Why do servers collect several requests?"


def _is_found(text: str, point: KeyPoint = QUEUE) -> bool:
    results = find_key_points(heard(text), (QUEUE, PADDING), ASKED)
    return next(result for result in results if result.id == point.id).covered


@pytest.mark.parametrize(
    "text",
    [
        "You wait some milliseconds for the other ones, a few.",
        "There are a few milliseconds. The first ones wait.",
    ],
)
def test_a_point_is_found_by_its_own_words(text: str) -> None:
    assert _is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The requests of others.",
        "The requests are collected, and requests are requests.",
        "A few. It is quick. There are milliseconds. It is slow. They wait.",
        "I don't know whether it waits a few milliseconds.",
    ],
)
def test_little_far_apart_or_waved_away_is_not_enough(text: str) -> None:
    assert not _is_found(text)


def test_a_cue_goes_before_own_words() -> None:
    (result, _) = find_key_points(heard("They wait a few milliseconds, so latency rises."), (QUEUE, PADDING), ASKED)
    assert (result.word_index, result.word_count) == (6, 2)


def test_words_of_the_question_tell_nothing() -> None:
    assert "request" not in weights_by_point((QUEUE, PADDING), ASKED)["queue"]


def test_the_words_of_a_point_text_add_up_to_one() -> None:
    weights = weights_by_point((KeyPoint("p", "Wait a few milliseconds.", ()),))["p"]
    assert sum(weights.values()) == pytest.approx(1)


def test_nothing_said_is_nowhere() -> None:
    assert list(places(SpokenWords(heard("")), {"wait": 1.0})) == []
