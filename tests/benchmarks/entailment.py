"""What the text model costs: the time that it adds to the judgement of an answer, and the memory of its child."""

from __future__ import annotations

import time
from statistics import median
from typing import Final

import psutil

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.utterance import Utterance
from simulator.entailment.meter import EntailmentMeter
from tests.benchmarks.table import Figure
from tests.simulator.analysis.labelled_answers import Part, labelled_answers

MOST_S: Final = 0.3
MOST_CHILD_MB: Final = 700.0

_TWO_MINUTES_WORDS: Final = 300
_TIMES: Final = 7


def measure() -> list[Figure]:
    """Answers of two minutes put together from written ones, each new to the model; the question was made ready."""
    written = " ".join(answer.said for answer in labelled_answers()[Part.DEVELOPMENT]).split()
    question = Bank.load().get(labelled_answers()[Part.DEVELOPMENT][0].question)
    meter = EntailmentMeter()
    try:
        meter.prepare(question)
        meter.measure(Utterance.typed("This waits until the model is there."), question)
        starts = range(0, _TIMES * _TWO_MINUTES_WORDS, _TWO_MINUTES_WORDS)
        taken_s = [_timed(meter, written[start : start + _TWO_MINUTES_WORDS], question) for start in starts]
        memory = psutil.Process(meter.pid).memory_full_info()
    finally:
        meter.close()
    alone = f"its own alone {memory.uss / 1e6:.0f} MB"
    return [
        Figure("Judging by meaning, beside the words (120 s, 300 words)", median(taken_s), MOST_S, "s"),
        Figure("Memory of the text model's child", memory.rss / 1e6, MOST_CHILD_MB, "MB", alone),
    ]


def _timed(meter: EntailmentMeter, words: list[str], question: Question) -> float:
    utterance = Utterance.typed(" ".join(words))
    start = time.perf_counter()
    assert meter.measure(utterance, question) is not None
    return time.perf_counter() - start
