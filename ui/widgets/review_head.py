"""What stands above a session in Review: the way back, its name and date, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.store.records import SessionSummary
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.export_button import ExportButton
from ui.widgets.text import Text
from ui.words.session_summary import session_start, session_title


class ReviewHead(QWidget):
    """Links in a line, the title below.

    Signals:
        back_requested(): to where the user came from.
        delete_requested(): the whole session is to go.
    """

    back_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = Button("History", look="link", icon_name="arrow-left")
        self.summary = Button("Summary", look="link", icon_name="list")
        self.export = ExportButton()
        self._delete = Button("Delete interview", look="link", icon_name="trash-2")
        self._title = Text("", "title")
        self._when = Text("", "soft")
        self._back.clicked.connect(self.back_requested)
        self._delete.clicked.connect(self.delete_requested)
        links = QHBoxLayout()
        links.addWidget(self._back)
        links.addWidget(self.summary)
        links.addStretch(1)
        links.addWidget(self.export)
        links.addWidget(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(links)
        column.addWidget(self._title)
        column.addWidget(self._when)

    def show_session(self, session: SessionSummary) -> None:
        """Name this one."""
        self._title.setText(session_title(session))
        self._when.setText(session_start(session))

    def show_way_back(self, name: str) -> None:
        """Name the place that `back_requested` leads to."""
        self._back.setText(name)
        self._back.updateGeometry()
