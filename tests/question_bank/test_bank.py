"""Finding and filtering questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.errors import UnknownQuestion
from question_bank.models import Kind, Question, Role, Round
from tests.question_bank.samples import GOOD_PACK, write_pack


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
