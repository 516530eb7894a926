"""CSV as spreadsheets write it, and cells that a spreadsheet must not compute."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.exchange.formats import Format
from question_bank.exchange.question_cells import COLUMNS
from question_bank.exchange.tables import csv_text
from question_bank.models import RedFlag
from tests.question_bank.exchange.samples import imported, problems, there_and_back


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}\n"])
def test_the_separator_is_found(separator: str, first: str, tmp_path: Path) -> None:
    table = 'Question,"Model answer",Red flags\n"One, two; or three?",Two.,"A\nB"\n'
    text = first.format(separator) + table.replace(",", separator).replace(f"One{separator} two", "One, two")
    (question,) = imported(tmp_path, text, Format.CSV)
    assert question.text == "One, two; or three?"
    assert question.model_answer == "Two."
    assert question.red_flags == (RedFlag("A"), RedFlag("B"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''-"])
def test_no_cell_begins_like_a_formula_and_none_loses_a_letter(start: str, tmp_path: Path) -> None:
    dangerous = f"{start}HYPERLINK(1)"
    question = replace(
        Bank.load().questions[0], pack="mine", text=dangerous.strip(), model_answer=dangerous.strip(), code=f"{start}x"
    )
    if start == "\r":
        question = replace(question, code="\nx")
    for row in csv.reader(io.StringIO(csv_text([question]), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert there_and_back([question], Format.CSV, tmp_path).pack.questions == (question,)


def test_a_quote_before_an_ordinary_word_stays(tmp_path: Path) -> None:
    (question,) = imported(tmp_path, "text,answer\n'tis what?,'a'\n", Format.CSV)
    assert (question.text, question.model_answer) == ("'tis what?", "'a'")


def test_the_first_line_names_every_column() -> None:
    assert csv_text([]) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("question,colour\nA?,red\n", 1, "The column “colour” is not known; the first line names columns: id, kind"),
        ("question,text\nA?,B?\n", 1, "two columns for text"),
        ("answer\nA.\n", 1, "no column “text”"),
        ("text,answer\nA?,x\nB?,x,y\n", 3, "3 cells, 2 columns: a comma outside of quotes."),
        ('text,answer\n"A?",x\n"B?"B,x\n', 3, "This row cannot be read"),
        ('text,answer\nA?,x\nB?,"never closed\n\n\n', 3, "This row cannot be read: unexpected end of data"),
        ('text,answer\n"A\n\n?",x\n,x\n', 5, "question 2: “text” is missing"),
        ("sep=;\ntext;answer\nA?;x\n;x\n", 4, "“text” is missing"),
        ("text,answer,follow_ups\nA?,x,Why?\n", 2, "“when” is missing"),
        ("text,answer,min_s\nA?,x,soon\n", 2, "min_s: expected a number"),
        ("text,answer\n\n\n", None, "questions: a list of 1 to"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int | None, words: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, text, Format.CSV)
    assert words in problem.text
    assert line is None or problem.line == line


def test_cells_hold_lists_and_lines(tmp_path: Path) -> None:
    text = (
        "text,answer,roles,rounds,topics,key points,follow-ups,target_s,code\n"
        'A?,x,"ml-engineer, role.data-analyst",final; behavioural,"own.a\\,b","First. :: one; two :: f\nSecond",'
        '"Why? :: covered :: f",80,"if x:\n    y"\n'
    )
    (question,) = imported(tmp_path, text, Format.CSV)
    assert question.roles == ("role.data-analyst", "role.ml-engineer")
    assert question.rounds == ("round.behavioural", "round.final")
    assert question.topics == ("own.a,b",)
    assert [(point.id, point.text) for point in question.key_points] == [("f", "First."), ("second", "Second")]
    assert question.key_points[0].cues == ("one", "two")
    assert (question.follow_ups[0].text, question.follow_ups[0].about) == ("Why?", "f")
    assert question.times.target_s == 80
    assert question.code == "if x:\n    y"
