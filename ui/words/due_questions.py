"""What is due today, in few words. When a question is due: `simulator.schedule`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.labels import topic_label
from question_bank.models import Question
from ui.words.times import counted

_TOPICS_NAMED: Final = 4
_DOT: Final = "\u00a0· "  # stays with what is before it where the line ends
_NOTHING: Final = "Questions you have answered come back here when it is time to try them again."


def due_count(due: Sequence[Question]) -> str:
    """ "3 questions"."""
    return counted(len(due), "question") if due else "Nothing due"


def due_topics(due: Sequence[Question]) -> str:
    """The topics that are due, those that waited longest first: "Dropout · Pooling · 3 more topics"."""
    if not due:
        return _NOTHING
    topics = list(dict.fromkeys(topic_label(question.topics[0]) for question in due if question.topics))
    named, rest = topics[:_TOPICS_NAMED], topics[_TOPICS_NAMED:]
    return _DOT.join([*named, counted(len(rest), "more topic")] if rest else named)
