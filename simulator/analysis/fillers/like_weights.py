"""Weights of the signs around a "like", as `tests/training/fit_like.py` writes them: nothing here is set by hand."""

from __future__ import annotations

from typing import Final

LINE: Final = 0.53
"""The least probability that is counted."""

BIAS: Final = -0.881

WEIGHTS: Final = {
    "after a link": 1.911,
    "an amount": 1.882,
    "as said": -2.549,
    "begun again": 2.220,
    "between marks": 1.455,
    "comparing": -1.399,
    "does": 1.783,
    "filler after": 1.199,
    "first": 0.779,
    "has": 1.589,
    "is": -0.974,
    "is a clause": -0.822,
    "is a quality": 2.293,
    "is an amount": 0.464,
    "is announced": 0.739,
    "is at the end": -0.835,
    "is doing": 0.103,
    "is given": 0.610,
    "it an amount": 0.417,
    "just before": -0.035,
    "kind of": -0.156,
    "like for like": -0.341,
    "likes": -2.567,
    "mark after": 0.266,
    "mark before": -0.316,
    "opens": -0.349,
    "opens a circumstance": 0.461,
    "opens a clause": 2.184,
    "opens a comparison": -0.597,
    "opens alone": 0.517,
    "other": -0.339,
    "seems": -2.930,
    "sound after": 0.324,
    "sound before": -0.066,
    "then a clause": -0.517,
    "then a place": 0.118,
    "then nothing": -0.341,
    "then this": -1.293,
    "there is": 1.318,
    "ungoverned": 1.530,
}
