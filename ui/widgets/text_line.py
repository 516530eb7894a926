"""What one types into, in the program's look: one line, or several. They check nothing but length."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolTip, QWidget

from simulator.typed_text import LONGEST_TYPED
from ui.theme import BODY_PX, font
from ui.widgets.text import tip_of

TOO_LONG: Final = "Nothing was pasted: the text has {count:,} characters, but there is only room for {room:,} more."
_HEIGHT_PX: Final = 44
_LONGEST: Final = 32_767  # Qt's own


class TextLine(QLineEdit):
    """One line to type into, of at most `longest` letters; `hint` stands in it while it is empty."""

    def __init__(self, name: str, hint: str = "", longest: int = _LONGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font(BODY_PX))
        self.setMinimumHeight(_HEIGHT_PX)
        self.setMaxLength(longest)


class LimitedText(QPlainTextEdit):
    """Several lines, into which no more is pasted or dropped than can be dealt with; what is too long is told there."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop, unless it is too long: then nothing is changed, and a tip and the description say so."""
        count, room = len(source.text()), self._room()
        if count <= room:
            self.setAccessibleDescription("")
            super().insertFromMimeData(source)
            return
        sentence = TOO_LONG.format(count=count, room=room)
        self.setAccessibleDescription(sentence)  # a screen reader does not read tips
        QToolTip.showText(self.mapToGlobal(self.cursorRect().bottomLeft()), tip_of(sentence), self)

    def _room(self) -> int:
        """How many characters may come in the place of what is marked."""
        return max(0, LONGEST_TYPED - len(self.toPlainText()) + len(self.textCursor().selectedText()))


class TextArea(LimitedText):
    """Several lines to type into; Tab goes on to the next control, `hint` stands in it while it is empty."""

    def __init__(self, name: str, hint: str = "", height_px: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font(BODY_PX))
        self.setTabChangesFocus(True)
        if height_px is not None:
            self.setFixedHeight(height_px)
