"""Questions about the user's own background within an interview that was planned without them. Plans in, plans out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from question_bank.draw import CLOSING_TOPIC, OPENING_TOPIC, Draw, in_order, shuffled
from question_bank.models import Question, Role, Round
from simulator.interview.plan import SessionPlan

# Our own: none where it would be the whole interview, two where three others are left.
_SHORTEST_FOR_ONE: Final = 2
_SHORTEST_FOR_TWO: Final = 5

_KEPT_TOPICS: Final = frozenset({OPENING_TOPIC, CLOSING_TOPIC})
"""How an interview begins and ends stays as it is."""


def with_own_work(plan: SessionPlan, questions: Iterable[Question], avoid: Collection[str] = ()) -> SessionPlan:
    """The plan with one or two of its questions replaced by some of `questions`, as far as they fit the round.

    As many questions as before, in the same places; ids in `avoid` only if there are no others. Drills stay as they
    are. The same plan and the same questions always give the same plan.
    """
    wanted = _how_many(plan)
    if plan.drill is not None or not wanted:
        return plan
    asked = list(plan.questions)
    known = {one.id for one in asked}
    fitting = [one for one in questions if one.id not in known and _place_for(one, plan, ()) is not None]
    pool = _in_order(fitting, plan.seed, avoid)
    taken: set[int] = set()
    for question in pool:
        place = _place_for(question, plan, taken) if len(taken) < wanted else None
        if place is not None:
            asked[place] = question
            taken.add(place)
    return replace(plan, questions=tuple(asked))


def plan_own_work(
    questions: Sequence[Question], role: Role | None, count: int, seed: int, avoid: Collection[str] = ()
) -> SessionPlan:
    """An interview of up to `count` of these questions alone, kinds and subjects spread, easy ones first."""
    draw = Draw(questions, seed)
    drawn = (draw.next(lambda _one: True, lambda one: (one.id in avoid,)) for _ in range(count))
    return SessionPlan(role, None, in_order(one for one in drawn if one is not None), seed)


def _how_many(plan: SessionPlan) -> int:
    length = len(plan.questions)
    return (length >= _SHORTEST_FOR_ONE) + (length >= _SHORTEST_FOR_TWO)


def _in_order(questions: Sequence[Question], seed: int, avoid: Collection[str]) -> list[Question]:
    """Shuffled by the seed and each id alone, no two of one subject in a row, those to avoid last."""
    mixed = shuffled(questions, seed)
    subjects: dict[str, int] = {}
    turns = {one.id: _next_turn(subjects, one) for one in mixed}
    return sorted(mixed, key=lambda one: (one.id in avoid, turns[one.id]))


def _next_turn(subjects: dict[str, int], question: Question) -> int:
    subject = question.id.rpartition(".")[0]
    subjects[subject] = subjects.get(subject, -1) + 1
    return subjects[subject]


def _place_for(question: Question, plan: SessionPlan, taken: Collection[int]) -> int | None:
    """Where the question takes the place of the one most like it; None if it fits nowhere."""
    places = [place for place in _replaceable(plan) if place not in taken and _round_at(plan, place) in question.rounds]
    if not places:
        return None
    return max(places, key=lambda place: (*_likeness(question, plan.questions[place]), place))


def _replaceable(plan: SessionPlan) -> Iterator[int]:
    return (place for place, one in enumerate(plan.questions) if _KEPT_TOPICS.isdisjoint(one.topics))


def _round_at(plan: SessionPlan, place: int) -> Round | None:
    return plan.rounds[place] if plan.rounds else plan.round


def _likeness(question: Question, other: Question) -> tuple[int, bool]:
    return len(set(question.topics) & set(other.topics)), question.kind is other.kind
