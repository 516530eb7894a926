"""The depth ladder: after each answer, the follow-up it calls for, or a kind end. `interview.session` asks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from question_bank.models import Kind, Question, TargetTimes
from simulator.analysis.english.word_forms import parts
from simulator.analysis.report import AnswerReport
from simulator.follow_ups.answer_quality import AnswerQuality
from simulator.follow_ups.answer_summary import AnswerSummary, summary_of
from simulator.follow_ups.answers_so_far import AnswersSoFar
from simulator.follow_ups.choice import FollowUpChoice
from simulator.follow_ups.steps import Aim, LadderStep

# Our own: a follow-up asks for one thing, so it sits between a quick fact and a short reply.
FOLLOW_UP_TIMES: Final = TargetTimes(10, 45, 90)

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+")
_TELLING_SENTENCE: Final = 6
_SAME_ASKED: Final = {
    "which data": re.compile(r"\bon which data\b"),
    "how measured": re.compile(r"\bhow (?:was|did|would|do|is)\b[^.?]*\bmeasure"),
    "which measure": re.compile(
        r"\bwhich (?:metric|measure|of the numbers|number|of them mattered)\b|\bthe right measure\b"
    ),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """A question as it was asked, and what was said of the answer to it."""

    question: Question
    report: AnswerReport


class Limit(StrEnum):
    """Why a ladder ended."""

    THIN_TWICE = "thin-twice"
    """Two answers in a row said little."""

    UNKNOWN = "unknown"
    """The candidate said that they don't know."""

    NO_DEEPER = "no-deeper"
    """No question is left that leads deeper."""

    DEEP_ENOUGH = "deep-enough"
    """As many follow-ups as were wanted."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next. `question` is None when the ladder ends, and then `limit` says why.

    `why` is a sentence for the user: what in the answer called for the follow-up, or why the ladder ends here.
    `reached` counts the questions answered so far: those of which a key point was made, or where there are none, to
    which enough was said. `aim` and `about` say what the follow-up is after: a key point's id, a term or a name.
    """

    question: Question | None
    why: str
    reached: int
    limit: Limit | None
    aim: Aim | None = None
    about: str = ""


def next_step(rungs: Sequence[Rung], max_depth: int = 4) -> NextStep:
    """What to ask after the last answer, or why to stop. The first rung is the bank's question.

    `max_depth` is the number of follow-ups at most. Never raises, and never asks the same question twice.
    """
    if not rungs:
        return _end(Limit.NO_DEEPER, 0, len(rungs))
    first = rungs[0].question
    heard = [summary_of(rung.question, rung.report, first) for rung in rungs]
    reached = sum(one.standing is AnswerQuality.GOOD for one in heard)
    limit = _limit(heard, max_depth)
    step = None if limit else _first_new(FollowUpChoice(AnswersSoFar(first, heard)), rungs)
    if step is None:
        return _end(limit or Limit.NO_DEEPER, reached, len(rungs), is_honest=heard[-1].is_honest)
    return NextStep(as_question(first, step, len(rungs)), step.why, reached, None, step.aim, step.about)


def as_question(first: Question, step: LadderStep, number: int) -> Question:
    """The step as the `number`-th follow-up to `first`, from 1: one thing asked, with the key points it is after."""
    return replace(
        first,
        id=f"{first.id}/{number}",
        kind=Kind.QUICK if first.kind is Kind.QUICK else Kind.SHORT,
        level=min(5, first.level + number) if step.aim is Aim.COVERED else first.level,
        text=step.text,
        key_points=step.key_points,
        model_answer=first.model_answer if step.key_points else "",
        times=FOLLOW_UP_TIMES,
        follow_ups=(),
    )


def _limit(heard: Sequence[AnswerSummary], max_depth: int) -> Limit | None:
    if heard[-1].standing is AnswerQuality.UNKNOWN:
        return Limit.UNKNOWN
    if len(heard) > 1 and heard[-1].is_thin and heard[-2].is_thin:
        return Limit.THIN_TWICE
    return Limit.DEEP_ENOUGH if len(heard) > max_depth else None


def _first_new(choice: FollowUpChoice, rungs: Sequence[Rung]) -> LadderStep | None:
    """The best step that asks nothing asked before."""
    asked = {key for rung in rungs for key in _keys(rung.question.text)}
    return next((step for step in choice.steps() if asked.isdisjoint(_keys_of(step))), None)


def _keys_of(step: LadderStep) -> set[tuple[str, ...]]:
    """What a step must not have in common with any question before; a probe of other words is another question."""
    return {_plain(step.text)} if step.aim is Aim.CONTRARY else _keys(step.text)


def _keys(text: str) -> set[tuple[str, ...]]:
    """What makes a question the same as another: all its words, those of a long last sentence, or its sense."""
    sentences = [sentence for sentence in _SENTENCE_END.split(text.strip()) if sentence]
    last = _plain(sentences[-1]) if sentences else ()
    meant = {(name,) for name, wording in _SAME_ASKED.items() if wording.search(text.lower())}
    return {_plain(text)} | meant | ({last} if len(last) >= _TELLING_SENTENCE else set())


def _plain(text: str) -> tuple[str, ...]:
    return tuple(part for word in text.split() for part in parts(word))


_ENDS: Final = {
    Limit.THIN_TWICE: "Two answers in a row did not reach the point, so this is a good place to stop",
    Limit.UNKNOWN: "You said plainly that you don't know, which is better than guessing, so the follow-ups end here",
    Limit.NO_DEEPER: "There is nothing deeper to ask here",
    Limit.DEEP_ENOUGH: "That was deep enough for one question",
}
_HONEST_END: Final = (
    "You said what you don't know and how you would find out, which is exactly right, so the follow-ups end here"
)


def _end(limit: Limit, reached: int, asked: int, *, is_honest: bool = False) -> NextStep:
    end = _HONEST_END if limit is Limit.UNKNOWN and is_honest else _ENDS[limit]
    return NextStep(None, f"{end}: {_reached(reached, asked)}.", reached, limit)


def _reached(reached: int, asked: int) -> str:
    if not reached:
        return "the first question is the one to practise"
    return f"{reached} of {asked} answers {'was' if reached == 1 else 'were'} good"
