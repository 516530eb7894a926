"""What one types into, in the program's look: one line, or several. They check nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.theme import BODY_PX, font

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


class TextArea(QPlainTextEdit):
    """Several lines to type into; Tab goes on to the next control, `hint` stands in it while it is empty."""

    def __init__(self, name: str, hint: str = "", height_px: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font(BODY_PX))
        self.setTabChangesFocus(True)
        if height_px is not None:
            self.setFixedHeight(height_px)
