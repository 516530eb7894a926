"""The user's own rating of an answer, asked quietly. What it leads to: `simulator.schedule`."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.chips import Chip
from ui.widgets.flow_layout import Flow
from ui.widgets.text import Text

RATINGS: Final = (("Again", 1), ("Hard", 2), ("Good", 3), ("Easy", 4))

_NAME: Final = "Your own rating"
_WORDS: Final = "How did it go? Your rating decides when this question comes back."


class OwnRating(QGroupBox):
    """Four chips of which none need be chosen; a choice may be changed, not taken back.

    Signals:
        rated(int): from 1 ("again") to 4 ("easy").
    """

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_NAME)
        self.setAccessibleDescription(_WORDS)
        self._chips = {rating: Chip(label, self) for label, rating in RATINGS}
        self._return = Text("", "caption")
        self._rating: int | None = None
        self._is_showing = False
        self._lay_out()
        for rating, chip in self._chips.items():
            chip.toggled.connect(partial(self._on_toggled, rating))
            chip.step_wanted.connect(partial(self._on_step_wanted, rating))
        self.show_rating(None)
        self.show_return("")

    @property
    def rating(self) -> int | None:
        """What is chosen, None if nothing is."""
        return self._rating

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self._chips.values())

    def show_rating(self, rating: int | None) -> None:
        """Show a rating given before, or none. Emits nothing."""
        self._rating = rating
        self._is_showing = True
        for value, chip in self._chips.items():
            chip.setChecked(value == rating)
            is_entrance = value == (rating or 1)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_entrance else Qt.FocusPolicy.ClickFocus)
        self._is_showing = False

    def show_return(self, words: str) -> None:
        """Say below the chips when the question comes back; nothing where that is not known."""
        self._return.setText(words)
        self._return.setVisible(bool(words))

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        chips = Flow(spacing=2 * SPACE)
        for chip in self._chips.values():
            chips.add(chip)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        row.addWidget(Text(_WORDS, "caption"), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(chips, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(row)
        column.addWidget(self._return)

    def _rate(self, rating: int) -> None:
        is_new = rating != self._rating
        self.show_rating(rating)
        if is_new:
            self.rated.emit(rating)

    def _on_toggled(self, rating: int, is_checked: bool) -> None:
        """Not `clicked`: a screen reader toggles a button without a click. Taking off the chosen one is undone."""
        if not self._is_showing:
            self._rate(rating if is_checked or self._rating is None else self._rating)

    def _on_step_wanted(self, rating: int, step: int) -> None:
        """An arrow key moves the focus while nothing is chosen, and the choice once there is one."""
        target = (rating - 1 + step) % len(RATINGS) + 1
        if self._rating is not None:
            self._rate(target)
        self._chips[target].setFocus(Qt.FocusReason.TabFocusReason)
