"""Either the whole file comes in, or every reason why not comes back with its line. Hostile files are only refused."""

from __future__ import annotations

import os
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from question_bank.bank import Bank
from question_bank.exchange.exporting import export_text
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import MAX_IMPORT_BYTES, Import, read_import
from question_bank.loader import BrokenPack, read_pack
from question_bank.yaml_tree import read_yaml
from tests.question_bank.exchange.samples import HEAD, PACK, imported, problems

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nquestions: [*b, *b]\n"
LONG = "x" * (10 * 1024 * 1024)
GOOD = {
    Format.CSV: "text,answer\nWhat is a mean?,{}\n",
    Format.JSON: '[{{"text": "What is a mean?",\n"model_answer": "{}"}}]\n',
    Format.YAML: "- text: What is a mean?\n  model_answer: {}\n",
    Format.MARKDOWN: "## What is a mean?\n{}\n",
    Format.ANKI: "#separator:tab\nWhat is a mean?\t{}\n",
}


@pytest.mark.parametrize("format_", Format)
def test_a_question_and_its_answer_are_enough(format_: Format, tmp_path: Path) -> None:
    (question,) = imported(tmp_path, GOOD[format_].format("The sum by the number."), format_)
    assert question.text == "What is a mean?"
    assert question.model_answer == "The sum by the number."
    assert question.id == "mine.what-is-a-mean"
    assert question.topics == ("own.mine",)
    assert [point.text for point in question.key_points] == ["The sum by the number."]


@pytest.mark.parametrize("format_", Format)
def test_a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm(format_: Format, tmp_path: Path) -> None:
    text = GOOD[format_].format("The sum by the number.").replace("\n", "\r\n")
    (question,) = imported(tmp_path, "\ufeff" + text, format_)
    assert question.text == "What is a mean?"
    assert question.model_answer == "The sum by the number."


@pytest.mark.parametrize("format_", Format)
def test_html_stays_plain_text(format_: Format, tmp_path: Path) -> None:
    (question,) = imported(tmp_path, GOOD[format_].format("<b>The</b> sum<img src=x onerror=alert(1)>."), format_)
    is_markup = format_ in (Format.ANKI, Format.MARKDOWN)
    assert question.model_answer == ("The sum." if is_markup else "<b>The</b> sum<img src=x onerror=alert(1)>.")


@pytest.mark.parametrize("format_", Format)
def test_a_value_of_ten_megabytes_is_refused_with_its_line_and_at_once(format_: Format, tmp_path: Path) -> None:
    started = time.monotonic()
    (problem,) = problems(tmp_path, GOOD[format_].format(LONG), format_)
    assert problem.line in (1, 2)
    assert "limit" in problem.text
    assert len(str(problem)) < 500
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("format_", Format)
def test_a_file_that_is_larger_than_any_pack_is_not_even_read(format_: Format, tmp_path: Path) -> None:
    file = tmp_path / "large"
    with file.open("wb") as sparse:
        sparse.truncate(MAX_IMPORT_BYTES * 1_000)
    result = read_import(file, format_, PACK)
    assert isinstance(result, BrokenPack)
    assert "larger than 16 MB" in result.problems[0].text


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 and more", "archives are not opened"),
        (b"", ""),
        (b"caf\xe9", "not UTF-8"),
        ("text\n".encode("utf-16"), ""),
        (b"text,answer\n\x1b[31mred,x\n", "U+001B"),
        (b"\x00" * 100, "U+0000"),
    ],
)
def test_what_holds_no_questions_is_refused(format_: Format, content: bytes, words: str, tmp_path: Path) -> None:
    found = problems(tmp_path, content, format_)
    # JSON says in its own words that a control character is not allowed.
    assert format_ is Format.JSON or words in found[0].text
    assert all(problem.text for problem in found)


@pytest.mark.parametrize("format_", Format)
def test_letters_that_turn_the_direction_of_writing_are_refused(format_: Format, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, GOOD[format_].format("safe \u202egnp.exe"), format_)
    assert "U+202E" in problem.text
    assert problem.line in (1, 2)


def test_such_letters_may_not_hide_in_an_escape(tmp_path: Path) -> None:
    hidden = r'"safe \u202egnp.exe"'
    for format_ in (Format.JSON, Format.YAML):
        (problem,) = problems(tmp_path, GOOD[format_].replace('"{}"', "{}").format(hidden), format_)
        assert "U+202E" in problem.text


