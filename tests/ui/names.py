"""What a screen reader would miss: controls without a name. Used by the tests of screens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QWidget


def name_of(widget: QWidget) -> str:
    """The name that assistive technology is given; a combo box has it from its label, as always on Linux."""
    if isinstance(widget, QComboBox):
        labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return name_of(labels[0]) if labels else ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def nameless(screen: QWidget) -> list[str]:
    """Every control of `screen`, as it is shown now, that can have the focus and has no name."""
    return [_described(widget) for widget in _focusable(screen) if not name_of(widget).strip()]


def named(screen: QWidget, name: str) -> QWidget:
    """The one widget of this name. Raises AssertionError unless there is exactly one outside of others of that name."""
    found = [widget for widget in screen.findChildren(QWidget) if name_of(widget) == name]
    outermost = [widget for widget in found if not _is_inside(widget, found) and not _is_label_of(widget, found)]
    assert len(outermost) == 1, f"{len(outermost)} widgets are named {name!r}"
    return outermost[0]


def _focusable(screen: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.isVisibleTo(screen)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QAbstractItemView)
        and not widget.isWindow()
    ]


def _is_inside(widget: QWidget, found: list[QWidget]) -> bool:
    return any(other is not widget and other.isAncestorOf(widget) for other in found)


def _is_label_of(widget: QWidget, found: list[QWidget]) -> bool:
    return isinstance(widget, QLabel) and widget.buddy() in found


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()
