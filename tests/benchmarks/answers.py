"""How the judge of content fares on whole answers: good ones and, above all, wrong, empty and off-topic ones.

`python -m tests.benchmarks.answers` measures on the questions of the training part that are held back for development.
With `--last` it measures on the questions and topics that nothing was made with: for the last word on a judge, once.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from question_bank.bank import Bank
from simulator.entailment.meter import EntailmentMeter
from simulator.judge import Judge
from tests.answers.labelled import LabelledAnswer, labelled_answers
from tests.answers.parts import Part, is_development, part_of
from tests.benchmarks.table import Figure, plain

LEAST_F1: Final = 0.82
LEAST_PRECISION: Final = 0.85
LEAST_RECALL: Final = 0.80
MOST_CREDITED: Final = {"wrong": 0.12, "jargon": 0.03, "off-topic": 0.03}

_UNJUDGED: Final = "half"  # a listener would ask back: neither crediting nor denying it is wrong

Judged = tuple[LabelledAnswer, frozenset[str]]


def measure(parts: Sequence[Part] = (Part.TRAINING,)) -> list[Figure]:
    """Every answer of the parts judged by words and meaning; of the training part only what is held back."""
    bank = Bank.load()
    meter = EntailmentMeter(timeout_s=120)
    try:
        judged = [(answer, _credited(answer, bank, Judge(meter=meter))) for answer in _answers(bank, parts)]
    finally:
        meter.close()
    return [*_agreement(judged, ", ".join(parts)), *_credited_by_kind(judged)]


def _answers(bank: Bank, parts: Sequence[Part]) -> Iterator[LabelledAnswer]:
    topics = {question.id: question.topics for question in bank.questions}
    for answer in labelled_answers():
        part = part_of(answer.question, topics[answer.question])
        if part in parts and (part is not Part.TRAINING or is_development(answer.question)):
            yield answer


def _credited(answer: LabelledAnswer, bank: Bank, judge: Judge) -> frozenset[str]:
    """The key points that the answer is said to make."""
    report = judge.typed(answer.text, bank.get(answer.question))
    return frozenset(point.id for point in report.key_points or () if point.covered)


def _agreement(judged: Sequence[Judged], part: str) -> Iterator[Figure]:
    counts = Counter(_outcomes(judged))
    hits, false, missed = counts["hit"], counts["false"], counts["missed"]
    detail = f"{part}: {len(judged)} answers, {sum(counts.values())} points"
    yield Figure("Key points, F1", hits / (hits + (false + missed) / 2), LEAST_F1, "", detail, is_least=True)
    yield Figure("Key points, precision", hits / max(1, hits + false), LEAST_PRECISION, is_least=True)
    yield Figure("Key points, recall", hits / max(1, hits + missed), LEAST_RECALL, is_least=True)


def _outcomes(judged: Iterable[Judged]) -> Iterator[str]:
    for answer, credited in judged:
        for point, label in answer.labels.items():
            if label != _UNJUDGED:
                is_made, is_credited = label == "made", point in credited
                yield {(1, 1): "hit", (1, 0): "missed", (0, 1): "false", (0, 0): "rest"}[is_made, is_credited]


def _credited_by_kind(judged: Iterable[Judged]) -> Iterator[Figure]:
    """The share of points credited to answers that make none of them."""
    shares: dict[str, list[bool]] = defaultdict(list)
    for answer, credited in judged:
        shares[answer.kind] += [point in credited for point, label in answer.labels.items() if label in _NOT_MADE]
    for kind, most in MOST_CREDITED.items():
        yield Figure(f"Points credited to {kind} answers", sum(shares[kind]) / len(shares[kind]), most)


_NOT_MADE: Final = ("contrary", "not")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.answers", description=__doc__)
    parser.add_argument("--last", action="store_true", help="measure on what nothing was made with")
    parts = (Part.UNSEEN_QUESTIONS, Part.UNSEEN_TOPICS) if parser.parse_args().last else (Part.TRAINING,)
    print(plain(measure(parts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
