"""Drawing questions one by one, each rounding off those before. What is wanted of them: `simulator.interview.plan`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from question_bank.models import Kind, Question

OPENING_TOPIC: Final = "you.background"
CLOSING_TOPIC: Final = "you.questions-for-us"

Preference = tuple[int, ...]


def is_candidates_turn(question: Question) -> bool:
    """Whether the candidate is to ask, not to answer."""
    return CLOSING_TOPIC in question.topics


class Draw:
    """Questions to draw from; none comes twice. The same pool, seed and wishes give the same questions."""

    def __init__(self, pool: Iterable[Question], seed: int) -> None:
        self._left = shuffled(pool, seed)
        self._kinds: Counter[Kind] = Counter()
        self._topics: Counter[str] = Counter()

    def next(self, fits: Callable[[Question], bool], prefer: Callable[[Question], Preference]) -> Question | None:
        """The best of those that fit, None if none does.

        What `prefer` gives the smallest value comes first; among equals topics and kinds are spread.
        """
        fitting = self.fitting(fits)
        if not fitting:
            return None
        # The square root lets the kind a round is full of prevail without crowding out the others.
        share = {kind: math.sqrt(number) for kind, number in Counter(question.kind for question in fitting).items()}
        return self._take(min(fitting, key=lambda question: (prefer(question), *self._cost(question, share))))

    def fitting(self, fits: Callable[[Question], bool]) -> list[Question]:
        """Those that fit and have not been drawn yet."""
        return [question for question in self._left if fits(question)]

    def _cost(self, question: Question, share: dict[Kind, float]) -> tuple[int, float]:
        """Smaller is better: fresh topics, then a kind that is due; ties by the shuffle."""
        overlap = sum(self._topics[topic] for topic in question.topics)
        return overlap, (self._kinds[question.kind] + 1) / share[question.kind]

    def _take(self, question: Question) -> Question:
        self._left.remove(question)
        self._kinds[question.kind] += 1
        self._topics.update(question.topics)
        return question


def in_order(questions: Iterable[Question]) -> tuple[Question, ...]:
    """As an interview asks them: introduction, easy, hard, and at the end "what would you like to ask us"."""
    return tuple(sorted(questions, key=_place_in_interview))


def shuffled(questions: Iterable[Question], seed: int) -> list[Question]:
    """An order that depends on the seed and each id alone, so a new question does not reshuffle the others."""
    import hashlib  # it loads a library of its own, which no window needs before it is painted

    return sorted(questions, key=lambda question: hashlib.sha256(f"{seed}:{question.id}".encode()).digest())


def _place_in_interview(question: Question) -> tuple[bool, bool, int]:
    return CLOSING_TOPIC in question.topics, OPENING_TOPIC not in question.topics, question.level
