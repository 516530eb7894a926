"""One question is changed and every other line stays: comments, order, spacing, line ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.bank import BUILT_IN_PACKS
from question_bank.errors import NotWritten
from question_bank.loader import Pack, load_pack, parse_pack
from question_bank.models import KeyPoint, Question
from question_bank.pack_editing import with_added, with_changed, without
from tests.question_bank.samples import GOOD_PACK

PATH = Path("example.yaml")
COMMENTED = """\
# My own questions.
title: Example   # a title
source: Somebody, A Book
questions:

  # The first one.
  - id: example.first
    kind: quick
    # Not so easy.
    level: 2
    text: "What is
      a median?"
    roles: [all]
    rounds: [final]
    topics: [own.x]
    key_points:
      - {id: middle, text: The middle., cues: [middle]}   # one is enough
    code: |
      # this is code, no comment
      x = 1

      # and this too

    # about the answer
    model_answer: >-
      Sort them and take
      the middle.

  # The second one.
  -   kind: quick
      id: example.second
      level: 1
      text: What is a mean?
      roles: [all]
      rounds: [final]
      topics: [own.x]
      model_answer: The sum by the number.
      key_points:
        - id: sum
          text: The sum.
          cues: [sum]
# The end.
"""


def pack_of(text: str) -> Pack:
    pack = parse_pack(PATH, text.encode())
    assert isinstance(pack, Pack), pack
    return pack


def questions_of(text: str) -> tuple[Question, ...]:
    return pack_of(text).questions


def differing(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that are gone, and lines that are new, by their words."""
    old, new = before.splitlines(), after.splitlines()
    return [line.strip() for line in old if line not in new], [line.strip() for line in new if line not in old]


def test_only_the_lines_that_changed_are_written() -> None:
    first, second = questions_of(COMMENTED)
    changed = replace(first, level=4, model_answer="Take the middle.")
    edited = with_changed(COMMENTED, PATH, first.id, changed)
    assert questions_of(edited.text) == (changed, second)
    gone, new = differing(COMMENTED, edited.text)
    assert gone == ["level: 2", "model_answer: >-", "Sort them and take", "the middle."]
    assert new == ["level: 4", "model_answer: Take the middle."]
    assert not edited.has_lost_comments


def test_the_code_of_the_last_lines_is_no_comment() -> None:
    first, second = questions_of(COMMENTED)
    changed = replace(first, code="x = 2\n\n# nothing else")
    edited = with_changed(COMMENTED, PATH, first.id, changed)
    assert questions_of(edited.text) == (changed, second)
    assert "    # about the answer\n" in edited.text


def test_a_comment_in_a_changed_line_is_told() -> None:
    first, _ = questions_of(COMMENTED)
    points = (KeyPoint("middle", "The one in the middle.", ("middle",)),)
    assert with_changed(COMMENTED, PATH, first.id, replace(first, key_points=points)).has_lost_comments


def test_an_id_behind_another_key_and_a_wide_dash() -> None:
    first, second = questions_of(COMMENTED)
    changed = replace(second, id="example.mean", kind=first.kind, shelf=("A Book",), code="sum(x) / len(x)")
    edited = with_changed(COMMENTED, PATH, second.id, changed)
    assert questions_of(edited.text) == (first, changed)
    assert "  -   kind: quick\n      id: example.mean\n" in edited.text
    assert edited.text.endswith("# The end.\n")


def test_a_key_is_taken_out() -> None:
    first, second = questions_of(COMMENTED)
    edited = with_changed(COMMENTED, PATH, first.id, replace(first, code=None))
    assert questions_of(edited.text) == (replace(first, code=None), second)
    assert "# about the answer" in edited.text


def test_a_question_is_added_and_taken_out_again() -> None:
    first, second = questions_of(COMMENTED)
    third = replace(first, id="example.third", code="def f():\n\n    return 1")
    added = with_added(COMMENTED, PATH, third)
    assert questions_of(added.text) == (first, second, third)
    assert not added.has_lost_comments
    assert added.text.startswith(COMMENTED.removesuffix("# The end.\n"))
    removed = without(added.text, PATH, third.id)
    assert removed is not None
    assert removed.text == COMMENTED


def test_the_only_question_leaves_no_pack() -> None:
    first, _ = questions_of(COMMENTED)
    one = without(COMMENTED, PATH, "example.second")
    assert one is not None
    assert "# The second one." in one.text
    assert without(one.text, PATH, first.id) is None


def test_line_ends_stay_and_a_missing_one_is_made() -> None:
    windows = GOOD_PACK.replace("\n", "\r\n").removesuffix("\r\n")
    second = questions_of(windows)[1]
    edited = with_added(windows, PATH, replace(second, id="example.third"))
    assert len(questions_of(edited.text)) == 3
    assert edited.text.count("\n") == edited.text.count("\r\n")
    changed = with_changed(windows, PATH, second.id, replace(second, model_answer="Add, then divide."))
    assert changed.text.startswith(windows[:200])


@pytest.mark.parametrize(
    "text",
    [
        (
            "title: T\nsource: S\nquestions: [{id: a, kind: quick, level: 1, text: W?, roles: [all], rounds: [all], "
            "topics: [own.x], model_answer: A., key_points: [{id: p, text: P., cues: [p]}]}]  # in braces\n"
        ),
        (
            "title: T\nsource: S\nquestions:\n-\n  # why\n  id: a\n  kind: quick\n  level: 1\n  text: W?\n"
            "  roles: [all]\n  rounds: [all]\n  topics: [own.x]\n  model_answer: A.\n"
            "  key_points: [{id: p, text: P., cues: [p]}]\n"
        ),
    ],
)
def test_what_is_written_otherwise_is_written_anew_as_a_whole(text: str) -> None:
    (question,) = questions_of(text)
    changed = replace(question, text="Why?")
    edited = with_changed(text, PATH, "a", changed)
    assert questions_of(edited.text) == (changed,)
    assert edited.has_lost_comments


def test_a_file_that_was_changed_meanwhile_is_not_overwritten() -> None:
    first, _ = questions_of(COMMENTED)
    with pytest.raises(NotWritten, match="any more"):
        with_changed(COMMENTED, PATH, "example.gone", first)
    with pytest.raises(NotWritten, match="fix the file first"):
        with_added("title: [", PATH, first)


@pytest.mark.parametrize("path", sorted(BUILT_IN_PACKS.glob("*.yaml")), ids=lambda path: path.stem)
def test_packs_written_by_hand_are_edited_in_place(path: Path) -> None:
    text, pack = path.read_text(encoding="utf-8"), load_pack(path)
    assert isinstance(pack, Pack)
    middle = pack.questions[len(pack.questions) // 2]
    changed = replace(middle, level=middle.level % 5 + 1, text="Is this question changed?")
    edited = with_changed(text, path, middle.id, changed)
    assert len(set(text.splitlines()) - set(edited.text.splitlines())) <= 6
