"""Whether the words shown for a verdict are those that say it: statements of known place, put into one answer."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from question_bank.models import Question
from simulator.analysis.report import KeyPointResult
from simulator.judge import Judge
from tests.answers.labelled import Statements, statements
from tests.benchmarks.table import Figure

LEAST_SHOWN: Final = 0.85
_ANSWERS_EACH: Final = 3
_LEAST_POINTS: Final = 3
_SEED: Final = 3

Side = Literal["made", "contrary"]
Places = Mapping[str, tuple[int, int]]
"""The first and the last word of each point's statement, by its id."""


@dataclass(frozen=True, slots=True)
class PutTogether:
    """An answer of one statement for each point of its question, all on one side."""

    question: Question
    side: Side
    text: str
    places: Places


def proof_figures(questions: Sequence[Question], judge: Judge) -> list[Figure]:
    """For each side, the share of verdicts that is shown by words of its own statement alone."""
    chance = random.Random(_SEED)
    answers = [answer for question in questions for answer in put_together(question, chance)]
    judged = [(answer, judge.typed(answer.text, answer.question).key_points or ()) for answer in answers]
    return [_figure(side, [one for one in judged if one[0].side == side]) for side in ("made", "contrary")]


def put_together(question: Question, chance: random.Random) -> Iterator[PutTogether]:
    """A few answers of each side; none for a question of fewer than three points."""
    known = {row.point: row for row in statements() if row.question == question.id}
    sides: tuple[Side, ...] = ("made", "contrary")
    for side in sides * _ANSWERS_EACH if len(known) >= _LEAST_POINTS else ():
        yield _put_together(question, side, known, chance)


def is_shown(result: KeyPointResult, places: Places) -> bool:
    """Whether all words that are shown belong to the point's own statement."""
    first, last = places[result.id]
    at = result.word_index
    return at is not None and first <= at and at + result.word_count - 1 <= last


def _put_together(
    question: Question, side: Side, known: Mapping[str, Statements], chance: random.Random
) -> PutTogether:
    said: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    for point in chance.sample(sorted(known), len(known)):
        first = len(" ".join(said).split())
        said.append(f"{chance.choice(getattr(known[point], side)).rstrip('.?!')}.")
        places[point] = (first, len(" ".join(said).split()) - 1)
    return PutTogether(question, side, " ".join(said), places)


def _figure(side: Side, judged: Sequence[tuple[PutTogether, Sequence[KeyPointResult]]]) -> Figure:
    agreeing = [(result, answer.places) for answer, results in judged for result in results if result.verdict == side]
    shown = sum(is_shown(result, places) for result, places in agreeing)
    what = f"Proof shown for “{side}” is the sentence that says it, development questions"
    return Figure(what, shown / max(1, len(agreeing)), LEAST_SHOWN, "", f"{len(agreeing)} verdicts", is_least=True)
