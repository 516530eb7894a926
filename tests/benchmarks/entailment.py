"""What reading answers costs: what is left of it after Stop, how busy it is while one speaks, its child's memory."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
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
MOST_BUSY: Final = 0.25
MOST_CHILD_MB: Final = 300.0

_ANSWER_S: Final = 120.0
_WORDS: Final = 300
_CHUNK_WORDS: Final = 20
"""What settles at once: at most 8 s, spoken at 150 words per minute."""

_TIMES: Final = 7


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds that one answer took: while it was spoken, after Stop, and another one like it all at once."""

    meanwhile_s: float
    after_stop_s: float
    at_once_s: float


def measure() -> list[Figure]:
    """Answers of two minutes put together from written ones, each new to the model, which has been loaded."""
    written = " ".join(answer.said for answer in labelled_answers()[Part.DEVELOPMENT]).split()
    question = Bank.load().get(labelled_answers()[Part.DEVELOPMENT][0].question)
    meter = EntailmentMeter()
    try:
        meter.prepare(question)
        meter.measure(Utterance.typed("This waits until the model is there."), question)
        timed = [_timed(meter, written[at : at + _WORDS], question) for at in range(0, _TIMES * _WORDS, _WORDS)]
        memory = psutil.Process(meter.pid).memory_full_info()
    finally:
        meter.close()
    at_once = f"120 s, 300 words; all at once {median(one.at_once_s for one in timed):.2f} s"
    claims = f"{len(question.key_points) + len(question.red_flags)} claims"
    alone = f"its own alone {memory.uss / 1e6:.0f} MB"
    busy = median(one.meanwhile_s for one in timed) / _ANSWER_S
    return [
        Figure(
            "Reading what is left of an answer after Stop",
            median(one.after_stop_s for one in timed),
            MOST_S,
            "s",
            at_once,
        ),
        Figure("Share of the time of speaking that reading takes", busy, MOST_BUSY, "", claims),
        Figure("Memory of the child that reads", memory.rss / 1e6, MOST_CHILD_MB, "MB", alone),
    ]


def _timed(meter: EntailmentMeter, words: Sequence[str], question: Question) -> Timed:
    start = time.perf_counter()
    for settled in range(_CHUNK_WORDS, _WORDS, _CHUNK_WORDS):
        meter.follow(Utterance.typed_words(words[:settled]), question)
    stopped = time.perf_counter()
    assert meter.measure(Utterance.typed_words(words), question) is not None
    judged = time.perf_counter()
    assert meter.measure(Utterance.typed_words(word.upper() for word in words), question) is not None
    return Timed(stopped - start, judged - stopped, time.perf_counter() - judged)
