"""Prose comes on one line, code keeps its lines."""

from question_bank.answer_paragraphs import as_code, code_in, is_code, paragraphs_of

CODE = "def twice(x):\n    return 2 * x"


def test_prose_is_joined_and_code_is_not() -> None:
    assert paragraphs_of(f"Two  words\nhere.\n\n{as_code(CODE)}\n\n\nMore.") == [
        "Two words here.",
        "    def twice(x):\n        return 2 * x",
        "More.",
    ]


def test_code_comes_back_as_it_was() -> None:
    assert code_in(as_code(CODE)) == CODE


def test_a_line_that_is_not_indented_makes_it_prose() -> None:
    assert is_code(as_code(CODE))
    assert not is_code("    indented\nnot indented")


def test_tabs_are_indentation_too() -> None:
    assert code_in(as_code("if x:\n\ty()")) == "if x:\n    y()"
