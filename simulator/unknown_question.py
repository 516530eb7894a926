"""What stands in for a question where nobody knows any more what was asked, or nobody has said."""

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


_NEVER_ASKED: Final = "unknown."


def unasked_question(key: str, title: str, kind: Kind) -> Question:
    """That of a recording made elsewhere to which the user gave no question: measured as an answer of `kind`.

    `key` tells it from every other, so that no two are taken for attempts at the same; `title` is shown in its place.
    """
    return replace(UNKNOWN_QUESTION, id=f"{_NEVER_ASKED}{key}", text=title, kind=kind, times=TARGET_TIMES[kind])


def was_asked(question: Question) -> bool:
    """Whether `question` is one that an answer can be held against: of all others, nothing rests on the words."""
    return question.id != UNKNOWN_QUESTION.id and not question.id.startswith(_NEVER_ASKED)


def is_known(question: Question) -> bool:
    """Whether it is a question that was asked, and can be asked again."""
    return was_asked(question) and question.id != UNREADABLE_QUESTION.id
