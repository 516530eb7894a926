"""What an interview that was ended early has left, as an interview of its own."""

from __future__ import annotations

from dataclasses import replace

from simulator.interview.plan import SessionPlan
from simulator.interview.session import Session, Step


def left_over(session: Session) -> SessionPlan | None:
    """The questions that were neither answered nor skipped, conducted as before; None where there are none.

    A follow-up that was not answered goes with its question, and so do tries that were still to come.
    """
    here = Step(session.position, 0)
    first = session.position + (here in session.answered | session.skipped)
    plan = session.plan
    rest = plan.questions[first:]
    return replace(plan, questions=rest, rounds=plan.rounds[first:]) if rest else None
