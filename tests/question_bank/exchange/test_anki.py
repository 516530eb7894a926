"""Notes in plain text, as Anki 2.1.54 and later export them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.exchange.anki import anki_text
from question_bank.exchange.formats import Format
from question_bank.models import Kind, Role, Round
from tests.question_bank.exchange.samples import imported, problems, there_and_back

EXPORTED = (
    "#separator:tab\n"
    "#html:true\n"
    "#guid column:1\n"
    "#notetype column:2\n"
    "#deck column:3\n"
    "#tags column:6\n"
    "k(Eb;s]U:3\tBasic\tML\tWhat is <b>L1</b>&nbsp;regularisation?<br>[sound:a.mp3]"
    '\t"<ul><li>A penalty on the <i>absolute</i> weights</li><li>It makes many ""zero""</li></ul>'
    '<div>Lasso, for short.</div><div><br></div><p>It selects\nfeatures.</p><img src=""x.png"">"'
    "\tfound.regularization ML::Lasso marked kind::quick level::1\n"
    "another\tBasic\tML\tName two losses.\t1. Hinge<br>2. Log loss<br><br>There are more &lt;3\t\n"
)


def test_cards_become_questions(tmp_path: Path) -> None:
    first, second = imported(tmp_path, EXPORTED, Format.ANKI)
    assert first.id == "mine.what-is-l1-regularisation"
    assert first.text == "What is L1 regularisation?"
    assert [point.text for point in first.key_points] == ["A penalty on the absolute weights", 'It makes many "zero"']
    assert first.model_answer == "Lasso, for short.\n\nIt selects features."
    assert first.topics == ("found.regularization", "own.ml-lasso")
    assert (first.kind, first.level) == (Kind.QUICK, 1)
    assert [point.text for point in second.key_points] == ["Hinge", "Log loss"]
    assert second.model_answer == "There are more <3"
    assert second.id == "another"


def test_what_was_not_said_is_as_usual(tmp_path: Path) -> None:
    _, question = imported(tmp_path, EXPORTED, Format.ANKI)
    assert (question.kind, question.level) == (Kind.SHORT, 2)
    assert question.roles == tuple(Role)
    assert question.rounds == (Round.TECHNICAL_SCREENING,)
    assert question.topics == ("own.mine",)
    assert all(point.cues for point in question.key_points)


def test_without_html_tags_are_letters(tmp_path: Path) -> None:
    text = "#separator:Comma\n#html:false\n#tags:statistics\nIs a<b and c>d?,Who & why\n"
    (question,) = imported(tmp_path, text, Format.ANKI)
    assert (question.text, question.model_answer) == ("Is a<b and c>d?", "Who & why")
    assert question.topics == ("own.statistics",)


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_a_file_without_head_is_read_as_it_looks(separator: str, tmp_path: Path) -> None:
    (question,) = imported(tmp_path, f"Is 1 < 2 <i>really</i>?{separator}Yes<br>it is.\n", Format.ANKI)
    assert question.text == "Is 1 < 2 really?"
    assert question.model_answer == "Yes it is."


def test_a_gap_is_asked_for_and_filled(tmp_path: Path) -> None:
    (question,) = imported(tmp_path, "{{c1::Dropout::layer}} drops {{c2::units}}.\tExtra.\n", Format.ANKI)
    assert question.text == "… drops …."
    assert question.model_answer == "Dropout drops units.\n\nExtra."


def test_scripts_are_not_words_and_cannot_be_hidden_in_entities(tmp_path: Path) -> None:
    text = "#html:true\nA?<script>alert(1)</script>\t<style>x{}</style>Yes&#x202e; no\n"
    (problem,) = problems(tmp_path, text, Format.ANKI)
    assert (problem.line, "U+202E" in problem.text) == (2, True)
    (question,) = imported(tmp_path, text.replace("&#x202e;", ""), Format.ANKI)
    assert (question.text, question.model_answer) == ("A?", "Yes no")


def test_code_and_markup_survive_a_visit_to_anki(tmp_path: Path) -> None:
    some = replace(
        Bank.load().questions[0],
        pack="mine",
        text="Is <b> & <br> markup?",
        code="if a < b:\n\n    print('&amp;')\n\ta",
        model_answer='Yes: "<p>".\n\nAnd <!-- this --> too.',
    )
    (back,) = there_and_back([some], Format.ANKI, tmp_path).pack.questions
    assert (back.id, back.text, back.code, back.model_answer) == (some.id, some.text, some.code, some.model_answer)


def test_the_head_tells_anki_what_the_columns_are() -> None:
    lines = anki_text(Bank.load().questions[:1]).splitlines()
    assert lines[:4] == ["#separator:tab", "#html:true", "#guid column:1", "#tags column:4"]
    assert lines[4].count("\t") == 3


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("level::1", "level::9", 7, "question 1, level"),
        ("Name two losses.", "", 9, "question 2: “text” is missing"),
        ("Basic\tML\tName", 'Basic\tML\t"Name', 9, "This row cannot be read"),
        ("separator:tab", "separator:wave", 1, "The separator “wave” is not known"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, line: int, words: str, tmp_path: Path) -> None:
    assert old in EXPORTED
    (problem,) = problems(tmp_path, EXPORTED.replace(old, new), Format.ANKI)
    assert words in problem.text
    assert problem.line == line


def test_formulas_are_written_in_one_way(tmp_path: Path) -> None:
    text = "#html:true\nWhat is [latex]x^2[/latex]?\t[$]y[/$], <anki-mathjax>e^x</anki-mathjax> &lt; 1\n"
    (question,) = imported(tmp_path, text, Format.ANKI)
    assert (question.text, question.model_answer) == (r"What is \(x^2\)?", r"\(y\), \(e^x\) < 1")


def test_a_card_about_html_is_no_html(tmp_path: Path) -> None:
    (question,) = imported(tmp_path, "What is a <div>?\tA block, such as <p>.\n", Format.ANKI)
    assert (question.text, question.model_answer) == ("What is a <div>?", "A block, such as <p>.")


def test_a_card_without_a_back_has_no_answer(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "#html:true\nWhat is a mean?\t\nWhat is a mode?\tThe top.\n", Format.ANKI)
    assert (problem.line, problem.text) == (2, "question 1: it has no answer.")
