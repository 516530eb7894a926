"""One sentence at the top of the window when something needs to be known. What is wrong is found out elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button, IconButton
from ui.widgets.text import Text

NoticeAction = tuple[str, Callable[[], object]]


class NoticeBar(QFrame):
    """Says what went wrong, what was kept and what to do, until it is dismissed or one of its actions is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._text = Text("", "body", selectable=True)
        self._buttons: list[Button] = []
        self._dismiss = IconButton("x", "Dismiss notice")
        self._dismiss.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        self._row.setSpacing(2 * SPACE)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def show_notice(self, text: str, actions: tuple[NoticeAction, ...] = ()) -> None:
        """Show `text` with a button for each action; pressing one dismisses the notice and calls it."""
        self._clear_buttons()
        self._text.setText(text)
        self.setAccessibleName("Notice")
        self.setAccessibleDescription(text)
        for label, act in actions:
            self._add_button(label, act)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def dismiss(self) -> None:
        """Take the notice away."""
        self._clear_buttons()
        self.hide()

    def _add_button(self, label: str, act: Callable[[], object]) -> None:
        button = Button(label, is_small=True)
        button.clicked.connect(lambda _checked=False: self._take(act))
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)

    def _take(self, act: Callable[[], object]) -> None:
        self.dismiss()
        act()

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
