"""Drawing questions: spread over topics and kinds, reproducible by seed, asked in the order of an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from question_bank.bank import Bank
from question_bank.draw import CLOSING_TOPIC, OPENING_TOPIC, Draw, in_order
from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round


def make_question(
    question_id: str, kind: Kind = Kind.SHORT, topics: tuple[str, ...] = ("found.statistics",), level: int = 1
) -> Question:
    return Question(
        id=question_id,
        pack="made",
        kind=kind,
        level=level,
        text="What?",
        roles=(Role.ML_ENGINEER,),
        rounds=(Round.FINAL,),
        topics=topics,
        key_points=(KeyPoint("one", "One.", ("one",)),),
        model_answer="One.",
        times=TARGET_TIMES[kind],
    )


def drawn(pool: Iterable[Question], count: int, seed: int, avoid: Iterable[str] = ()) -> list[str]:
    draw, avoided = Draw(pool, seed), frozenset(avoid)
    found = [draw.next(lambda _question: True, lambda question: (question.id in avoided,)) for _ in range(count)]
    return [question.id for question in found if question is not None]


@pytest.fixture(scope="module")
def built_in() -> Bank:
    return Bank.load()


def test_the_same_seed_draws_the_same(built_in: Bank) -> None:
    pool = built_in.matching(Role.ML_ENGINEER, Round.MACHINE_LEARNING)
    assert drawn(pool, 5, seed=1) == drawn(reversed(pool), 5, seed=1)
    assert drawn(pool, 5, seed=1) != drawn(pool, 5, seed=2)
    assert len(set(drawn(pool, 5, seed=1))) == 5


def test_another_question_in_the_bank_hardly_changes_the_draw(built_in: Bank) -> None:
    before = drawn(built_in.questions, 8, seed=3)
    after = drawn((*built_in.questions, make_question("made.one")), 8, seed=3)
    assert len(set(before) & set(after)) >= 6


def test_what_is_preferred_comes_first() -> None:
    pool = [make_question(f"q{number}") for number in range(6)]
    avoid = {"q0", "q1", "q2"}
    assert set(drawn(pool, 3, 1, avoid)) == {"q3", "q4", "q5"}
    assert set(drawn(pool, 5, 1, avoid)) > {"q3", "q4", "q5"}
    assert len(drawn(pool, 99, 1, avoid)) == 6


def test_only_what_fits_is_drawn() -> None:
    draw = Draw([make_question("short"), make_question("quick", Kind.QUICK)], seed=1)
    quick = draw.next(lambda question: question.kind is Kind.QUICK, lambda _question: ())
    assert quick is not None
    assert quick.id == "quick"
    assert draw.next(lambda question: question.kind is Kind.QUICK, lambda _question: ()) is None
    assert [question.id for question in draw.fitting(lambda _question: True)] == ["short"]


def test_topics_are_spread() -> None:
    common = [make_question(f"common{number}", topics=("found.f1",)) for number in range(20)]
    pool = [*common, make_question("rare1", topics=("ml.svm",)), make_question("rare2", topics=("ml.pca",))]
    for seed in range(5):
        assert {"rare1", "rare2"} < set(drawn(pool, 3, seed))


def test_kinds_are_mixed_as_they_are_in_the_pool() -> None:
    kinds = [Kind.SHORT] * 9 + [Kind.QUICK] * 4 + [Kind.THINK_ALOUD] * 4
    pool = {f"q{i}": make_question(f"q{i}", kind, topics=(f"own.t{i}",)) for i, kind in enumerate(kinds)}
    for seed in range(5):
        mix = Counter(pool[question_id].kind for question_id in drawn(pool.values(), 5, seed))
        assert mix[Kind.SHORT] in (2, 3)
        assert mix[Kind.QUICK] >= 1
        assert mix[Kind.THINK_ALOUD] >= 1


def test_an_interview_opens_with_the_candidate_and_closes_with_their_questions() -> None:
    closing = make_question("a.closing", topics=(CLOSING_TOPIC,))
    opening = make_question("z.opening", topics=(OPENING_TOPIC,), level=5)
    hard = make_question("m.hard", topics=("ml.svm",), level=4)
    easy = make_question("n.easy", topics=("ml.pca",), level=1)
    asked = in_order((closing, hard, easy, opening))
    assert [question.id for question in asked] == ["z.opening", "n.easy", "m.hard", "a.closing"]
