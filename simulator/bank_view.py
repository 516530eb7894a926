"""What of the bank one wants to see, and what of that to practise. Values only: no widgets, no library."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from question_bank.draw import Draw, in_order, shuffled
from question_bank.labels import area_label
from question_bank.models import Kind, Question, Role, Round
from simulator.question_record import QuestionRecord, Standing, standing_of

PRACTISE_AT_MOST: Final = 20
"""As many questions as an interview may have (see `simulator.settings.LIMITS`)."""
_DRAWN_FROM: Final = 200
"""Enough to spread topics over; each draw looks at every question that is left."""


@dataclass(frozen=True, slots=True)
class BankFilter:
    """Which questions to show; None and False ask for nothing. `area` is an area's name ("Foundations")."""

    role: Role | None = None
    round: Round | None = None
    area: str | None = None
    topic: str | None = None
    level: int | None = None
    kind: Kind | None = None
    standing: Standing | None = None
    only_due: bool = False
    only_starred: bool = False
    only_own: bool = False
    only_hidden: bool = False


@dataclass(frozen=True, slots=True)
class UsersView:
    """What the user has to do with the questions: how they went, and which are due, starred, hidden, one's own."""

    records: Mapping[str, QuestionRecord] = field(default_factory=dict)
    due: frozenset[str] = frozenset()
    starred: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def standing(self, question: Question) -> Standing:
        """How one stands with a question."""
        return standing_of(self.records.get(question.id))


def narrowed(questions: Sequence[Question], wanted: BankFilter, view: UsersView) -> tuple[Question, ...]:
    """The questions for which everything wanted holds, in their order; hidden ones only where they are asked for."""
    tests = _tests(wanted, view)
    return tuple(question for question in questions if all(test(question) for test in tests))


def to_practise(
    shown: Sequence[Question], chosen: Sequence[Question], usual_count: int, seed: int, avoid: Collection[str] = ()
) -> tuple[Question, ...]:
    """What “Practise these” asks: the chosen ones if there are several, else all that are shown, in their order.

    Of more than an interview may have, the usual number is drawn, spread over topics and kinds, lately asked ones last.
    """
    pool = chosen if len(chosen) > 1 else shown
    if len(pool) <= PRACTISE_AT_MOST:
        return tuple(pool)
    fresh_first = sorted(shuffled(pool, seed), key=lambda question: question.id in avoid)
    draw = Draw(fresh_first[:_DRAWN_FROM], seed)
    drawn = (draw.next(lambda _: True, lambda one: (one.id in avoid,)) for _ in range(usual_count))
    return in_order(question for question in drawn if question is not None)


def practise_count(shown: int, chosen: int, usual_count: int) -> int:
    """How many questions `to_practise` gives for so many shown and chosen."""
    pool = chosen if chosen > 1 else shown
    return pool if pool <= PRACTISE_AT_MOST else usual_count


def _tests(wanted: BankFilter, view: UsersView) -> list[Callable[[Question], bool]]:
    """Only what was asked for, since each test is made ten thousand times. Qt hands enumerations back as their text."""
    tests: list[Callable[[Question], bool]] = [
        (lambda one: one.id in view.hidden) if wanted.only_hidden else (lambda one: one.id not in view.hidden)
    ]
    tests += _tests_of_question(wanted)
    for is_wanted, ids in (
        (wanted.only_due, view.due), (wanted.only_starred, view.starred), (wanted.only_own, view.own),
    ):  # fmt: skip
        if is_wanted:
            tests.append(_among(ids))
    if wanted.standing is not None:
        tests.append(lambda one: view.standing(one) == wanted.standing)
    return tests


def _tests_of_question(wanted: BankFilter) -> list[Callable[[Question], bool]]:
    possible: tuple[tuple[object, Callable[[Question], bool]], ...] = (
        (wanted.role, lambda one: wanted.role in one.roles),
        (wanted.round, lambda one: wanted.round in one.rounds),
        (wanted.area, lambda one: any(area_label(topic) == wanted.area for topic in one.topics)),
        (wanted.topic, lambda one: wanted.topic in one.topics),
        (wanted.level, lambda one: one.level == wanted.level),
        (wanted.kind, lambda one: one.kind == wanted.kind),
    )
    return [test for value, test in possible if value is not None]


def _among(ids: frozenset[str]) -> Callable[[Question], bool]:
    return lambda one: one.id in ids
