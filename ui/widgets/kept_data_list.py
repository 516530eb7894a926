"""Where the user's data is: what is kept, how large it is, and what may be deleted here. It deletes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from simulator.kept_data import Kept, KeptKind
from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text, set_tool_tip
from ui.words.kept_data import HINTS, NAMES, size_words

_DELETABLE: Final = {KeptKind.COPIES: "Delete copies", KeptKind.CACHE: "Empty cache"}


class KeptDataList(QWidget):
    """A row for each kind of thing, and below them what can be done with the whole.

    Signals:
        delete_requested(KeptKind): copies or cache are to go.
        folder_requested(): the data folder is to be shown.
        backup_requested(): the whole library is to be saved to one file.
    """

    delete_requested = Signal(object)
    folder_requested = Signal()
    backup_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {kind: _KeptRow(kind, self) for kind in KeptKind}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        for kind, row in self._rows.items():
            row.delete.clicked.connect(lambda _checked=False, kind=kind: self.delete_requested.emit(kind))
            column.addWidget(row)
        column.addSpacing(SPACE)
        column.addLayout(self._foot())

    def show_kept(self, kept: Iterable[Kept]) -> None:
        """Show these sizes."""
        for one in kept:
            self._rows[one.kind].show_kept(one)

    def show_backing_up(self, is_under_way: bool) -> None:
        """Say that the library is being saved, and let it not be asked for twice."""
        self._back_up.setEnabled(not is_under_way)
        self._back_up.setText("Saving…" if is_under_way else "Back up to a file…")

    def _foot(self) -> QHBoxLayout:
        self._back_up = Button("Back up to a file…", icon_name="library")
        self._back_up.clicked.connect(self.backup_requested)
        folder = Button("Open data folder", look="quiet")
        folder.clicked.connect(self.folder_requested)
        foot = QHBoxLayout()
        foot.setSpacing(2 * SPACE)
        foot.addWidget(self._back_up)
        foot.addWidget(folder)
        foot.addStretch(1)
        return foot


class _KeptRow(QWidget):
    """Name and hint, size, and a button where it may be deleted here."""

    def __init__(self, kind: KeptKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Text(NAMES[kind], "body")
        self._size = Text("…", "soft", wraps=False)
        self._size.setAccessibleName(f"{NAMES[kind]}: …")
        self.delete = Button(_DELETABLE.get(kind, ""), look="link", parent=self)
        self.delete.setVisible(False)
        self._can_be_deleted = kind in _DELETABLE
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(Text(HINTS[kind], "caption"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * SPACE)
        row.addLayout(words, 1)
        row.addWidget(self.delete)
        row.addWidget(self._size)

    def show_kept(self, kept: Kept) -> None:
        words = size_words(kept)
        self._size.setText(words)
        self._size.setAccessibleName(f"{NAMES[kept.kind]}: {words}")
        set_tool_tip(self._name, str(kept.path))
        self.delete.setVisible(self._can_be_deleted and kept.files > 0)
