"""All that is measured of one set of answers, put together; and of all that is asked for, one meter and one judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from question_bank.bank import Bank
from simulator.entailment.meter import EntailmentMeter
from simulator.judge import Judge
from tests.benchmarks.answers.answer_sets import AnswerSet, answers_of, questions_of
from tests.benchmarks.answers.judged_points import JudgedPoint, judged_typed
from tests.benchmarks.answers.model_answers import model_answers_made
from tests.benchmarks.answers.proof import proof_figures
from tests.benchmarks.answers.red_flag_figures import red_flag_figures
from tests.benchmarks.answers.reliability import calibration_figures
from tests.benchmarks.answers.verdict_figures import verdict_figures
from tests.benchmarks.table import Figure

_TIMEOUT_S = 120.0


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """One set's judged points and its figures."""

    answer_set: AnswerSet
    points: tuple[JudgedPoint, ...]
    figures: tuple[Figure, ...]


@contextmanager
def patient_judge() -> Iterator[Judge]:
    """The program's own judge, who takes the time it takes on a busy machine."""
    meter = EntailmentMeter(timeout_s=_TIMEOUT_S)
    try:
        yield Judge(meter=meter)
    finally:
        meter.close()


def measured(answer_set: AnswerSet, bank: Bank, judge: Judge) -> MeasuredSet:
    """Every answer and every red flag's sentence of the set, judged."""
    points = tuple(judged_typed(answers_of(answer_set, bank), judge))
    figures = (
        *verdict_figures(answer_set, points),
        *calibration_figures(answer_set, points),
        *red_flag_figures(answer_set, bank, judge),
    )
    return MeasuredSet(answer_set, points, figures)


def measure(answer_sets: Sequence[AnswerSet] = (AnswerSet.DEVELOPMENT,)) -> list[Figure]:
    """The figures of the sets, then what becomes of the model answer of every question of the bank."""
    bank = Bank.load()
    with patient_judge() as judge:
        sets = [measured(answer_set, bank, judge) for answer_set in answer_sets]
        proof = proof_figures(questions_of(AnswerSet.DEVELOPMENT, bank), judge)
        model_answers = model_answers_made(bank.questions, judge)
    return [*(figure for one in sets for figure in one.figures), *proof, *model_answers]
