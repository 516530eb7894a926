"""Whether the bank's own model answers are told that they make their points: who denies that is believed by nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from question_bank.models import Question
from simulator.judge import Judge
from tests.benchmarks.table import Figure

LEAST_MADE: Final = 0.95


def model_answers_made(questions: Sequence[Question], judge: Judge) -> Figure:
    """The share of all key points that their own model answer makes."""
    made = sum(judge.typed(question.model_answer, question).covered_count for question in questions)
    count = sum(len(question.key_points) for question in questions)
    detail = f"{made} of {count}, {len(questions)} answers"
    return Figure(
        "Key points made by the bank's own model answers", made / count, LEAST_MADE, "", detail, is_least=True
    )
