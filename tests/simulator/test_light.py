"""The light changes after the target and after the maximum, and never goes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.models import TARGET_TIMES, Kind, TargetTimes
from simulator.light import LIGHT_SHAPES, LIGHT_WORDS, Light, light_at, seconds_over

SHORT = TARGET_TIMES[Kind.SHORT]


@pytest.mark.parametrize(
    ("kind", "elapsed_s", "light"),
    [
        (Kind.QUICK, 0, Light.GREEN),
        (Kind.QUICK, 35, Light.GREEN),
        (Kind.QUICK, 35.01, Light.AMBER),
        (Kind.QUICK, 60, Light.AMBER),
        (Kind.QUICK, 60.01, Light.RED),
        (Kind.SHORT, 120, Light.GREEN),
        (Kind.SHORT, 124, Light.AMBER),
        (Kind.SHORT, 151, Light.RED),
        (Kind.STORY, 180.5, Light.AMBER),
        (Kind.THINK_ALOUD, 300, Light.GREEN),
        (Kind.THINK_ALOUD, 3600, Light.RED),
    ],
)
def test_light_by_kind(kind: Kind, elapsed_s: float, light: Light) -> None:
    assert light_at(TARGET_TIMES[kind], elapsed_s) is light


def test_each_light_has_its_own_word_and_shape() -> None:
    assert len(set(LIGHT_WORDS.values())) == len(set(LIGHT_SHAPES.values())) == len(Light)
    assert set(LIGHT_WORDS) == set(LIGHT_SHAPES) == set(Light)


@given(
    times=st.tuples(*[st.floats(1, 1000)] * 3).map(lambda three: TargetTimes(*sorted(three))),
    moments_s=st.tuples(st.floats(0, 2000), st.floats(0, 2000)),
)
def test_the_light_never_goes_back(times: TargetTimes, moments_s: tuple[float, float]) -> None:
    order = list(Light)
    sooner, later = (order.index(light_at(times, at_s)) for at_s in sorted(moments_s))
    assert sooner <= later


@pytest.mark.parametrize(("elapsed_s", "over_s"), [(0, 0), (120, 0), (120.5, 0.5), (200, 80)])
def test_seconds_over_the_target(elapsed_s: float, over_s: float) -> None:
    assert seconds_over(SHORT, elapsed_s) == over_s
