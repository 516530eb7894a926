"""What goes out comes in again: every letter, in every format that can hold it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from question_bank.bank import Bank
from question_bank.exchange.anki import anki_text
from question_bank.exchange.formats import Format
from question_bank.loader import read_pack
from question_bank.models import Question
from question_bank.yaml_tree import read_yaml
from tests.question_bank.exchange.samples import HEAD, PACK, packs_of_questions, there_and_back

WHOLE = [Format.CSV, Format.JSON, Format.YAML, Format.MARKDOWN]
every_question = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.mark.parametrize("format_", WHOLE)
@every_question
@given(some=packs_of_questions())
def test_nothing_is_lost_on_the_way_there_and_back(format_: Format, some: list[Question], tmp_path: Path) -> None:
    result = there_and_back(some, format_, tmp_path)
    assert list(result.pack.questions) == some
    if format_ is not Format.CSV:
        assert (result.pack.title, result.pack.reference) == (HEAD.title, HEAD.source)


@every_question
@given(some=packs_of_questions())
def test_the_pack_that_would_be_written_reads_as_what_was_imported(some: list[Question], tmp_path: Path) -> None:
    result = there_and_back(some, Format.JSON, tmp_path)
    assert read_pack(tmp_path, read_yaml(result.content.decode()), PACK) == replace(result.pack, source=tmp_path)


@pytest.mark.parametrize("format_", WHOLE)
def test_the_whole_bank_goes_there_and_back(format_: Format, tmp_path: Path) -> None:
    some = [replace(question, pack=PACK) for question in Bank.load().questions]
    assert list(there_and_back(some, format_, tmp_path).pack.questions) == some


def test_anki_keeps_what_a_card_can_hold(tmp_path: Path) -> None:
    some = [replace(question, pack=PACK) for question in Bank.load().questions]
    back = list(there_and_back(some, Format.ANKI, tmp_path).pack.questions)
    kept = ("id", "kind", "level", "text", "roles", "rounds", "topics", "model_answer", "code")
    for before, after in zip(some, back, strict=True):
        assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
        assert [point.text for point in after.key_points] == [point.text for point in before.key_points]
    assert anki_text(back) == anki_text(some)
