"""What verdicts are worth beside labels: points found, points credited to who did not make them, opposites heard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tests.answers.labelled import Kind
from tests.benchmarks.answers.answer_sets import AnswerSet
from tests.benchmarks.answers.judged_points import JudgedPoint
from tests.benchmarks.table import Figure

_NOT_MADE: Final = ("contrary", "not")


@dataclass(frozen=True, slots=True)
class Score:
    """Hits, false alarms and misses, and what is made of them; a share of nothing is 0."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false + self.missed)


@dataclass(frozen=True, slots=True)
class Targets:
    """What is asked for. `precision` and `recall` are None where only F1 is."""

    f1: float
    precision: float | None
    recall: float | None
    credited: Mapping[Kind, float]


OF_THE_BANK: Final = Targets(0.82, 0.85, 0.80, {"wrong": 0.12, "jargon": 0.03, "off-topic": 0.03, "read-back": 0.03})
OF_A_USER: Final = Targets(0.78, None, None, {"wrong": 0.15, "jargon": 0.03, "off-topic": 0.03, "read-back": 0.03})
LEAST_CONTRARY_RECALL: Final = 0.65
LEAST_CONTRARY_PRECISION: Final = 0.85


def made_score(points: Sequence[JudgedPoint]) -> Score:
    """How well the points that were made were told from the others; what was only said back is counted apart."""
    told = [(point.label == "made", point.is_credited) for point in points if point.is_answered]
    return _score(told)


def contrary_score(points: Sequence[JudgedPoint]) -> Score:
    """How well statements of the opposite were told from all else."""
    told = [(point.label == "contrary", point.verdict == "contrary") for point in points if point.is_answered]
    return _score(told)


def verdict_figures(answer_set: AnswerSet, points: Sequence[JudgedPoint]) -> Iterator[Figure]:
    """All figures of one set, each under its name."""
    targets = OF_A_USER if answer_set is AnswerSet.OWN_QUESTIONS else OF_THE_BANK
    yield from _made_figures(answer_set, points, targets)
    for kind, most in targets.credited.items():
        yield _credited(answer_set, points, kind, most)
    yield from _contrary_figures(answer_set, points)


def _made_figures(answer_set: AnswerSet, points: Sequence[JudgedPoint], targets: Targets) -> Iterator[Figure]:
    answered = [point for point in points if point.is_answered]
    score, name = made_score(points), f"{answer_set}: key points"
    counted = f"{len({id(point.answer) for point in answered})} answers, {len(answered)} points"
    detail = f"{counted}; precision {score.precision:.2f}, recall {score.recall:.2f}"
    yield Figure(f"{name}, F1", score.f1, targets.f1, "", detail, is_least=True)
    if targets.precision is not None:
        yield Figure(f"{name}, precision", score.precision, targets.precision, is_least=True)
    if targets.recall is not None:
        yield Figure(f"{name}, recall", score.recall, targets.recall, is_least=True)


def _credited(answer_set: AnswerSet, points: Sequence[JudgedPoint], kind: Kind, most: float) -> Figure:
    """The share of points credited to answers of a kind that make none of them."""
    credited = [point.is_credited for point in points if point.answer.kind == kind and point.label in _NOT_MADE]
    name = "the question read back" if kind == "read-back" else f"{kind} answers"
    share, detail = sum(credited) / max(1, len(credited)), f"{sum(credited)} of {len(credited)}"
    return Figure(f"{answer_set}: points credited to {name}", share, most, "", detail)


def _contrary_figures(answer_set: AnswerSet, points: Sequence[JudgedPoint]) -> Iterator[Figure]:
    score, name = contrary_score(points), f"{answer_set}: contrary statements"
    of_all, of_heard = score.hits + score.missed, score.hits + score.false
    heard, right = f"{score.hits} of {of_all}", f"{score.hits} of {of_heard}"
    yield Figure(f"{name} heard as such", score.recall, LEAST_CONTRARY_RECALL, "", heard, is_least=True)
    yield Figure(f"{name}, precision", score.precision, LEAST_CONTRARY_PRECISION, "", right, is_least=True)


def _score(told: Sequence[tuple[bool, bool]]) -> Score:
    """From pairs of what is so and what was said to be so."""
    return Score(told.count((True, True)), told.count((False, True)), told.count((True, False)))
