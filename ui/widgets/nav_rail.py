"""The way from place to place, on the left. Which screen stands at a place: `ui.main_window`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import BODY_PX, CONTROL_RADIUS, SPACE, colours, font, icon
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import draw_box, draw_focus_ring
from ui.widgets.text import Text, tip_of

_ICON_PX = 18
_ICONS: Final = {
    "Practise": "mic",
    "History": "history",
    "Progress": "trending-up",
    "Questions": "library",
    "Settings": "settings-2",
}
_WIDTH = 208
_NARROW_WIDTH = 74


class NavButton(KeyboardFocus, QPushButton):
    """One place, with its icon."""

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._key = key
        self._is_current = False
        self.show_current(False)
        self.setToolTip(tip_of(f"{name} ({key})"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_current(self) -> bool:
        """Whether the user is at this place."""
        return self._is_current

    def show_current(self, is_current: bool) -> None:
        """Mark the place as the one shown. Not a check mark: a screen reader would offer to take it off."""
        self._is_current = is_current
        self.setAccessibleDescription(f"Shown now. Key: {self._key}" if is_current else f"Key: {self._key}")
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(BODY_PX, 600)).horizontalAdvance(self.text())
        return QSize(width + _ICON_PX + 9 * SPACE, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(_ICON_PX + 6 * SPACE, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_current:
            draw_box(painter, self.rect(), CONTROL_RADIUS, palette.accent_soft, None)
        elif self.underMouse():
            draw_box(painter, self.rect(), CONTROL_RADIUS, palette.line, None)
        ink = palette.accent_ink if self._is_current else palette.soft
        left, middle = 3 * SPACE, self.height() // 2
        icon_name = _ICONS.get(self.text(), "")
        if icon_name:
            icon(icon_name, ink).paint(painter, QRect(left, middle - _ICON_PX // 2, _ICON_PX, _ICON_PX))
            left += _ICON_PX + 3 * SPACE
        if self.width() >= self.sizeHint().width():
            painter.setFont(font(BODY_PX, 600 if self._is_current else 400))
            painter.setPen(QColor(ink))
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)


class NavRail(QFrame):
    """The places, top to bottom, and the promise at the foot.

    Signals:
        place_chosen(str): the user wants to go to this place.
    """

    place_chosen = Signal(str)

    def __init__(self, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Places")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._is_narrow = False
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 7 * SPACE, 4 * SPACE, 7 * SPACE)
        column.setSpacing(SPACE)
        self._name = Text("Viva Voce", "brand", wraps=False)
        self._name.setContentsMargins(3 * SPACE, 0, 0, 6 * SPACE)
        column.addWidget(self._name)
        for number, place in enumerate(places, start=1):
            column.addWidget(self._button(place, f"Ctrl+{number}"))
        column.addStretch(1)
        self._promise = Text("Everything stays on this computer.", "caption")
        self._promise.setContentsMargins(3 * SPACE, 0, 2 * SPACE, 0)
        column.addWidget(self._promise)

    def show_place(self, name: str) -> None:
        """Mark where the user is."""
        for place, button in self._buttons.items():
            button.show_current(place == name)

    def set_narrow(self, is_narrow: bool) -> None:
        """Keep to the icons, to leave the screen more room; names stay in tool tips and for screen readers."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.setFixedWidth(_NARROW_WIDTH if is_narrow else _WIDTH)
        self._name.setVisible(not is_narrow)
        self._promise.setVisible(not is_narrow)

    def _button(self, place: str, key: str) -> NavButton:
        button = NavButton(place, key)
        button.clicked.connect(lambda _checked=False: self._on_clicked(place))
        self._buttons[place] = button
        return button

    def _on_clicked(self, place: str) -> None:
        self.show_place(place)
        self.place_chosen.emit(place)
