"""How well key points are found by their words alone in natural spoken wording, on answers labelled by hand."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from tests.simulator.analysis.labelled_answers import (
    PARTS,
    AnyPart,
    FreshPart,
    Pair,
    Part,
    Score,
    found_by_words,
    judged_pairs,
    labelled_answers,
)

# Figures of the model belong to the benchmarks `key-points` and `answers`, which print them beside their targets. Here
# it is asked only that nothing has broken: more is found than missed or made up, by a wide margin.
LEAST_F1 = 0.65
BY_WORDS = (Part.DEVELOPMENT, Part.HELD_OUT, FreshPart.KEPT)
BANK = Bank.load()


def _pairs(*parts: AnyPart) -> list[Pair]:
    return [pair for part in parts for pair in judged_pairs(part, found_by_words)]


def test_labels_name_key_points_of_their_questions() -> None:
    for answer in (answer for answers in labelled_answers().values() for answer in answers):
        points = {point.id for point in BANK.get(answer.question).key_points}
        assert answer.covered | answer.traps <= points, answer.question
        assert not answer.covered & answer.traps, answer.question


def test_there_are_enough_labels() -> None:
    pairs = [pair for part in PARTS for pair in judged_pairs(part, found_by_words)]
    assert len(pairs) >= 900
    assert sum(pair.is_trap for pair in pairs) >= 200
    assert len({pair.answer.question for pair in pairs}) >= 120
    assert len(labelled_answers()[Part.HELD_OUT]) * 2 >= len(labelled_answers()[Part.DEVELOPMENT])


@pytest.mark.parametrize("part", BY_WORDS)
def test_key_points_are_found_by_words_alone(part: AnyPart) -> None:
    assert Score.of(judged_pairs(part, found_by_words)).f1 >= LEAST_F1


def test_most_traps_of_refusal_are_seen_through() -> None:
    traps = [pair for pair in _pairs(Part.HELD_OUT, FreshPart.LEARNT, FreshPart.KEPT) if pair.is_trap]
    assert sum(pair.is_found for pair in traps) <= 0.36 * len(traps)  # 26 of 76


def test_other_questions_points_are_rarely_found() -> None:
    answers = labelled_answers()[Part.DEVELOPMENT][::2]
    others = [BANK.questions[index] for index in range(0, len(BANK.questions), 29)]
    foreign = [
        (len(found_by_words(answer.said, question)), len(question.key_points))
        for answer in answers
        for question in others
        if question.id.split(".")[1] != answer.question.split(".")[1]
    ]
    assert sum(count for count, _ in foreign) <= 0.045 * sum(points for _, points in foreign)


def test_a_score_without_pairs_is_zero() -> None:
    assert (Score.of(()).precision, Score.of(()).recall, Score.of(()).f1) == (0, 0, 0)
