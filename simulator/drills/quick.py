"""Quick drill: three questions that take a minute or two each, for when there is no time for an interview."""

from __future__ import annotations

from typing import Final

from question_bank.models import Kind
from simulator.drills.drill import Drill, DrillQuestions

QUICK: Final = Drill(
    id="quick",
    label="Quick drill",
    line="Three questions of a minute or two each, from any round.",
    questions=DrillQuestions(3, (Kind.QUICK, Kind.SHORT)),
    is_interview_like=True,
)
