"""Words painted into the rows of a list: broken between words, cut where there is no more room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.theme import BODY_PX, font
from ui.widgets.list_rows import fitted_lines

WORDS = "You say that you used gradient boosting in three projects. Why that one, and what would make it fail there?"


@pytest.mark.parametrize("most", [1, 2, 3, 9])
def test_no_word_is_lost_and_only_the_last_line_may_be_too_long(qapp: QApplication, most: int) -> None:
    text_font = font(BODY_PX)
    lines = fitted_lines(WORDS, text_font, 260, most)
    assert " ".join(lines) == WORDS
    assert len(lines) <= most
    assert all(QFontMetrics(text_font).horizontalAdvance(line) <= 260 for line in lines[:-1])
    assert most < 9 or QFontMetrics(text_font).horizontalAdvance(lines[-1]) <= 260


def test_what_fits_stands_on_one_line(qapp: QApplication) -> None:
    assert fitted_lines("Why?", font(BODY_PX), 260, 3) == ["Why?"]


def test_a_word_wider_than_the_row_is_broken(qapp: QApplication) -> None:
    lines = fitted_lines("m" * 200, font(BODY_PX), 100, 3)
    assert len(lines) == 3
    assert "".join(lines) == "m" * 200
