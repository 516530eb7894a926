"""HTML is taken apart, never rendered."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.exchange.html_text import looks_like_html, read_html


def test_paragraphs_lines_items_and_code_are_told_apart() -> None:
    field = read_html("One<br>two<p>three</p><ul><li>a <b>b</b><br>c<li>d</ul><pre>x\n  y<br>z</pre>end")
    assert [line for line in field.lines if line] == ["One", "two", "three", "end"]
    assert field.items == ("a b c", "d")
    assert field.code == "x\n  y\nz"


def test_words_on_both_sides_of_a_tag_stay_apart_as_they_were() -> None:
    assert read_html("one\n<b>two</b>three").lines == ("one twothree",)


@pytest.mark.parametrize(
    ("text", "is_html"),
    [("a < b", False), ("AT&T; no", False), ("x<y and y<z", False), ("a<br>b", True), ("&amp;", True), ("&#60;", True)],
)
def test_html_is_known_by_its_looks(text: str, is_html: bool) -> None:
    assert looks_like_html(text) == is_html


@given(st.text(st.sampled_from("<>/!-&;#x \"'=ablipre\n"), max_size=80))
def test_no_markup_is_too_broken(html: str) -> None:
    field = read_html(html)
    assert all("\n" not in line for line in (*field.lines, *field.items))


@pytest.mark.parametrize("nest", ["<div>", "<", "<!--", "</", "<a b=", "&#", "<![CDATA[", "<li>", "<pre>"])
def test_markup_without_end_takes_no_time(nest: str) -> None:
    started = time.monotonic()
    read_html(nest * (40_000 // len(nest)))
    assert time.monotonic() - started < 2
