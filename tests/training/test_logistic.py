from __future__ import annotations

import numpy as np
import pytest

from tests.training.like_examples import own_examples
from tests.training.logistic import Example, Logistic, calibration, left_out_scores, probability


def _examples(group: str, *pairs: tuple[str, bool]) -> list[Example]:
    return [Example(frozenset({sign}), is_so, group) for sign, is_so in pairs]


def test_a_sign_that_goes_with_it_has_weight() -> None:
    model = Logistic.fitted(_examples("a", *[("yes", True), ("no", False)] * 5), penalty=0.1)
    assert model.score(frozenset({"yes"})) > 0 > model.score(frozenset({"no"}))
    assert model.score(frozenset({"never seen"})) == pytest.approx(model.bias)


def test_a_group_is_judged_by_the_others() -> None:
    contrary = _examples("contrary", *[("yes", False)] * 4)
    others = _examples("others", *[("yes", True), ("no", False)] * 4)
    assert all(left_out_scores([*contrary, *others], (), 0.1)[:4] > 0)


def test_calibrated_scores_say_what_was_observed() -> None:
    scores, is_so = np.array([4.0] * 10), np.array([1.0] * 7 + [0.0] * 3)
    slope, shift = calibration(scores, is_so)
    assert float(probability(slope * scores + shift)[0]) == pytest.approx(0.7, abs=0.01)


def test_our_own_sentences_hold_both() -> None:
    found = own_examples()
    assert min(sum(one.is_so for one in found), sum(not one.is_so for one in found)) > 150
