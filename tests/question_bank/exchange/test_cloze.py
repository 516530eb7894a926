"""Gaps of Anki's cards."""

from __future__ import annotations

import time

import pytest

from question_bank.exchange.cloze import without_gaps


@pytest.mark.parametrize(
    ("field", "asked", "told"),
    [
        ("No gap {here}.", "No gap {here}.", "No gap {here}."),
        ("{{c1::Dropout::layer}} drops {{c2::units}}.", "… drops ….", "Dropout drops units."),
        ("{{c1::in {{c2::each::hint}} other}}", "…", "in each other"),
        (r"\frac{ {{c1::\partial L}} }{w}", r"\frac{ … }{w}", r"\frac{ \partial L }{w}"),
        (r"{{c1::\frac{a}{b}}}", "…", r"\frac{a}{b}"),
        ("{{c1::never {{c2::ends}}", "{{c1::never …", "{{c1::never ends"),
    ],
)
def test_gaps_are_open_for_the_question_and_closed_for_the_answer(field: str, asked: str, told: str) -> None:
    assert without_gaps(field) == (asked, told)


def test_gaps_without_end_take_no_time() -> None:
    started = time.monotonic()
    without_gaps("{{c1::" * 6_000)
    assert time.monotonic() - started < 2
