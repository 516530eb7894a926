"""The check of the library in Settings: a button, what was found in sentences, and what can be done then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text

_HINT: Final = "Looks at every recording and answer. Nothing changes unless you press Repair, and that can be undone."


class LibraryCheck(QWidget):
    """It knows nothing of the library; whoever fills it does.

    Signals:
        check_requested(): the library is to be checked.
        mend_requested(): what was found is to be put right.
        undo_requested(): the latest mending is to be taken back.
    """

    check_requested = Signal()
    mend_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = Button("Check the library")
        self._mend = Button("Repair")
        self._mend.setAccessibleDescription("Repairs the problems found in the library; Undo reverses the repair")
        self._undo = Button("Undo", look="quiet")
        self._undo.setAccessibleDescription("Undoes the latest repair of the library")
        self._result = Text(_HINT, "caption", selectable=True)
        for button, signal in (
            (self._check, self.check_requested),
            (self._mend, self.mend_requested),
            (self._undo, self.undo_requested),
        ):
            button.clicked.connect(signal)
        self._mend.hide()
        self._undo.hide()
        self._lay_out()

    def show_working(self, sentence: str) -> None:
        """Say what is going on, and let nothing else be asked for meanwhile."""
        self._set_enabled(False)
        self._say(sentence)

    def show_result(self, sentences: str, *, can_mend: bool, can_undo: bool) -> None:
        """Say what came of it, and offer what can be done now."""
        self._set_enabled(True)
        self._say(sentences)
        self._mend.setVisible(can_mend)
        self._undo.setVisible(can_undo)

    def show_undo(self, *, can_undo: bool) -> None:
        """Offer to take back an earlier mending, or not."""
        self._undo.setVisible(can_undo)

    def _say(self, sentences: str) -> None:
        self._result.setText(sentences)
        self._check.setAccessibleDescription(sentences)

    def _set_enabled(self, is_enabled: bool) -> None:
        for button in (self._check, self._mend, self._undo):
            button.setEnabled(is_enabled)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * SPACE)
        for button in (self._check, self._mend, self._undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(buttons)
        column.addWidget(self._result)
