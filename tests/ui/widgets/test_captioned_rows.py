"""Rows of a title with a caption below it: as high as its lines need, and both of them painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
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
    image.fill(0)  # what is not painted would be whatever lay in memory
    view.render(image)
    return image


@pytest.mark.parametrize(("lines", "height"), [(1, 60), (2, 78), (3, 96)])
def test_a_row_is_as_high_as_its_lines_need(qapp: QApplication, lines: int, height: int) -> None:
    view = rows_of(lines, *WORDS)
    assert view.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height() == height


def lines_that_differ(one: QImage, other: QImage) -> list[int]:
    return [y for y in range(one.height()) if one.copy(0, y, one.width(), 1) != other.copy(0, y, one.width(), 1)]


def test_title_and_caption_are_painted_one_below_the_other(qapp: QApplication) -> None:
    bare = painted("", "")
    of_title = lines_that_differ(painted(WORDS[0], ""), bare)
    of_caption = lines_that_differ(painted("", WORDS[1]), bare)
    assert of_title
    assert of_caption
    assert min(of_title) < min(of_caption)
    assert max(of_title) < max(of_caption)
