"""Weights of the signs around a "like", as `tests/training/fit_like.py` fits them."""

from __future__ import annotations

from typing import Final

BIAS: Final = -0.815

WEIGHTS: Final = {
    "after a link": 1.866,
    "an amount": 1.876,
    "as said": -2.578,
    "begun again": 2.161,
    "between marks": 1.430,
    "comparing": -1.439,
    "does": 1.715,
    "filler after": 1.182,
    "first": 0.726,
    "has": 1.527,
    "is": -1.049,
    "is a clause": -0.781,
    "is a quality": 2.220,
    "is an amount": 0.433,
    "is announced": 1.405,
    "is at the end": -0.872,
    "is doing": 0.055,
    "is given": 1.147,
    "it an amount": 0.402,
    "just before": -0.058,
    "kind of": -0.220,
    "like for like": -0.356,
    "likes": -2.631,
    "mark after": 0.256,
    "mark before": -0.317,
    "opens": -0.400,
    "opens a circumstance": 0.414,
    "opens a clause": 2.134,
    "opens a comparison": -0.605,
    "opens alone": 0.482,
    "other": -0.420,
    "seems": -2.988,
    "sound after": 0.296,
    "sound before": -0.083,
    "then a clause": -0.568,
    "then a place": 0.056,
    "then nothing": -0.356,
    "then this": -1.338,
    "there is": 1.270,
    "ungoverned": 1.464,
}
