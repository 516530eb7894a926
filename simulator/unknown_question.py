"""What stands in for a question where a recording was found and nobody knows any more what was asked."""

from __future__ import annotations

from typing import Final

from question_bank.models import TARGET_TIMES, Kind, Question

# Of all kinds, this one gives an answer most time.
UNKNOWN_QUESTION: Final = Question(
    id="unknown",
    pack="",
    kind=Kind.THINK_ALOUD,
    level=1,
    text="A recovered recording; its question is not known.",
    roles=(),
    rounds=(),
    topics=(),
    key_points=(),
    model_answer="",
    times=TARGET_TIMES[Kind.THINK_ALOUD],
)
