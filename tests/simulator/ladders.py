"""A ladder that is climbed at the test's will, in place of the one that listens to the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from question_bank.models import Question
from simulator.follow_ups.ladder import Limit, NextStep, Rung

WHY = "You did not say how it was measured."
END = "That was deep enough for one question: 3 of 3 answers were good."


@dataclass
class Ladder:
    """Asks `follow_ups` deeper questions about each question of the plan; remembers what it was asked."""

    follow_ups: int = 1
    climbed: list[tuple[Rung, ...]] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)

    def __call__(self, rungs: Sequence[Rung], max_depth: int = 4) -> NextStep:
        self.climbed.append(tuple(rungs))
        self.depths.append(max_depth)
        if len(rungs) <= self.follow_ups:
            return NextStep(deeper(rungs[0].question, len(rungs)), WHY, len(rungs), None)
        return NextStep(None, END, len(rungs), Limit.DEEP_ENOUGH)


def deeper(question: Question, number: int) -> Question:
    """The follow-up of that number to a question."""
    text = f"And how was that measured, for the time number {number}?"
    return replace(question, id=f"{question.id}/{number}", text=text, key_points=(), follow_ups=())


def use_ladder(monkeypatch: pytest.MonkeyPatch, follow_ups: int = 1) -> Ladder:
    """Follow-ups come as often as the test says."""
    ladder = Ladder(follow_ups)
    monkeypatch.setattr("simulator.engine.awaited_step.next_step", ladder)
    return ladder
