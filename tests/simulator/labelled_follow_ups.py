"""The answers labelled with the next step, read and scored. Which step comes is decided by the code under test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.analyse import analyse_text
from simulator.analysis.report import AnswerReport
from simulator.follow_ups import general_questions as wording
from simulator.follow_ups.ladder import NextStep, Rung, as_question, next_step
from simulator.follow_ups.steps import Aim, LadderStep
from tests.simulator.analysis.labelled_answers import Part

_LABELS: Final = Path(__file__).with_name("follow_up_answers.yaml")
_GENERAL: Final = {
    "measured": wording.measured(is_plan=False),
    "metric": wording.metric(("F1", "recall")),
    "unseen": wording.unseen(is_plan=False),
}


Judging = Callable[[str, Question], AnswerReport]
"""What judges an answer as it is written, beside its question."""


class SaidAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer, and the step that was asked before it; None for the first."""

    said: str
    asked: str | None = None


class LabelledCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said so far, and the steps that are right now."""

    question: str
    manner: str
    answers: tuple[SaidAnswer, ...]
    accept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A case beside the step that was taken."""

    case: LabelledCase
    step: NextStep

    @property
    def taken(self) -> str:
        """The step in the labels' notation, which knows no difference between a point begun and one only named."""
        if self.step.aim is None:
            return f"stop:{STOPS[self.step.limit.value]}" if self.step.limit else "?"
        aim = Aim.HALF if self.step.aim is Aim.NAMED else self.step.aim
        return f"{aim.value}:{self.step.about}"

    @property
    def is_right(self) -> bool:
        return any(_agrees(self.taken, accepted) for accepted in self.case.accept)


STOPS: Final = {"thin-twice": "thin", "unknown": "unknown", "no-deeper": "no-deeper", "deep-enough": "deep"}


def _agrees(taken: str, accepted: str) -> bool:
    """Whether a step is the accepted one; "covered:a|b" accepts both, "metric" alone accepts any."""
    kind, _, about = accepted.partition(":")
    taken_kind, _, taken_about = taken.partition(":")
    return kind == taken_kind and (not about or taken_about in about.split("|"))


@cache
def labelled_cases() -> dict[Part, tuple[LabelledCase, ...]]:
    """All cases, by part."""
    return msgspec.yaml.decode(_LABELS.read_bytes(), type=dict[Part, tuple[LabelledCase, ...]])


def verdicts(part: Part, judging: Judging = analyse_text) -> Sequence[Verdict]:
    """Every case of the part, with the step that the ladder takes; unless judged otherwise, by the words alone."""
    return tuple(Verdict(case, next_step(rungs_of(case, judging))) for case in labelled_cases()[part])


def rungs_of(case: LabelledCase, judging: Judging = analyse_text) -> tuple[Rung, ...]:
    """The case as the ladder sees it."""
    first = _bank().get(case.question)
    return tuple(_rung(first, answer, number, judging) for number, answer in enumerate(case.answers))


def agreement(judged: Sequence[Verdict]) -> float:
    """The share of cases with an accepted step; 0 without cases."""
    return sum(verdict.is_right for verdict in judged) / max(1, len(judged))


def _rung(first: Question, answer: SaidAnswer, number: int, judging: Judging) -> Rung:
    question = first if answer.asked is None else as_question(first, _step(first, answer.asked), number)
    return Rung(question, judging(answer.said, question))


def _step(first: Question, notation: str) -> LadderStep:
    """The step that the notation names: one of the question's own follow-ups, or a general one."""
    when, _, about = notation.partition(":")
    if when in _GENERAL:
        return _GENERAL[when]
    text = next(asked.text for asked in first.follow_ups if (asked.when.value, asked.about) == (when, about))
    is_open = when in ("missed", "half")
    points = tuple(point for point in first.key_points if is_open and point.id == about)
    return LadderStep(Aim(when), about, text, "", points)


@cache
def _bank() -> Bank:
    return Bank.load()
