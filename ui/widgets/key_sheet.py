"""The sheet of keys. It tells what the keys are; the screens wire them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE, colours
from ui.widgets.button import Button
from ui.widgets.page import ScrollColumn
from ui.widgets.painting import badge_width, draw_badge
from ui.widgets.text import Text

KEYS: Final[tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...]] = (
    (
        "Everywhere",
        (
            (("Ctrl+1…5",), "Practise, History, Progress, Questions, Settings"),
            (("Ctrl+F",), "Search"),
            (("Ctrl+K",), "Commands: type what you would like to do"),
            (("Ctrl+E",), "Export, where interviews are shown"),
            (("Ctrl+Z",), "Undo"),
            (("F1", "?"), "This sheet"),
            (("Esc",), "Stop the voice, or close"),
        ),
    ),
    ("Practise", ((("Enter",), "Start the interview"), (("D",), "Quick drill"))),
    (
        "History",
        (
            (("Enter",), "Open the interview or the answer"),
            (("F2",), "Name and tags"),
            (("S",), "Add or remove a star"),
            (("Delete",), "Delete it"),
            (("Ctrl+Z",), "Undo the deletion (within 10 s)"),
        ),
    ),
    (
        "Questions",
        (
            (("Shift", "Ctrl"), "With a click or an arrow key: choose several"),
            (("Ctrl+A",), "Choose all the questions shown"),
            (("Ctrl+Z",), "Undo a save, deletion or import"),
        ),
    ),
    (
        "Your stories",
        (
            (("K",), "Play or pause the answer the story came from"),
            (("Delete",), "Delete the story"),
            (("Ctrl+Z",), "Undo the deletion"),
        ),
    ),
    (
        "Interview",
        (
            (("Space",), "Start or stop the answer"),
            (("R",), "Replay the question"),
            (("S",), "Skip the question"),
            (("P",), "Pause or resume"),
            (("T",), "Open or close the story that fits the question"),
            (("H",), "Open or close the hint, when you answer again"),
            (("N",), "Next question, after an answer"),
            (("Space",), "Stay on the feedback when hands-free is about to move on"),
        ),
    ),
    (
        "Summary",
        (
            (("Enter",), "Open the answer in Review"),
            (("→", "←"), "Show or hide its key points"),
            (("Ctrl+P",), "Print the summary"),
        ),
    ),
    (
        "Feedback and review",
        (
            (("F",), "Mark or unmark the word at the cursor as a filler"),
            (("F2",), "Correct the word at the cursor, or the selection (also a double-click)"),
            (("Delete",), "Delete the word at the cursor, or the selection"),
            (("Shift+F10",), "Menu for the word at the cursor"),
            (("V",), "Correct the current key point: made or not made"),
            (("R",), "Read the model answer or the key points aloud"),
            (("Ctrl+Z",), "Undo the last correction"),
            (("K",), "Play or pause"),
            (("J", "L"), "Back or forward 2 s"),
            ((",", "."), "Previous or next flag"),
            (("-", "="), "Slower or faster"),
            (("Ctrl+=", "Ctrl+-"), "In review: zoom in or out (also Ctrl with the mouse wheel)"),
            (("Shift+←", "Shift+→"), "In review, on the recording: choose a stretch"),
            (("O",), "In review: loop the selection"),
            (("Delete",), "In review, on the list of answers: delete the answer; Ctrl+Z within 10 s undoes it"),
        ),
    ),
    (
        "Compare",
        (
            (("1",), "Play or pause the earlier answer"),
            (("2",), "Play or pause the later answer"),
            (("Esc",), "Back to the previous screen"),
        ),
    ),
)


class KeyBadges(QWidget):
    """Keys as they look on the buttons."""

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setAccessibleName(" or ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(sum(badge_width(key) + SPACE for key in self._keys), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0
        for key in self._keys:
            draw_badge(painter, key, left, self.height() // 2, palette.ink, palette.faint)
            left += badge_width(key) + SPACE


class KeySheet(QDialog):
    """All keys, by where they work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(520, 760)
        scroll = ScrollColumn("Keys")
        scroll.column.setContentsMargins(7 * SPACE, 7 * SPACE, 7 * SPACE, 3 * SPACE)
        scroll.column.setSpacing(3 * SPACE)
        scroll.column.addWidget(Text("Keys", "title"))
        for place, keys in KEYS:
            scroll.column.addSpacing(2 * SPACE)
            scroll.column.addWidget(Text(place, "label"))
            scroll.column.addLayout(_rows(keys))
        scroll.column.addStretch(1)
        close = Button("Close", "Esc")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(7 * SPACE, 2 * SPACE, 7 * SPACE, 5 * SPACE)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(foot)


def _rows(keys: tuple[tuple[tuple[str, ...], str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 128)
    grid.setHorizontalSpacing(4 * SPACE)
    grid.setVerticalSpacing(SPACE)
    for row, (names, what) in enumerate(keys):
        grid.addWidget(KeyBadges(names), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Text(what, "body"), row, 1)
    return grid
