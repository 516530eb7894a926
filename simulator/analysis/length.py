"""How long the answer was, and the light it ended on."""

from __future__ import annotations

from question_bank.models import TargetTimes
from simulator.analysis.bands import LONG_PAUSE_S
from simulator.analysis.pauses import longest_run_s
from simulator.analysis.report import Length
from simulator.analysis.utterance import Utterance
from simulator.light import light_at, seconds_over


def measure_length(utterance: Utterance, times: TargetTimes, long_pause_s: float = LONG_PAUSE_S) -> Length:
    """The length of the answer's own clock against `times`: green to the target, amber to the maximum, then red."""
    over_s, run_s = seconds_over(times, utterance.duration_s), longest_run_s(utterance, long_pause_s)
    return Length(times.target_s, round(over_s, 3), light_at(times, utterance.duration_s), run_s)
