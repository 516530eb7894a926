"""Somebody who leads a session through its moves, a second apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from simulator.drills.drill import Drill
from simulator.interview.session import Session
from tests.simulator.builders import a_plan, a_question

MOVES = (
    "question_spoken",
    "ask_again",
    "start_answer",
    "hold_silence",
    "stop_answer",
    "answer_kept",
    "answer_lost",
    "answer_again",
    "await_report",
    "follow_up",
    "next_question",
    "skip",
    "pause",
    "resume",
    "end",
)

DEEPER = a_question(99)


class Walker:
    """Makes moves a second apart."""

    def __init__(self, question_count: int, drill: Drill | None = None, *, strict: bool = False) -> None:
        self.session = Session(replace(a_plan(question_count), drill=drill, strict=strict))
        self.now = 100.0

    def make(self, *moves: str) -> Session:
        for move in moves:
            assert self.tries(move), f"{move} was refused while {self.session.stage}"
        return self.session

    def tries(self, move: str, after_s: float = 1.0) -> bool:
        self.now += after_s
        return moved(self.session, move, self.now)


def moved(session: Session, move: str, now: float) -> bool:
    """Whether a session made a move."""
    if move == "follow_up":
        return session.follow_up(DEEPER, now)
    done: Callable[[float], bool] = getattr(session, move)
    return done(now)


ANSWER = ("question_spoken", "start_answer", "stop_answer", "answer_kept")
