"""Labels that show words as they are: imported text is never read as HTML. No layout of screens."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from ui.theme import TextRole, Tone, set_role, set_tone


class Text(QLabel):
    """Plain text in one of the theme's roles. It wraps unless told not to, and may be selected if told so."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        parent: QWidget | None = None,
        *,
        wraps: bool = True,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self, role)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Colour the text green, amber, red or accent; "" goes back to the role's own colour."""
        set_tone(self, tone)


def label_for(control: QWidget, text: str, role: TextRole) -> Text:
    """The label of a control. Only one of the two bears the plain name, so that it is found once.

    That is the control; but on Linux Qt names a combo box by its current text and leaves the name to its label (see
    QAccessibleComboBox::text).
    """
    label = Text(text, role)
    label.setBuddy(control)
    if not isinstance(control, QComboBox):
        label.setAccessibleName(f"{text}:")
    return label


def set_tool_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip that shows `text` as it is; Qt would read markup in it."""
    widget.setToolTip(f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else "")
