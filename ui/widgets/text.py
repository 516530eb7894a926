"""Labels that show words as they are: imported text is never read as HTML. No layout of screens."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget

from ui.theme import TextRole, Tone, set_role, set_tone

_PLAIN_TIP: Final = "plainTip"


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
    """Give a widget a tool tip that shows `text` as it is, in lines as long as is usual; Qt would read markup in it.

    A screen reader is given the tool tip of a widget that has no description: not the markup, so it gets the text.
    """
    if widget.accessibleDescription() in ("", widget.property(_PLAIN_TIP)):
        widget.setAccessibleDescription(text)
        widget.setProperty(_PLAIN_TIP, text)
    widget.setToolTip(_as_markup(text) if text else "")


def tip_of(name: str) -> str:
    """What a tool tip is given to show a name as it is: the name, for all readers, unless there is markup in it."""
    return _as_markup(name) if Qt.mightBeRichText(name) else name


def _as_markup(text: str) -> str:
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"
