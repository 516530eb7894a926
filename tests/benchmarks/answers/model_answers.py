"""Whether the bank's own model answers are told that they make their points: who denies that is believed by nobody.

The network learns from those of the training part; what it makes of the others is what a stranger's answer can expect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from question_bank.models import Question
from simulator.judge import Judge
from tests.answers.parts import Part, is_development, part_of
from tests.benchmarks.table import Figure

LEAST_MADE: Final = 0.95


def model_answers_made(questions: Sequence[Question], judge: Judge) -> list[Figure]:
    """The shares of all key points that their own model answers make, and of those said to be turned round."""
    learnt = [question for question in questions if _is_learnt_from(question)]
    other = [question for question in questions if not _is_learnt_from(question)]
    return [
        *_figures("questions never learnt from", other, judge),
        *_figures("questions learnt from", learnt, judge),
    ]


def _is_learnt_from(question: Question) -> bool:
    return part_of(question.id, question.topics) is Part.TRAINING and not is_development(question.id)


def _figures(whose: str, questions: Sequence[Question], judge: Judge) -> Iterator[Figure]:
    reports = (judge.typed(question.model_answer, question) for question in questions)
    verdicts = [point.verdict for report in reports for point in report.key_points or ()]
    made, contrary = verdicts.count("made"), verdicts.count("contrary")
    detail = f"{made} of {len(verdicts)}, {len(questions)} answers"
    yield Figure(
        f"Key points made by the model answers, {whose}",
        made / len(verdicts),
        LEAST_MADE,
        "",
        detail,
        is_least=True,
    )
    yield Figure(
        f"… and said to be turned round, {whose}", contrary / len(verdicts), 0.0, "", f"{contrary} of {len(verdicts)}"
    )
