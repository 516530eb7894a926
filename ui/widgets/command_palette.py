"""Everything that can be done now, found by typing a few letters of it. What a command does is its owner's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QDialog, QVBoxLayout, QWidget

from ui.theme import BODY_PX, SPACE, Palette, font
from ui.widgets.button import Button
from ui.widgets.list_rows import VALUE_ROLE, Index, RowDelegate, RowList, ValueModel, draw_line
from ui.widgets.painting import badge_width, draw_badge
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine

_WIDTH: Final = 520
_HEIGHT: Final = 420
_ROW: Final = 40
_MOVING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_RUNNING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Command:
    """A name, the key that does the same ("" without one), and the deed."""

    name: str
    key: str
    act: Callable[[], object]


def matching(commands: Iterable[Command], typed: str) -> list[Command]:
    """Those whose name holds every word that was typed, in any order; names that begin with the first come first."""
    words = typed.casefold().split()
    found = [one for one in commands if all(word in one.name.casefold() for word in words)]
    return sorted(found, key=lambda one: not one.name.casefold().startswith(words[0])) if words else found


def commands_in(screen: QWidget) -> Iterator[Command]:
    """Each button in view that can be pressed, once by name; what is ticked or chosen is left out."""
    seen: set[str] = set()
    for button in screen.findChildren(QAbstractButton):
        name = button.accessibleName() or button.text()
        if name and name not in seen and button.isVisible() and button.isEnabled() and not button.isCheckable():
            seen.add(name)
            yield Command(name, button.key_hint if isinstance(button, Button) else "", button.click)


class CommandPalette(QDialog):
    """A line to type into above the commands that match; Up and Down choose, Enter does the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Commands")
        self.resize(_WIDTH, _HEIGHT)
        self._known: Sequence[Command] = ()
        self._model: ValueModel[Command] = ValueModel(_words)
        self._line = TextLine("Command", "What would you like to do?", parent=self)
        self._list = RowList("Commands", self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_CommandDelegate(self._list, _ROW))
        self._nothing = Text("No matching commands.", "soft", self)
        self._lay_out()
        self._line.textChanged.connect(self._on_text_changed)
        self._line.installEventFilter(self)
        self._list.row_opened.connect(self._run)

    def offer(self, commands: Iterable[Command]) -> None:
        """Open with these commands and an empty line."""
        self._known = tuple(commands)
        self._line.clear()
        self._fill()
        self.open()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _on_text_changed(self, _text: str) -> None:
        self._fill()

    def _fill(self) -> None:
        found = matching(self._known, self._line.text())
        self._model.show(found)
        self._nothing.setVisible(not found)
        if found:
            self._list.choose_row(0)

    def _run(self, row: int) -> None:
        """The dialog is gone before the deed, which may open another."""
        command = self._model.values[row]
        self.accept()
        command.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that mean the list, typed into the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVING:
                self._list.keyPressEvent(event)
                return True
            if event.key() in _RUNNING and self._model.values:
                self._run(self._list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)


class _CommandDelegate(RowDelegate):
    """The name, and the key at the right."""

    def paint_row(self, painter: QPainter, area: QRect, index: Index, palette: Palette) -> None:
        command: Command = index.data(VALUE_ROLE)
        key_px = badge_width(command.key) if command.key else 0
        inner = area.adjusted(3 * SPACE, 0, -3 * SPACE, 0)
        draw_line(painter, inner.adjusted(0, 0, -key_px - SPACE, 0), command.name, font(BODY_PX), palette.ink)
        if command.key:
            middle = inner.top() + inner.height() // 2
            draw_badge(painter, command.key, inner.right() - key_px, middle, palette.ink, palette.faint)


def _words(command: Command) -> str:
    return f"{command.name}, {command.key}" if command.key else command.name
