"""Tab goes where the eye goes: down the layout. Qt itself goes by when a widget was made or put into its window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget


def tab_in_reading_order(widget: QWidget) -> None:
    """Have Tab go through the controls of `widget` in the order of its layouts; again after rows were made anew."""
    for before, after in pairwise(_controls_of(widget)):
        QWidget.setTabOrder(before, after)


def _controls_of(widget: QWidget) -> Iterator[QWidget]:
    """Itself, if Tab goes to it, else what is in it: first what is laid out, then what was put there by hand."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from _controls_of(inner) if inner is not None else ()
        return
    layout = widget.layout()
    laid_out = list(_controls_in(layout)) if layout is not None else []
    yield from laid_out
    by_hand = QAbstractButton if layout is not None else QWidget  # whoever has no layout puts all its parts by hand
    for child in widget.children():
        if isinstance(child, by_hand) and not child.isWindow() and child not in laid_out:
            yield from _controls_of(child)


def _controls_in(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _controls_of(widget)
        elif inner is not None:
            yield from _controls_in(inner)
