"""Thirty seconds: quick facts, each answered within half a minute."""

from __future__ import annotations

from typing import Final

from question_bank.models import Kind, TargetTimes
from simulator.drills.drill import Drill, DrillQuestions

THIRTY_SECONDS: Final = Drill(
    id="thirty-seconds",
    label="Thirty seconds",
    line="Five quick facts, half a minute each.",
    # Half a minute is the exercise; the minimum is half of it.
    questions=DrillQuestions(5, (Kind.QUICK,), TargetTimes(15, 30, 40)),
)
