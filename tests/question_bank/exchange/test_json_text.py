"""JSON from other programs: its lines, and what is refused before it does harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from tests.question_bank.exchange.samples import PACK, imported, problems

ONE = '{"text": "A?", "model_answer": "x"}'


def test_a_pack_keeps_its_title_wherever_the_questions_stand(tmp_path: Path) -> None:
    file = tmp_path / "pack.json"
    file.write_text(f'{{"title": "T", "questions":\n[\n{ONE}], "source": 5}}')
    result = read_import(file, Format.JSON, PACK)
    assert isinstance(result, Import)
    assert (result.pack.title, result.pack.reference) == ("T", "5")
    assert list(result.pack.lines.values()) == [3]


def test_numbers_and_null_are_taken_as_they_are_meant(tmp_path: Path) -> None:
    keys = '"model_answer": 42, "level": 3, "code": null, "times": {"min_s": 1.5}, "roles": "ml-engineer"'
    text = f'[{{"text": "A?", {keys}}}]'
    (question,) = imported(tmp_path, text, Format.JSON)
    assert (question.model_answer, question.level, question.code, question.times.min_s) == ("42", 3, None, 1.5)
    assert question.roles == ("role.ml-engineer",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[\n{"text": "A?",\n}]', 3, "not valid JSON"),
        (f'[\n{ONE},\n\n{{"text": "B?", "level": true, "model_answer": "x"}}]', 4, "question 2, level"),
        (f'[\n{ONE},\n{{"text": "B?", "level": NaN, "model_answer": "x"}}]', 3, "question 2, level"),
        (f"[\n{ONE},\n7]", 3, "question 2: expected keys, got text"),
        ('[{"text": "A?", "text": "B?"}]', None, "“text” is written twice"),
        ('{"a": 1}', 1, "no list of questions"),
        ("7", 1, "no list of questions"),
        ("[" * 100_000, 1, "nested more than 8 deep"),
        ('[{"text": ' + "[" * 20 + "]" * 20 + "}]", 1, "nested more than 8 deep"),
        ('[{"text": "A?", "level": ' + "9" * 50_000 + "}]", 1, "the limit is 20,000"),
        (f'[\n{ONE},\n{{"txt": "B?", "text": "B?", "model_answer": "x"}}]', 3, "txt: this key is not known"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int | None, words: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, text, Format.JSON)
    assert words in problem.text
    assert problem.line == line
