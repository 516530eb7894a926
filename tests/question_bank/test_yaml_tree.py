"""YAML from strangers: plain values and lines, or a refusal before anything was built."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.errors import UnreadablePack
from question_bank.yaml_tree import MAX_SCALAR_CHARS, read_yaml

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join(['*' + before] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_values_are_lists_mappings_and_text() -> None:
    tree = read_yaml("a: 1\nb: [no, x]\nc:\n  d: 2020-01-01\n")
    assert tree.value == {"a": "1", "b": ["no", "x"], "c": {"d": "2020-01-01"}}


def test_lines_count_from_one_and_fall_back_to_what_surrounds() -> None:
    tree = read_yaml("# a comment\na: 1\nb:\n  - x\n  - c: y\n    d: z\n")
    assert tree.line_of(("a",)) == 2
    assert tree.line_of(("b", 0)) == 4
    assert tree.line_of(("b", 1, "d")) == 6
    assert tree.line_of(("b", 1, "unknown", 7)) == 5
    assert tree.line_of(("unknown",)) == 1


def test_unquoted_words_that_yaml_takes_for_something_else_are_noted() -> None:
    tree = read_yaml("on: [no, 'no', 1, .5, word, y]\nb: ~\nc: 2020-01-01\nd:\ne: |\n  no\n")
    assert tree.misread == {
        ("on", 0): "true or false", ("on", 2): "a number", ("on", 3): "a number", ("b",): "no value", ("c",): "a date",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["[10, 000]", "['10',000]", "[10,\n000]", "[10,0000]", "[10,00]", "- 10\n- 000", "[a,000]"]
)
def test_numbers_that_stand_apart_are_values_of_their_own(text: str) -> None:
    assert len(read_yaml(text).value) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: x\nb: *a\n", 2, "Aliases are not read"),
        (BOMB, 2, "Aliases are not read"),
        ("a: &loop [*loop]\n", 1, "Aliases are not read"),
        ("a: x\nb: !!python/object/apply:os.system [ls]\n", 2, "Tags are not read"),
        ("a: x\nb: !!binary aGk=\n", 2, "Tags are not read"),
        ("a: x\na: y\n", 2, "written twice"),
        ("a: x\n---\nb: y\n", 2, "a second document"),
        ("a: x\n? [b]\n: y\n", 2, "A key must be a word"),
        ("a: x\nb: \x1b[31mred\n", 2, "U+001B"),
        ("a: x\nb: \u202egnp.exe\n", 2, "U+202E"),
        ("a: x\nb: [y\n", 3, "not valid YAML"),
        ("a: x\nb: y: z\n", 2, "not valid YAML"),
        ("a: x\nb: [y, 10,000]\n", 2, "The comma splits “10,000” into two values; put the number in quotes"),
        ("a: " + "[" * 12, 1, "nested more than 8 deep"),
        ("a: b\nc: " + "x" * (MAX_SCALAR_CHARS + 1), 2, "the limit is 20,000"),
        ("", 1, "empty"),
        ("# only a comment\n", 1, "empty"),
    ],
)
def test_unsafe_or_malformed_text_is_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(UnreadablePack) as refused:
        read_yaml(text)
    assert words in refused.value.text
    assert refused.value.line == line


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "&a "])
def test_megabytes_of_nonsense_are_refused(piece: str) -> None:
    with pytest.raises(UnreadablePack):
        read_yaml(piece * 2_000_000)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(UnreadablePack):
        assert read_yaml(text).line_of(()) == 1
