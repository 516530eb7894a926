"""Where an interview was cut off, so that it can be gone on with: the question at which its last answer broke off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.interview.plan import SessionPlan
from simulator.store.records import AnswerRecord, SessionId

if TYPE_CHECKING:
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class LeftAt:
    """The session, its plan, the position of the question to go on at, and which try at it comes next, from 1."""

    session: SessionId
    plan: SessionPlan
    position: int
    attempt: int

    @property
    def questions_left(self) -> int:
        return len(self.plan.questions) - self.position


def left_at(store: Store, cut_off: AnswerRecord) -> LeftAt | None:
    """Where to go on after the answer that was cut off; None if its interview is over, or was none.

    At its question once more; after a follow-up, whose question was answered, at the next one. Raises a StoreError.
    """
    summary = store.session(cut_off.session_id)
    if summary.ended_at is not None or summary.is_taken_in or not summary.is_readable:
        return None
    plan, answers = store.plan(summary.id), store.answers(summary.id)
    position = cut_off.position + (1 if cut_off.rung else 0)
    if position >= len(plan.questions) or any(answer.position > cut_off.position for answer in answers):
        return None
    tries = [answer.attempt for answer in answers if answer.position == position and not answer.rung]
    return LeftAt(summary.id, plan, position, max(tries, default=0) + 1)
