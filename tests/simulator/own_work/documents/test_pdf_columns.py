"""Pieces of a page come in the order in which a person reads them."""

from __future__ import annotations

import random

import pytest

from simulator.own_work.documents.pdf_columns import Piece, reading_order

LINE = 14


def piece(text: str, left: float, row: float) -> Piece:
    bottom = 700 - LINE * row
    return Piece(text, left, bottom, left + 5 * len(text), bottom + 10)


def column(left: float, *texts: str, first: float = 0) -> list[Piece]:
    return [piece(text, left, first + row) for row, text in enumerate(texts) if text]


def test_lines_come_from_top_to_bottom_in_whatever_order_they_are_drawn() -> None:
    drawn = column(40, "one", "two", "three", "four")
    random.Random(1).shuffle(drawn)
    assert reading_order(drawn) == "one\ntwo\nthree\nfour"
    assert reading_order([]) == ""


def test_more_space_than_usual_is_an_empty_line() -> None:
    drawn = [*column(40, "one", "two", "three"), *column(40, "four", "five", first=4)]
    assert reading_order(drawn) == "one\ntwo\nthree\n\nfour\nfive"


def test_columns_come_one_after_the_other_below_what_spans_them() -> None:
    heading = piece("A heading that spans the whole of the page, from left to right", 40, 0)
    left, right = column(40, "a", "b", "c", "d", first=2), column(250, "w", "x", "y", "z", first=2)
    read = reading_order([heading, *(one for row in zip(left, right, strict=True) for one in row)])
    assert read.split("\n\n") == [heading.text, "a\nb\nc\nd", "w\nx\ny\nz"]


def test_two_lines_side_by_side_are_no_columns() -> None:
    drawn = [*column(40, "Analyst", "reports", "Developer", "services"), piece("2020", 300, 0), piece("2022", 300, 2)]
    assert reading_order(drawn) == "Analyst | 2020\nreports\nDeveloper | 2022\nservices"


def test_names_of_sections_beside_them_stay_with_them() -> None:
    names = [piece("Skills", 40, 0), piece("Work", 40, 4), piece("School", 40, 8)]
    beside = column(200, *"abcdefghijkl")
    assert reading_order([*names, *beside]).split() == ["Skills", *"abcd", "Work", *"efgh", "School", *"ijkl"]


@pytest.mark.timeout(20)
def test_a_page_full_of_pieces_takes_no_long_time() -> None:
    chance = random.Random(2)
    drawn = [piece("word", chance.uniform(0, 550), chance.uniform(0, 50)) for _ in range(3000)]
    assert reading_order(drawn).count("word") == 3000
