"""How long the answer was, and the light it ended on."""

from __future__ import annotations

from question_bank.models import TargetTimes
from simulator.analysis.bands import LONG_PAUSE_S
from simulator.analysis.pauses import longest_run_s
from simulator.analysis.report import Length, LightName
from simulator.analysis.utterance import Utterance


def measure_length(utterance: Utterance, times: TargetTimes, long_pause_s: float = LONG_PAUSE_S) -> Length:
    """The length of the answer's own clock against `times`: green to the target, amber to the maximum, then red."""
    over_s = max(0.0, utterance.duration_s - times.target_s)
    light, run_s = _light(utterance.duration_s, times), longest_run_s(utterance, long_pause_s)
    return Length(times.target_s, round(over_s, 3), light, run_s)


def _light(duration_s: float, times: TargetTimes) -> LightName:
    if duration_s <= times.target_s:
        return "green"
    return "amber" if duration_s <= times.max_s else "red"
