"""How long the answer was from its first word to its last, the light it ended on, and the silence around it."""

from __future__ import annotations

from typing import Final

from question_bank.models import TargetTimes
from simulator.analysis.bands import LONG_PAUSE_S
from simulator.analysis.pauses import longest_run_s
from simulator.analysis.report import Length
from simulator.analysis.spoken_answer import answer_span
from simulator.analysis.timecode import short_seconds
from simulator.analysis.utterance import Utterance
from simulator.light import light_at, seconds_over

# Our own: what is worth a word. A moment before the first word is no thinking, and everyone takes one to press Stop.
_THOUGHT_S: Final = 1.0
_FINE_S: Final = 3.0  # one to three seconds of thought before a short reply are fine, and said to be so
_RAN_ON_S: Final = 3.0


def measure_length(utterance: Utterance, times: TargetTimes, long_pause_s: float = LONG_PAUSE_S) -> Length:
    """The length of the answer against `times`: green to the target, amber to the maximum, then red."""
    answer = answer_span(utterance)
    before_s, after_s = answer.start_s, max(0.0, utterance.duration_s - answer.end_s)
    return Length(
        times.target_s,
        round(seconds_over(times, answer.duration_s), 3),
        light_at(times, answer.duration_s),
        longest_run_s(utterance, long_pause_s),
        round(answer.duration_s, 3),
        round(before_s, 3),
        round(after_s, 3),
        _beside(before_s, after_s),
    )


def _beside(before_s: float, after_s: float) -> str:
    """One sentence on the silence around the answer; empty where there is little."""
    has_thought, ran_on = before_s >= _THOUGHT_S, after_s >= _RAN_ON_S
    thought = f"You took {short_seconds(before_s)} to think first"
    run_on = f"he recording ran on for {short_seconds(after_s)} after your last word"
    if has_thought and ran_on:
        return f"{thought}, and t{run_on}; neither counts here."
    if ran_on:
        return f"T{run_on}, which does not count here."
    fine = "is fine and " if before_s <= _FINE_S else ""
    return f"{thought}, which {fine}does not count here." if has_thought else ""
