"""Which questions the judge of content may learn from, and which it is only ever measured on."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from enum import StrEnum
from typing import Final

KEPT_TOPICS: Final = frozenset({"cv.training-detectors", "found.bias-variance", "prog.sql"})
_FIFTHS: Final = 5
_TENTHS: Final = 10


class Part(StrEnum):
    """A question belongs to one part as a whole, with every statement and answer about it."""

    TRAINING = "training"
    UNSEEN_QUESTIONS = "unseen questions"
    UNSEEN_TOPICS = "unseen topics"


def part_of(question_id: str, topics: Collection[str]) -> Part:
    """The part of a question: three whole topics are kept, and of the other questions every fifth by its id's hash."""
    if KEPT_TOPICS.intersection(topics):
        return Part.UNSEEN_TOPICS
    return Part.UNSEEN_QUESTIONS if _digest(question_id) % _FIFTHS == 0 else Part.TRAINING


def is_development(question_id: str) -> bool:
    """Whether a question of the training part is held back to choose by: every tenth, by its id's hash."""
    return _digest(f"development {question_id}") % _TENTHS == 0


def _digest(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)
