"""Finding, filtering and choosing questions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.errors import UnknownQuestion
from question_bank.models import TARGET_TIMES, KeyPoint, Kind, Question, Role, Round
from tests.question_bank.samples import GOOD_PACK, write_pack


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


def ids_of(questions: tuple[Question, ...]) -> set[str]:
    return {question.id for question in questions}


@pytest.fixture(scope="module")
def built_in() -> Bank:
    return Bank.load()


def test_the_built_in_bank_has_no_broken_pack(built_in: Bank) -> None:
    assert [str(problem) for problem in built_in.checks()] == []
    assert built_in.broken == ()


def test_a_question_is_found_by_its_id(built_in: Bank) -> None:
    assert built_in.get("found.bias-variance.trade-off").kind is Kind.SHORT


def test_an_unknown_id_is_an_expected_error(built_in: Bank) -> None:
    with pytest.raises(UnknownQuestion, match=r"no question “no\.such”"):
        built_in.get("no.such")


def test_matching_holds_everything_given(built_in: Bank) -> None:
    found = built_in.matching(Role.CV_ENGINEER, Round.SYSTEM_DESIGN, Kind.THINK_ALOUD, "case.image-recognition")
    assert "case.image-recognition.warehouse-robot" in ids_of(found)
    for question in found:
        assert Role.CV_ENGINEER in question.roles
        assert Round.SYSTEM_DESIGN in question.rounds
        assert question.kind is Kind.THINK_ALOUD
    assert built_in.matching() == built_in.questions
    assert built_in.matching(topic="own.nothing") == ()


def test_the_same_seed_gives_the_same_questions(built_in: Bank) -> None:
    chosen = [built_in.choose(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5, seed) for seed in (1, 1, 2)]
    assert chosen[0] == chosen[1]
    assert chosen[0] != chosen[2]
    assert len(ids_of(chosen[0])) == 5


def test_another_question_in_the_bank_hardly_changes_the_choice(built_in: Bank) -> None:
    larger = Bank((*built_in.questions, make_question("made.one")))
    before = built_in.choose(None, None, 8, seed=3)
    after = larger.choose(None, None, 8, seed=3)
    assert len(ids_of(before) & ids_of(after)) >= 6


def test_questions_to_avoid_come_only_when_there_are_too_few_others() -> None:
    bank = Bank(make_question(f"q{number}") for number in range(6))
    avoid = {"q0", "q1", "q2"}
    assert ids_of(bank.choose(None, None, 3, 1, avoid)) == {"q3", "q4", "q5"}
    assert ids_of(bank.choose(None, None, 5, 1, avoid)) > {"q3", "q4", "q5"}
    assert len(bank.choose(None, None, 99, 1, avoid)) == 6


def test_topics_are_spread() -> None:
    common = [make_question(f"common{number}", topics=("found.f1",)) for number in range(20)]
    bank = Bank([*common, make_question("rare1", topics=("ml.svm",)), make_question("rare2", topics=("ml.pca",))])
    for seed in range(5):
        assert {"rare1", "rare2"} < ids_of(bank.choose(None, None, 3, seed))


def test_a_session_mixes_kinds() -> None:
    kinds = [Kind.SHORT] * 9 + [Kind.QUICK] * 4 + [Kind.THINK_ALOUD] * 4
    bank = Bank(make_question(f"q{i}", kind, topics=(f"own.t{i}",)) for i, kind in enumerate(kinds))
    for seed in range(5):
        mix = Counter(question.kind for question in bank.choose(None, None, 5, seed))
        assert mix == {Kind.SHORT: 3, Kind.QUICK: 1, Kind.THINK_ALOUD: 1} or mix[Kind.SHORT] == 2


def test_only_the_kinds_asked_for_are_chosen(built_in: Bank) -> None:
    chosen = built_in.choose(Role.ML_ENGINEER, None, 3, 7, kinds=(Kind.QUICK,))
    assert [question.kind for question in chosen] == [Kind.QUICK] * 3


def test_an_interview_opens_with_the_candidate_and_closes_with_their_questions() -> None:
    closing = make_question("a.closing", topics=("you.questions-for-us",))
    opening = make_question("z.opening", topics=("you.background",), level=5)
    hard = make_question("m.hard", topics=("ml.svm",), level=4)
    easy = make_question("n.easy", topics=("ml.pca",), level=1)
    chosen = Bank((closing, hard, easy, opening)).choose(None, None, 4, seed=1)
    assert [question.id for question in chosen] == ["z.opening", "n.easy", "m.hard", "a.closing"]


def test_an_empty_bank_and_a_count_of_zero_give_nothing(built_in: Bank) -> None:
    assert Bank(()).choose(Role.ML_ENGINEER, Round.FINAL, 5, 1) == ()
    assert built_in.choose(None, None, 0, 1) == ()


def test_the_users_own_packs_come_beside_the_built_in_ones(tmp_path: Path) -> None:
    write_pack(tmp_path, GOOD_PACK)
    write_pack(tmp_path, "title: [", "broken.yaml")
    bank = Bank.load(tmp_path)
    assert bank.get("example.first").pack == "example"
    assert bank.get("found.f1.harmonic").pack == "foundations"
    assert [pack.name for pack in bank.broken] == ["broken"]
    assert [problem.line for problem in bank.checks()] == [2]


def test_a_pack_that_takes_a_used_id_is_broken_with_its_line(tmp_path: Path) -> None:
    write_pack(tmp_path, GOOD_PACK.replace("example.second", "found.f1.harmonic"))
    bank = Bank.load(tmp_path)
    (problem,) = bank.checks()
    assert problem.line == 30
    assert "already used in foundations.yaml" in problem.text
    assert bank.get("found.f1.harmonic").pack == "foundations"
