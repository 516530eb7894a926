"""Whether a focus ring is due: keyboard users see where they are, a mouse leaves no mark. No painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Base
else:  # two Qt classes as bases of one widget crash PySide
    _Base = object

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class KeyboardFocus(_Base):
    """Mixed into a button, before its Qt class: remembers how the focus came."""

    _came_by_keyboard = False

    @property
    def is_ring_shown(self) -> bool:
        """Whether the button has the focus and got it from the keyboard."""
        return self.hasFocus() and self._came_by_keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._came_by_keyboard = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
