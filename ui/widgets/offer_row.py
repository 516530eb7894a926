"""A thing that can be had: what is so of it, and buttons for what can be done with it now. Nothing is done here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.page import TurningRow
from ui.widgets.text import Text

_NARROW_PX: Final = 460


class OfferRow(TurningRow):
    """One of them: what is so of it, and a button for each thing that can be done with it now.

    `verbs` are what the buttons say, with what each does.
    """

    def __init__(self, title: str, verbs: dict[str, Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(_NARROW_PX, 2 * SPACE, parent)
        self._sentence = Text("", "caption")
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addWidget(Text(title, "body"))
        words.addWidget(self._sentence)
        across = QHBoxLayout()
        across.setSpacing(SPACE)
        across.addStretch(1)
        self._buttons: dict[str, Button] = {}
        for verb, do in verbs.items():
            button = self._buttons[verb] = Button(verb, is_small=True)
            button.setAccessibleName(f"{verb}: {title}")
            button.clicked.connect(partial(_do, do))
            button.hide()
            across.addWidget(button)
        self.row.addLayout(words, 1)
        self.row.addLayout(across)

    def show_now(self, sentence: str, *verbs: str) -> None:
        """Say this, and offer these. Where the button that had the focus goes, the first of those has it next."""
        if sentence != self._sentence.text():
            self._sentence.setText(sentence)
        had_focus = any(button.hasFocus() for button in self._buttons.values())
        for verb, button in self._buttons.items():
            button.setAccessibleDescription(sentence)
            if verb in verbs:
                button.show()
        if had_focus and verbs and not any(self._buttons[verb].hasFocus() for verb in verbs):
            self._buttons[verbs[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        for verb in self._buttons.keys() - set(verbs):
            self._buttons[verb].hide()


def _do(do: Callable[[], object], _is_checked: bool = False) -> None:
    do()
