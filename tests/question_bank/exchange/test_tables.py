"""CSV as spreadsheets write it, and cells that a spreadsheet must not compute."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.exchange.formats import Format
from question_bank.exchange.importing import Import, read_import
from question_bank.exchange.question_cells import COLUMNS
from question_bank.exchange.tables import csv_text
from question_bank.models import RedFlag
from tests.question_bank.exchange.samples import PACK, imported, problems, there_and_back


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
        ("question,colour\nA?,red\n", 1, "The column “colour” is unknown; the first line names the columns: id, kind"),
        ("question,text\nA?,B?\n", 1, "two columns for text"),
        ("answer\nA.\n", 1, "no column “text”"),
        ("text,answer\nA?,x\nB?,x,y\n", 3, "3 cells, 2 columns: a comma outside quotes."),
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


@pytest.mark.parametrize(
    "text",
    [
        "\n\nquestion,answer\nWhat is a mean?,The sum\n",
        "My questions,,\n\nNo.,Question,Answer\n1,What is a mean?,The sum\n",
        'question, answer\n"What is a mean?", "The sum"\n',
        "Question;Answer\r\nWhat is a mean?;The sum\r\n",
        "What is a mean?;The sum\n",
        "Q\tA\nWhat is a mean?\tThe sum\n",
        "prompt,solution\nWhat is a mean?,The sum\n",
    ],
)
def test_a_table_of_a_spreadsheet_is_read(text: str, tmp_path: Path) -> None:
    (question,) = imported(tmp_path, text, Format.CSV)
    assert (question.text, question.model_answer) == ("What is a mean?", "The sum")


def test_what_windows_saved_is_read_and_told(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    for encoding, name in (("cp1252", "Windows-1252"), ("utf-16", "UTF-16")):
        file.write_bytes("question;answer\nWas heißt „Mittel“?;Die Summe – geteilt.\n".encode(encoding))
        found = read_import(file, Format.CSV, PACK)
        assert isinstance(found, Import)
        assert found.pack.questions[0].text == "Was heißt „Mittel“?"
        assert found.remarks == (f"The file is not UTF-8; it was read as {name}.",)


def test_a_damaged_letter_does_not_make_another_encoding(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "question,answer\nWas heißt A?,B".encode() + b"\xff\n", Format.CSV)
    assert "not UTF-8" in problem.text


def test_bullets_in_a_cell_are_key_points_and_words_are_levels(tmp_path: Path) -> None:
    cell = '"Noise.\n\nSeen later.\n- gap\n- variance"'
    text = f'No.,Question,Answer,Difficulty,Company\n1,"What is ""fit""?",{cell},Easy,Acme\n'
    file = tmp_path / "cards.csv"
    file.write_text(text)
    found = read_import(file, Format.CSV, PACK)
    assert isinstance(found, Import)
    (question,) = found.pack.questions
    assert (question.text, question.level) == ('What is "fit"?', 2)
    assert [point.text for point in question.key_points] == ["gap", "variance"]
    assert question.model_answer == "Noise.\n\nSeen later."
    assert found.remarks == ("The column “Company” was left out.",)


def test_questions_alone_are_one_problem(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "question\nA?\nB?\n", Format.CSV)
    assert "no “answer” column" in problem.text
    (problem,) = problems(tmp_path, "question,answer\nA?,\nB?,\n", Format.CSV)
    assert "These are 2 questions without answers" in problem.text
