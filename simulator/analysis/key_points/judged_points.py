"""The one place that judges what an answer says of its question: key points made or begun, and red flags said.

Everybody else reads its word: the report, the advice, the follow-ups. What an answer means comes in as plain figures
(`entailment`); whatever judges meaning another way takes their place here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from question_bank.models import Question
from simulator.analysis.key_points.entailment import Entailment
from simulator.analysis.key_points.half_said import half_said
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.key_points.red_flags import find_red_flags, without_contradicted
from simulator.analysis.report import KeyPointResult, RedFlagHeard
from simulator.analysis.utterance import Utterance


@dataclass(frozen=True, slots=True)
class JudgedPoints:
    """One result for each key point, in the question's order, and the red flags that were said."""

    key_points: tuple[KeyPointResult, ...]
    red_flags: tuple[RedFlagHeard, ...]


def judge_points(utterance: Utterance, question: Question, entailment: Entailment | None = None) -> JudgedPoints:
    """What the answer says of the question's points; without `entailment` of the two, by its words alone."""
    red_flags = find_red_flags(utterance, question.red_flags, entailment)
    made = find_key_points(utterance, question.key_points, question.text, entailment)
    return JudgedPoints(_with_halves(utterance, question, without_contradicted(made, red_flags)), red_flags)


def _with_halves(
    utterance: Utterance, question: Question, results: Sequence[KeyPointResult]
) -> tuple[KeyPointResult, ...]:
    half = half_said(utterance, question.key_points, results, question.text)
    return tuple(replace(result, half_word_index=half.get(result.id)) for result in results)
