"""Markdown as people write it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from question_bank.models import Kind, RedFlag
from tests.question_bank.exchange.samples import PACK, imported, problems

NOTES = """\
Statistics
==========

source: A Book

What this is about.

## What is a *median*?

Kind: quick
level: 1

* The value **in the middle**, `sorted` first
* 1. Half of the values
  lie below it :: half, 50 percent

Sort the values and take
the one in the middle.

> It is robust.

```python
def median(values):

    ...
```

### Red flags

- Confuses it with the mean. :: the mean is; Average

### Read next

A Book

## And a mean?

Level: of detail matters. <b>Sum</b> by number &amp; so on.
"""


def test_notes_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(NOTES, encoding="utf-8")
    result = read_import(file, Format.MARKDOWN, PACK)
    assert isinstance(result, Import)
    assert (result.pack.title, result.pack.reference) == ("Statistics", "A Book")
    first, second = result.pack.questions
    assert (first.text, first.kind, first.level) == ("What is a median?", Kind.QUICK, 1)
    assert [point.text for point in first.key_points] == [
        "The value in the middle, sorted first",
        "Half of the values lie below it",
    ]
    assert first.key_points[1].cues == ("half", "50 percent")
    assert first.model_answer == "Sort the values and take the one in the middle.\n\nIt is robust."
    assert first.code == "def median(values):\n\n    ..."
    assert first.red_flags == (RedFlag("Confuses it with the mean.", ("the mean is", "average")),)
    assert first.shelf == ("A Book",)
    assert second.model_answer == "Level: of detail matters. <b>Sum</b> by number & so on."
    assert result.pack.lines == {"mine.what-is-a-median": 8, "mine.and-a-mean": 36}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("level: 1", "level: one", 11, "level: expected"),
        ("Kind: quick", "Kind: quicker", 10, "“quicker” is not one of the values"),
        ("### Read next", "### Read it", 32, "The heading “Read it” is unknown"),
        ("## And a mean?", "##", 36, "“text” is missing"),
        ("level: 1", "rounds: first", 11, "“first” is not known"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, line: int, words: str, tmp_path: Path) -> None:
    assert old in NOTES
    (problem,) = problems(tmp_path, NOTES.replace(old, new), Format.MARKDOWN)
    assert words in problem.text
    assert problem.line == line


def test_a_document_without_questions_says_how_they_look(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "# Title\n\nSome text.\n", Format.MARKDOWN)
    assert "begins with “##”" in problem.text


@pytest.mark.parametrize("nest", ["[", "*a **", "> ", "- ", "`", "<", "![a](", "&#", "_*"])
def test_markup_without_end_takes_no_time(nest: str, tmp_path: Path) -> None:
    file = tmp_path / "hostile.md"
    file.write_text("## A?\n\n" + nest * (15_000 // len(nest)) + "\n", encoding="utf-8")
    started = time.monotonic()
    read_import(file, Format.MARKDOWN, PACK)
    assert time.monotonic() - started < 20


def test_a_list_under_model_answer_is_part_of_it(tmp_path: Path) -> None:
    (question,) = imported(tmp_path, "## A?\n\n- point\n\n### Model answer\n\n- one\n- two\n", Format.MARKDOWN)
    assert [point.text for point in question.key_points] == ["point"]
    assert question.model_answer == "one\n\ntwo"
