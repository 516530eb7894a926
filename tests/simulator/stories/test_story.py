"""Titles and tags are tidied before they are kept."""

from __future__ import annotations

from simulator.stories.story import LONGEST_TAG, LONGEST_TITLE, UNTITLED, clean_tags, clean_title


def test_a_title_is_one_line_and_never_empty() -> None:
    assert clean_title("  The\n index ") == "The index"
    assert clean_title(" \n") == UNTITLED
    assert len(clean_title("word " * 40)) <= LONGEST_TITLE


def test_tags_are_lower_case_and_each_once() -> None:
    assert clean_tags(("Failure", " ", "failure ", "On  call")) == ("failure", "on call")
    assert clean_tags(("x" * 99,)) == ("x" * LONGEST_TAG,)
