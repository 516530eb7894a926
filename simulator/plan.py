"""Which questions an interview will ask, settled before it begins. Choosing among them is the bank's."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from question_bank.models import Kind, Question, Role, Round
from simulator.drill import Drill
from simulator.errors import NoQuestions

if TYPE_CHECKING:
    from question_bank.bank import Bank

QUICK_DRILL_COUNT: Final = 3

_DRILL_KINDS: Final = (Kind.QUICK, Kind.SHORT)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """An interview to come. `round` is None for a drill or a loop across rounds, `role` is None for any role.

    `strict`: answers are stopped at their maximum, after a warning. The same `seed` gives the same questions again.
    `drill` names the exercise if it is one. `rounds` holds the round of each question in a loop, else nothing.
    """

    role: Role | None
    round: Round | None
    questions: tuple[Question, ...]
    seed: int
    strict: bool = False
    drill: Drill | None = None
    rounds: tuple[Round, ...] = ()


def plan_session(
    bank: Bank,
    role: Role | None,
    round: Round | None,  # noqa: A002 - the field's own word
    count: int,
    seed: int,
    avoid: Collection[str] = (),
    *,
    strict: bool = False,
) -> SessionPlan:
    """An interview of up to `count` questions, those in `avoid` (ids, lately asked) only if there are no others.

    Raises NoQuestions when none fits.
    """
    questions = bank.choose(role, round, count, seed, avoid)
    return SessionPlan(role, round, _some(questions), seed, strict)


def plan_quick_drill(bank: Bank, role: Role | None, seed: int, avoid: Collection[str] = ()) -> SessionPlan:
    """Three questions from any round that take a minute or two each. Raises NoQuestions when none fits."""
    questions = bank.choose(role, None, QUICK_DRILL_COUNT, seed, avoid, kinds=_DRILL_KINDS)
    return SessionPlan(role, None, _some(questions), seed, drill=Drill.QUICK)


def expected_minutes(plan: SessionPlan) -> int:
    """Whole minutes that the answers take if each meets its target time, rounded up."""
    return math.ceil(sum(question.times.target_s for question in plan.questions) / 60)


def _some(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    if not questions:
        raise NoQuestions("No question fits this role and round. Choose another round, or add a pack under Questions.")
    return questions
