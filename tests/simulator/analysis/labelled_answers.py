"""The answers labelled by key point, read and scored. What counts as made is decided by the code under test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from question_bank.bank import Bank
from question_bank.models import KeyPoint, Question
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.utterance import Utterance
from simulator.entailment.meter import EntailmentMeter

_LABELS: Final = Path(__file__).with_name("key_point_answers.yaml")
_FRESH_LABELS: Final = Path(__file__).with_name("key_point_answers_fresh.yaml")
_THIRD_LABELS: Final = Path(__file__).with_name("key_point_answers_third.yaml")


class Part(StrEnum):
    """Which of the two sets an answer belongs to; only the first may be looked at while cues and rules are chosen."""

    DEVELOPMENT = "development"
    HELD_OUT = "held-out"


class FreshPart(StrEnum):
    """The halves of the second round, written after the matcher had been fitted to the first one."""

    LEARNT = "fresh-learnt"
    KEPT = "fresh-kept"


class ThirdPart(StrEnum):
    """The halves of the third round, written by somebody who had not seen the matcher or its cues."""

    LEARNT = "third-learnt"
    KEPT = "third-kept"


AnyPart = Part | FreshPart | ThirdPart
PARTS: Final[tuple[AnyPart, ...]] = (*Part, *FreshPart, *ThirdPart)
KEPT: Final[tuple[AnyPart, ...]] = (Part.HELD_OUT, FreshPart.KEPT, ThirdPart.KEPT)
"""The parts of which only figures may be looked at."""


class LabelledAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One spoken answer; `traps` are points not made although words near them are said."""

    question: str
    manner: str
    said: str
    covered: frozenset[str]
    traps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """One key point of one answer: what a person says of it, and what the matcher says."""

    answer: LabelledAnswer
    point: KeyPoint
    is_found: bool

    @property
    def is_covered(self) -> bool:
        return self.point.id in self.answer.covered

    @property
    def is_trap(self) -> bool:
        return self.point.id in self.answer.traps


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over pairs. Precision, recall and F1 are zero where there is nothing to divide by."""

    hits: int
    false_alarms: int
    misses: int

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Score:
        pairs = tuple(pairs)
        return cls(
            sum(pair.is_covered and pair.is_found for pair in pairs),
            sum(pair.is_found and not pair.is_covered for pair in pairs),
            sum(pair.is_covered and not pair.is_found for pair in pairs),
        )

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.false_alarms)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.misses)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.false_alarms + self.misses)


Matcher = Callable[[str, Question], frozenset[str]]


def found(said: str, question: Question) -> frozenset[str]:
    """The ids of the key points that the program finds in the answer, by its words and their meaning."""
    utterance = Utterance.typed(said)
    entailment = _meter().measure(utterance, question)
    assert entailment is not None, "the model that reads answers is missing"
    results = find_key_points(utterance, question.key_points, question.text, entailment)
    return frozenset(result.id for result in results if result.covered)


def found_by_words(said: str, question: Question) -> frozenset[str]:
    """Likewise where there is no model that reads."""
    results = find_key_points(Utterance.typed(said), question.key_points, question.text)
    return frozenset(result.id for result in results if result.covered)


@cache
def _meter() -> EntailmentMeter:
    """One for the whole run: its child leaves with this process."""
    return EntailmentMeter(timeout_s=120)


@cache
def labelled_answers() -> dict[AnyPart, tuple[LabelledAnswer, ...]]:
    """All answers, by part."""
    return {
        **msgspec.yaml.decode(_LABELS.read_bytes(), type=dict[Part, tuple[LabelledAnswer, ...]]),
        **msgspec.yaml.decode(_FRESH_LABELS.read_bytes(), type=dict[FreshPart, tuple[LabelledAnswer, ...]]),
        **msgspec.yaml.decode(_THIRD_LABELS.read_bytes(), type=dict[ThirdPart, tuple[LabelledAnswer, ...]]),
    }


def judged_pairs(part: AnyPart, matcher: Matcher = found) -> Sequence[Pair]:
    """Every key point of every answer of the part, judged by the matcher."""
    bank = _built_in_bank()
    return tuple(
        Pair(answer, point, point.id in found)
        for answer in labelled_answers()[part]
        for question in [bank.get(answer.question)]
        for found in [matcher(answer.said, question)]
        for point in question.key_points
    )


@cache
def _built_in_bank() -> Bank:
    return Bank.load()
