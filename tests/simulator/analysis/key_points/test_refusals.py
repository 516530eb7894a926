from __future__ import annotations

import pytest

from question_bank.models import KeyPoint
from simulator.analysis.key_points.matching import find_key_points
from tests.simulator.analysis.speaking import heard


def _is_found(text: str, cue: str, point: str = "the point") -> bool:
    (result,) = find_key_points(heard(text), (KeyPoint("p", point, (cue,)),))
    return result.covered


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Sharding I'd leave out.", "sharding"),
        ("A combiner, no, I don't remember what that was.", "combiner"),
        ("Sharding doesn't help us here.", "sharding"),
        ("The whole model, no idea.", "whole model"),
        ("I wouldn't put a message in there.", "message"),
        ("It has nothing to do with momentum.", "momentum"),
        ("I forgot what you call it, the activation.", "activation"),
    ],
)
def test_what_is_named_and_dropped_is_not_meant(text: str, cue: str) -> None:
    assert not _is_found(text, cue)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("I don't remember the formula, but momentum smooths the steps.", "momentum"),
        ("I wouldn't touch it before I have a trace.", "trace"),
        ("It is the average of many deep trees, I don't know who found it.", "deep trees"),
        ("Sharding helps. I don't know the details.", "sharding"),
    ],
)
def test_a_refusal_ends_with_its_clause(text: str, cue: str) -> None:
    assert _is_found(text, cue)


def test_a_point_about_what_not_to_do_still_needs_to_be_known() -> None:
    assert not _is_found("I don't know about copies.", "copies", point="Functions do not change the copies.")
