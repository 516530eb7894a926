"""Rows of a title with a caption below it: as high as its lines need, and both of them painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from ui.widgets.captioned_rows import CaptionedRows
from ui.widgets.list_rows import RowList, ValueModel

WORDS = ("Why gradient boosting, and what would make it fail there?", "Project · level 3")


def rows_of(lines: int, title: str, caption: str) -> RowList:
    view = RowList("Rows")
    model: ValueModel[str] = ValueModel(str)
    model.setParent(view)
    model.show([title])
    view.setModel(model)
    view.setItemDelegate(CaptionedRows(view, lines, str, lambda _title: caption))
    return view


def painted(title: str, caption: str) -> QImage:
    view = rows_of(2, title, caption)
    view.resize(320, 120)
    image = QImage(320, 120, QImage.Format.Format_RGB32)
    view.render(image)
    return image


@pytest.mark.parametrize(("lines", "height"), [(1, 60), (2, 78), (3, 96)])
def test_a_row_is_as_high_as_its_lines_need(qapp: QApplication, lines: int, height: int) -> None:
    view = rows_of(lines, *WORDS)
    assert view.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height() == height


def test_title_and_caption_are_painted_one_below_the_other(qapp: QApplication) -> None:
    bare, titled, captioned = painted("", ""), painted(WORDS[0], ""), painted("", WORDS[1])
    upper, lower = QRect(0, 0, 320, 52), QRect(0, 52, 320, 26)
    assert titled.copy(upper) != bare.copy(upper)
    assert titled.copy(lower) == bare.copy(lower)
    assert captioned.copy(upper) == bare.copy(upper)
    assert captioned.copy(lower) != bare.copy(lower)
