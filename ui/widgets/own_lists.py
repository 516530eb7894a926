"""Lists of short texts of the user’s own: added, changed, taken off where they stand. `own_work_screen` uses them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.flow_layout import Flow
from ui.widgets.text_line import TextLine

_LONGEST: Final = 90


class AddLine(QWidget):
    """A line with an Add button beside it.

    Signals:
        added(str): what was typed; the line is empty again.
    """

    added = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = TextLine(name, hint, _LONGEST)
        self._add = Button("Add", is_small=True)
        self._add.setAccessibleName(f"Add {name[0].lower()}{name[1:]}")
        self._add.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._line, 1)
        row.addWidget(self._add)
        self._line.textChanged.connect(lambda text: self._add.setEnabled(bool(text.strip())))
        self._line.returnPressed.connect(self._on_added)
        self._add.clicked.connect(self._on_added)

    def take_focus(self) -> None:
        """Go on typing here."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        text = self._line.text().strip()
        if text:
            self._line.clear()
            self.added.emit(text)


class ChipList(QWidget):
    """Short names as chips; pressing one takes it off.

    Signals:
        added(str), removed(str): what the user typed, or took off.
    """

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._flow = Flow()
        self._add = AddLine(name, hint)
        self._add.added.connect(self.added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        column.addWidget(self._flow)
        column.addWidget(self._add)
        self._flow.hide()

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these. Emits nothing."""
        if names == self._names:
            return
        self._names = names
        self._flow.clear()
        for name in names:
            chip = Button(name, icon_name="x", is_small=True)
            chip.setAccessibleName(f"Remove {name}")
            chip.clicked.connect(partial(self._on_removed, name))
            self._flow.add(chip)
            chip.show()
        self._flow.setVisible(bool(names))

    def _on_removed(self, name: str, _is_checked: bool = False) -> None:
        self._add.take_focus()
        self.removed.emit(name)


class EditableList(QWidget):
    """Names on lines of their own, each to be changed or taken off.

    Signals:
        added(str), removed(str): what the user typed, or took off.
        renamed(str, str): the name before, and now.
    """

    added = Signal(str)
    removed = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._names: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._add = AddLine(name, hint)
        self._add.added.connect(self.added)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(self._add)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these. Emits nothing."""
        if names == self._names:
            return
        self._names = names
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, name) for number, name in enumerate(names, start=1)]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index, row)
            row.show()

    def _row(self, number: int, name: str) -> QWidget:
        row = QWidget()
        line = TextLine(f"{self._name} {number}", longest=_LONGEST)
        line.setText(name)
        line.setCursorPosition(0)
        line.editingFinished.connect(lambda: self._on_edited(name, line))
        remove = IconButton("x", f"Remove {name}")
        remove.setToolTip("Remove")
        remove.clicked.connect(partial(self._on_removed, name))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE)
        across.addWidget(line, 1)
        across.addWidget(remove)
        return row

    def _on_edited(self, name: str, line: QLineEdit) -> None:
        if line.text().strip() == name:
            return
        self.renamed.emit(name, line.text())
        if name in self._names and not line.text().strip():
            line.setText(name)

    def _on_removed(self, name: str, _is_checked: bool = False) -> None:
        self._add.take_focus()
        self.removed.emit(name)
