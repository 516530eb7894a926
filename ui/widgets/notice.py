"""The bar at the top of the window: shows the message that stands first, with its buttons (which one: ui.messages)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.messages import Action, Message, Messages
from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.text import Text


class NoticeBar(QFrame):
    """Says what went wrong, what was kept and what to do, until it is dismissed or one of its actions is taken."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._text = Text("", "body", selectable=True)
        self._buttons: list[Button] = []
        self._dismiss = IconButton("x", "Dismiss notice")
        self._dismiss.clicked.connect(messages.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        self._row.setSpacing(2 * SPACE)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._dismiss)
        messages.shown_changed.connect(self._on_shown_changed)
        self._on_shown_changed(messages.shown)

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def _on_shown_changed(self, message: Message | None) -> None:
        self._clear_buttons()
        if message is None:
            self.hide()
        else:
            self._show(message)

    def _show(self, message: Message) -> None:
        self._text.setText(message.text)
        self.setAccessibleName("Notice")
        self.setAccessibleDescription(message.text)
        for action in message.actions:
            self._add_button(action)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))

    def _add_button(self, action: Action) -> None:
        button = Button(action[0], is_small=True)
        button.clicked.connect(lambda _checked=False: self._take(action))
        self._row.insertWidget(self._row.count() - 1, button)
        button.show()  # else the layout would in its own time, where the bar shows already
        self._buttons.append(button)

    def _take(self, action: Action) -> None:
        """Dismissed first: what is done may have something new to tell."""
        self._messages.dismiss()
        action[1]()

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
