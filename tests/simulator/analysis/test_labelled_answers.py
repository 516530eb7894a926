"""How well key points are found in natural spoken wording, on answers labelled by hand."""

from __future__ import annotations

import pytest

from question_bank.bank import Bank
from tests.simulator.analysis.labelled_answers import (
    AnyPart,
    FreshPart,
    Pair,
    Part,
    Score,
    found_by_cues,
    judged_pairs,
    labelled_answers,
)

# The aim is 0.85 on each. Held-out (0.83) and fresh-kept (0.78) miss it, and their floors only hold what was reached.
# Fresh-kept flatters a little: who wrote it wrote the rules and cues too. 0.98 and 0.96 on the others are of a fit.
# The third round is measured by the benchmark and has no floor.
LEAST_F1: dict[AnyPart, float] = {
    Part.DEVELOPMENT: 0.95,
    Part.HELD_OUT: 0.8,
    FreshPart.LEARNT: 0.9,
    FreshPart.KEPT: 0.75,
}
BANK = Bank.load()


def _all_pairs() -> list[Pair]:
    return [pair for part in LEAST_F1 for pair in judged_pairs(part)]


def test_labels_name_key_points_of_their_questions() -> None:
    for answer in (answer for answers in labelled_answers().values() for answer in answers):
        points = {point.id for point in BANK.get(answer.question).key_points}
        assert answer.covered | answer.traps <= points, answer.question
        assert not answer.covered & answer.traps, answer.question


def test_there_are_enough_labels() -> None:
    pairs = _all_pairs()
    assert len(pairs) >= 550
    assert sum(pair.is_trap for pair in pairs) >= 100
    assert len({pair.answer.question for pair in pairs}) >= 60
    assert len(labelled_answers()[Part.HELD_OUT]) * 2 >= len(labelled_answers()[Part.DEVELOPMENT])


@pytest.mark.parametrize("part", LEAST_F1)
def test_key_points_are_found_in_spoken_wording(part: AnyPart) -> None:
    assert Score.of(judged_pairs(part)).f1 >= LEAST_F1[part]


def test_most_traps_are_seen_through() -> None:
    traps = [pair for pair in _all_pairs() if pair.is_trap]
    assert sum(pair.is_found for pair in traps) <= 0.3 * len(traps)  # 28 of 102; it was 43 before refusals had rules


def test_other_questions_points_are_rarely_found() -> None:
    answers = labelled_answers()[Part.DEVELOPMENT]
    others = [BANK.questions[index] for index in range(0, len(BANK.questions), 29)]
    foreign = [
        (len(found_by_cues(answer.said, question)), len(question.key_points))
        for answer in answers
        for question in others
        if question.id.split(".")[1] != answer.question.split(".")[1]
    ]
    assert sum(found for found, _ in foreign) <= 0.06 * sum(points for _, points in foreign)


def test_a_score_without_pairs_is_zero() -> None:
    assert (Score.of(()).precision, Score.of(()).recall, Score.of(()).f1) == (0, 0, 0)
