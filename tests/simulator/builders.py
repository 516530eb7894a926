"""Questions and plans made up for tests of the interview."""

from __future__ import annotations

from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round
from simulator.interview.plan import SessionPlan


def a_question(
    number: int = 1, kind: Kind = Kind.SHORT, role: Role = Role.ML_ENGINEER, round_: Round = Round.MACHINE_LEARNING
) -> Question:
    return Question(
        id=f"made-up.{number}",
        pack="made-up",
        kind=kind,
        level=1,
        text=f"What is question number {number}?",
        roles=(role,),
        rounds=(round_,),
        topics=(f"topic.{number}",),
        key_points=(KeyPoint("point", "The point.", ("point",)),),
        model_answer="The point.",
        times=TARGET_TIMES[kind],
    )


def a_plan(count: int) -> SessionPlan:
    questions = tuple(a_question(number) for number in range(count))
    return SessionPlan(Role.ML_ENGINEER, Round.MACHINE_LEARNING, questions, seed=1)
