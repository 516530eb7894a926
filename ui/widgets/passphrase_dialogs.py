"""What is asked and shown around a passphrase: opening a library, a new one, the recovery key. They decide nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button, Switch
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_line import TextLine
from ui.words.encryption import (
    ASKED,
    ASKED_FOR_RECOVERY_KEY,
    LEAST_CHARACTERS,
    NOT_THE_SAME,
    RECOVERY_KEY,
    TOO_SHORT,
)

_WIDTH_PX: Final = 480
_LONGEST: Final = 1_000


class _CalmDialog(QDialog):
    """A title, some words, fields, a line for what went wrong, and buttons. Escape leaves everything as it was."""

    def __init__(self, title: str, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.setModal(True)
        self._words = Text(words, "body")
        self._trouble = Text("", "body")
        self._trouble.set_tone("red")
        self._trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 5 * SPACE)
        self._column.setSpacing(4 * SPACE)
        self._column.addWidget(self._words)

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; "" takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def _add_foot(self, *buttons: Button) -> None:
        self._column.addWidget(self._trouble)
        foot = QHBoxLayout()
        foot.setSpacing(2 * SPACE)
        foot.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            foot.addWidget(button)
        self._column.addLayout(foot)


class UnlockDialog(_CalmDialog):
    """Asks for the passphrase of an encrypted library, or for its recovery key.

    Signals:
        given(str, bool): what was typed, and whether it is the recovery key.
    """

    given = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Open your encrypted library", ASKED, parent)
        self._is_recovery_key = False
        self._line = _secret_line("Passphrase")
        self._field = Field("Passphrase", self._line)
        self._recovery_line = TextLine("Recovery key", "7Q4M-…", _LONGEST)
        self._recovery_field = Field("Recovery key", self._recovery_line)
        self._recovery_field.hide()
        self._remember = Switch("Remember on this computer")
        self._other_way = Button("Use the recovery key…", look="link")
        self._open, self._cancel = Button("Open", look="primary", is_small=True), Button("Cancel", is_small=True)
        self._lay_out()
        self._connect()

    @property
    def is_to_be_remembered(self) -> bool:
        """Whether the passphrase need not be typed again on this computer."""
        return self._remember.isChecked()

    def show_working(self, *, is_working: bool) -> None:
        """Let nothing else be asked for while it is tried."""
        for part in (self._line, self._recovery_line, self._open, self._other_way):
            part.setEnabled(not is_working)
        self._open.setText("Opening…" if is_working else "Open")

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong, and have it typed again."""
        super().show_trouble(sentence)
        self.show_working(is_working=False)
        line = self._recovery_line if self._is_recovery_key else self._line
        line.selectAll()
        line.setFocus()

    def _lay_out(self) -> None:
        self._column.addWidget(self._field)
        self._column.addWidget(self._recovery_field)
        self._column.addWidget(self._remember)
        self._column.addWidget(self._other_way, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_foot(self._cancel, self._open)
        self._line.setFocus()

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._line.returnPressed.connect(self._on_open)
        self._recovery_line.returnPressed.connect(self._on_open)
        self._cancel.clicked.connect(self.reject)
        self._other_way.clicked.connect(self._on_other_way)

    def _on_open(self) -> None:
        typed = self._recovery_line.text() if self._is_recovery_key else self._line.text()
        if typed and self._open.isEnabled():
            super().show_trouble("")
            self.show_working(is_working=True)
            self.given.emit(typed, self._is_recovery_key)

    def _on_other_way(self) -> None:
        self._is_recovery_key = not self._is_recovery_key
        self._field.setVisible(not self._is_recovery_key)
        self._recovery_field.setVisible(self._is_recovery_key)
        self._words.setText(ASKED_FOR_RECOVERY_KEY if self._is_recovery_key else ASKED)
        self._other_way.setText("Use the passphrase…" if self._is_recovery_key else "Use the recovery key…")
        self.show_trouble("")


class NewPassphraseDialog(_CalmDialog):
    """Has a passphrase typed twice.

    Signals:
        chosen(str): both are the same, and long enough.
    """

    chosen = Signal(str)

    def __init__(self, title: str, words: str, goes_on: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, parent)
        self._first, self._again = _secret_line("New passphrase"), _secret_line("Repeat the passphrase")
        first = Field("New passphrase", self._first)
        first.show_words(TOO_SHORT)
        self._next, self._cancel = Button(goes_on, look="primary", is_small=True), Button("Cancel", is_small=True)
        self._column.addWidget(first)
        self._column.addWidget(Field("Repeat the passphrase", self._again))
        self._add_foot(self._cancel, self._next)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._on_next)
        self._next.clicked.connect(self._on_next)
        self._cancel.clicked.connect(self.reject)
        self._first.setFocus()

    def _on_next(self) -> None:
        typed = self._first.text()
        if len(typed) < LEAST_CHARACTERS:
            self.show_trouble(TOO_SHORT)
            self._first.setFocus()
        elif typed != self._again.text():
            self.show_trouble(NOT_THE_SAME)
            self._again.selectAll()
            self._again.setFocus()
        else:
            self.accept()
            self.chosen.emit(typed)


class RecoveryKeyDialog(_CalmDialog):
    """Shows a recovery key; one goes on once one says that it is kept.

    Signals:
        print_requested(): it is to be printed.
        kept(): the user has it.
    """

    print_requested = Signal()
    kept = Signal()

    def __init__(self, recovery_key: str, goes_on: str, parent: QWidget | None = None) -> None:
        super().__init__("Recovery key", RECOVERY_KEY, parent)
        self.shown = Text(recovery_key, "figure", wraps=False, selectable=True)
        self.shown.setAccessibleName(f"Recovery key: {recovery_key}")
        self._is_kept = Switch("I have printed it or written it down")
        self._print = Button("Print…", is_small=True)
        self._next, self._cancel = Button(goes_on, look="primary", is_small=True), Button("Cancel", is_small=True)
        self._next.setEnabled(False)
        self._column.addWidget(self.shown)
        self._column.addWidget(self._is_kept)
        self._add_foot(self._cancel, self._print, self._next)
        self._is_kept.toggled.connect(self._next.setEnabled)
        self._print.clicked.connect(self.print_requested)
        self._next.clicked.connect(self._on_next)
        self._cancel.clicked.connect(self.reject)

    def _on_next(self) -> None:
        self.accept()
        self.kept.emit()


def _secret_line(name: str) -> TextLine:
    line = TextLine(name, longest=_LONGEST)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
