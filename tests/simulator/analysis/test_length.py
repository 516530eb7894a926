from __future__ import annotations

import pytest

from question_bank.models import TargetTimes
from simulator.analysis.length import measure_length
from simulator.analysis.utterance import Utterance
from simulator.transcript import Transcript


@pytest.mark.parametrize(
    ("duration_s", "light", "over_s"),
    [(20.0, "green", 0.0), (20.001, "amber", 0.001), (40.0, "amber", 20.0), (40.001, "red", 20.001)],
)
def test_lights_change_after_their_marks(duration_s: float, light: str, over_s: float) -> None:
    length = measure_length(Utterance.of(Transcript(duration_s)), TargetTimes(10, 20, 40))
    assert length.light == light
    assert length.over_s == pytest.approx(over_s)
