"""Think aloud: one open problem, every step of it spoken."""

from __future__ import annotations

from typing import Final

from question_bank.models import Kind
from simulator.drills.drill import Drill, DrillQuestions

THINK_ALOUD: Final = Drill(
    id="think-aloud",
    label="Think aloud",
    line="One open-ended problem, with every step spoken out loud.",
    questions=DrillQuestions(1, (Kind.THINK_ALOUD,)),
)