def test_an_alias_bomb_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, BOMB, Format.YAML)
    assert (problem.line, "Aliases are not read" in problem.text) == (2, True)


def test_an_archive_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "cards.csv"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../escaped.yaml", "text")
    assert isinstance(read_import(file, Format.CSV, PACK), BrokenPack)
    assert not list(tmp_path.parent.glob("escaped*"))


@pytest.mark.parametrize("format_", Format)
def test_neither_a_missing_file_nor_a_folder_nor_a_pipe_is_waited_for(format_: Format, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, words in (("missing", "no such file"), ("pipe", "regular file"), (".", "regular file")):
        result = read_import(tmp_path / name, format_, PACK)
        assert isinstance(result, BrokenPack)
        assert words in result.problems[0].text


def test_every_wrong_row_is_named_with_its_line(tmp_path: Path) -> None:
    rows = "text,answer,kind,level,topics\nA?,x,short,2,\nB?,x,shrot,2,\n,x,,,\nD?,,,,\nE?,x,,9,found.magic\nA?,x,,,\n"
    found = problems(tmp_path, rows, Format.CSV)
    assert [(problem.line, problem.text.partition(": ")[0]) for problem in found] == [
        (3, "question 2, kind"),
        (4, "question 3"),
        (5, "question 4"),
        (6, "question 5, level"),
        (7, "question 6, id"),
    ]


_SCRAPS = [
    "text", "answer", "question", "id", "level", "questions", "key_points", "## A?", "### Red flags", "#html:true",
    "sep=;", "\n", "\n\n", "- ", ": ", "::", ";", ",", "\t", '"', "'", "\\", "{", "}", "[", "]", "<li>", "<pre>", "```",
    "A?", "1", "é", "    ", "> ", "&amp;", "{{c1::x}}", "\u2028", "\r", "=", "null", "*", "&a", "|",
]  # fmt: skip


@pytest.mark.parametrize("format_", Format)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scraps=st.lists(st.sampled_from(_SCRAPS), max_size=25))
def test_whatever_a_file_holds_there_is_an_import_or_a_reason(
    format_: Format, scraps: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "scraps"
    file.write_text("".join(scraps), encoding="utf-8", newline="")
    result = read_import(file, format_, PACK)
    if isinstance(result, Import):
        assert read_pack(file, read_yaml(result.content.decode()), PACK) == result.pack
    else:
        assert result.problems


def test_a_question_that_the_bank_has_word_for_word_is_left_out(tmp_path: Path) -> None:
    bank = Bank.load().questions[:4]
    for format_ in Format:
        file = tmp_path / "some"
        file.write_text(export_text(bank, HEAD, format_), encoding="utf-8")
        result = read_import(file, format_, PACK, bank[:3])
        assert isinstance(result, Import)
        assert [question.id for question in result.known] == [question.id for question in bank[:3]]
        assert [question.id for question in result.pack.questions] == [bank[3].id]


@pytest.mark.parametrize("format_", Format)
def test_an_id_that_another_question_has_is_a_clash(format_: Format, tmp_path: Path) -> None:
    first, second = Bank.load().questions[:2]
    file = tmp_path / "some"
    file.write_text(export_text([first, replace(second, text="Something else?")], HEAD, format_), encoding="utf-8")
    result = read_import(file, format_, PACK, [first, second])
    assert isinstance(result, BrokenPack)
    (problem,) = result.problems
    assert second.id in problem.text
    assert second.pack in problem.text
    assert problem.line is not None
    assert problem.line > 2


def test_a_pack_that_would_be_too_large_to_load_is_refused(tmp_path: Path) -> None:
    rows = "".join(f"- text: Number {n}?\n  model_answer: {'word ' * 3_900}\n" for n in range(300))
    (problem,) = problems(tmp_path, rows, Format.YAML)
    assert "larger than 5 MB" in problem.text


def test_some_of_what_was_found_can_be_taken(tmp_path: Path) -> None:
    file = tmp_path / "some"
    file.write_text("- {text: A?, model_answer: x}\n- {text: B?, model_answer: y}\n")
    found = read_import(file, Format.YAML, PACK)
    assert isinstance(found, Import)
    only = found.only({found.pack.questions[1].id})
    assert [question.text for question in only.pack.questions] == ["B?"]
    assert read_pack(file, read_yaml(only.content.decode()), PACK) == only.pack
