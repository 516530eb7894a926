"""A scroll area that a screen reader cannot crash."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """A scroll area whose only child, as a screen reader sees it, is its viewport.

    Qt lists the scroll bars too while they are visible, and gives a child by its place without looking whether there
    are still so many: a screen reader that asked a moment too late for the bar of a screen that had gone ended the
    program (`QAccessibleAbstractScrollArea::child`, Qt 6.11). Qt knows the containers of the bars by their names.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            container = bar.parentWidget()
            assert container is not None  # noqa: S101 - Qt makes one for each
            container.setObjectName("")
