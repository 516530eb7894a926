"""Abbreviations and names, as they are said."""

from __future__ import annotations

import pytest

from simulator.voice.abbreviations import RESPELT, say_methods


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("k-NN or KNN", "k N-N or K-N-N"),
        ("ReLU, PReLU and SiLU", "relloo, P relloo and sigh loo"),
        ("C++ and C#, not C", "C plus plus and C sharp, not C"),
        ("a ROC curve, an ROI", "a rock curve, an R-O-I"),
        ("What does __init__ do?", "What does dunder init do?"),
        ("Is __bold__ a word?", "Is __bold__ a word?"),
        ("w.r.t. the NaNs", "with respect to the nan's"),
        ("MAPPING on a MAP", "MAPPING on a M-A-P"),
    ],
)
def test_terms(written: str, said: str) -> None:
    assert RESPELT.respell(say_methods(written)) == said
