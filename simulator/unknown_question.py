"""What stands in for a question where nobody knows any more what was asked."""

from __future__ import annotations

from dataclasses import replace
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
"""That of a recording that was found without an answer."""
UNREADABLE_QUESTION: Final = replace(UNKNOWN_QUESTION, id="unreadable", text="This answer cannot be read.")
"""That of an answer whose question the library can no longer give."""


def is_known(question: Question) -> bool:
    """Whether it is a question that was asked, and can be asked again."""
    return question.id not in (UNKNOWN_QUESTION.id, UNREADABLE_QUESTION.id)
