"""Asks how long an answer was and how many filler sounds were in it, before the report says so. Judges nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.select import Stepper
from ui.widgets.text import Text, label_for

# Our own: the longest answer there is a target for, and as many filler sounds as nobody would guess beyond.
_LONGEST_S: Final = 600
_MOST_SOUNDS: Final = 60
_USUAL_S: Final = 60
_STEPPER_PX: Final = 180


class GuessCard(Card):
    """Two steppers and a button.

    Signals:
        guessed(int, int): the length in seconds and the number of filler sounds.
    """

    guessed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=6 * SPACE)
        self.setAccessibleName("Your guess")
        self._length = Stepper("How long was it?", 0, _LONGEST_S, step=5)
        self._length.setSuffix(" s")
        self._sounds = Stepper("How many filler sounds?", 0, _MOST_SOUNDS)
        self._see = Button("See the report", "Enter", "primary")
        self._lay_out()
        self._see.clicked.connect(self._on_see_clicked)
        for stepper in (self._length, self._sounds):
            stepper.lineEdit().returnPressed.connect(self._on_see_clicked)

    def begin(self) -> None:
        """Ask anew."""
        self._length.show_value(_USUAL_S)
        self._sounds.show_value(0)
        self._length.setFocus(Qt.FocusReason.OtherFocusReason)
        self._length.selectAll()

    def _lay_out(self) -> None:
        self.body.setSpacing(4 * SPACE)
        self.body.addWidget(Text("Guess before you see the results. Um, uh, er, hmm: each counts as one.", "soft"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(3 * SPACE)
        grid.setColumnStretch(2, 1)
        for row, stepper in enumerate((self._length, self._sounds)):
            stepper.setMinimumWidth(_STEPPER_PX)
            grid.addWidget(label_for(stepper, stepper.accessibleName(), "body"), row, 0)
            grid.addWidget(stepper, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._see, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_see_clicked(self) -> None:
        self.guessed.emit(self._length.value(), self._sounds.value())
