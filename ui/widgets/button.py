"""Buttons that say their key, and the switch. They tell of a press, and do nothing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy, QWidget

from ui.theme import BODY_PX, CONTROL_RADIUS, SPACE, Palette, colours, font, icon
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import BADGE_GAP, badge_width, draw_badge, draw_box, draw_focus_ring
from ui.widgets.text import tip_of

Look = Literal["primary", "plain", "quiet", "link"]

_ICON_PX = 18
_ICON_GAP = 2 * SPACE
_SIDE = {"primary": 5 * SPACE, "plain": 5 * SPACE, "quiet": 3 * SPACE, "link": SPACE}
_HEIGHT = {"primary": 46, "plain": 46, "quiet": 38, "link": 28}


class Button(KeyboardFocus, QPushButton):
    """A button with its key in a badge.

    `primary` is the one thing to do here, `plain` an alternative, `quiet` stands back, `link` runs with text.
    The accessible name is the text; the key is its description. Enter presses it as well as Space.
    """

    def __init__(
        self,
        text: str,
        key_hint: str = "",
        look: Look = "plain",
        parent: QWidget | None = None,
        *,
        icon_name: str = "",
        is_small: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._key_hint = ""
        self._look: Look = look
        self._icon_name = icon_name
        self._is_small = is_small
        self.set_key_hint(key_hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFont(font(BODY_PX, 400 if look in ("quiet", "link") else 500))

    @property
    def key_hint(self) -> str:
        """The key in the badge; "" without one."""
        return self._key_hint

    def set_icon(self, name: str) -> None:
        """Show another Lucide icon; "" shows none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_key_hint(self, key: str) -> None:
        """Show another key in the badge; "" shows none."""
        self._key_hint = key
        self.setAccessibleDescription(f"Key: {key}" if key else "")
        self.updateGeometry()
        self.update()

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        if self._icon_name:
            width += _ICON_PX + (_ICON_GAP if self.text() else 0)
        if self._key_hint:
            width += BADGE_GAP + badge_width(self._key_hint)
        return width

    def _ink(self, palette: Palette) -> str:
        if not self.isEnabled():
            return palette.faint
        by_look = {
            "primary": palette.on_accent,
            "plain": palette.ink,
            "quiet": palette.soft,
            "link": palette.accent_ink,
        }
        if self._look == "quiet" and self.underMouse():
            return palette.ink
        return by_look[self._look]

    def _draw_ground(self, painter: QPainter, palette: Palette) -> None:
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        if self._look == "primary":
            fill = palette.accent_hover if is_hot else palette.accent
            draw_box(painter, self.rect(), CONTROL_RADIUS, fill if self.isEnabled() else palette.line, None)
        elif self._look == "plain":
            line = palette.faint if is_hot else palette.line
            fill = palette.background if self.isDown() else palette.surface
            draw_box(painter, self.rect(), CONTROL_RADIUS, fill, line)
        elif is_hot and self._look == "quiet":
            draw_box(painter, self.rect(), CONTROL_RADIUS, palette.line, None)

    def _draw_content(self, painter: QPainter, palette: Palette) -> None:
        ink = self._ink(palette)
        left = (self.width() - self._content_width()) // 2
        middle = self.height() // 2
        if self._icon_name:
            square = QRect(left, middle - _ICON_PX // 2, _ICON_PX, _ICON_PX)
            icon(self._icon_name, ink).paint(painter, square)
            left += _ICON_PX + (_ICON_GAP if self.text() else 0)
        text_font = self.font()
        text_font.setUnderline(self._look == "link" and self.underMouse())
        painter.setFont(text_font)
        painter.setPen(QColor(ink))
        text_width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        painter.drawText(QRect(left, 0, text_width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key_hint:
            hint_ink = ink if self._look == "primary" or not self.isEnabled() else palette.soft
            line = f"#80{ink[1:]}" if self._look == "primary" else palette.line
            draw_badge(painter, self._key_hint, left + text_width + BADGE_GAP, middle, hint_ink, line)

    def sizeHint(self) -> QSize:
        height = 38 if self._is_small else _HEIGHT[self._look]
        side = 3 * SPACE + 2 if self._is_small else _SIDE[self._look]
        return QSize(self._content_width() + 2 * side, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, palette)
        self._draw_content(painter, palette)
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(KeyboardFocus, QPushButton):
    """A round button that is only an icon; `name` is what a screen reader says. Enter presses it as well as Space."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None, *, size: int = 32) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._size = size
        self.setAccessibleName(name)
        self.setToolTip(tip_of(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str) -> None:
        """Show another Lucide icon."""
        self._icon_name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            draw_box(painter, self.rect(), self._size / 2, palette.line, None)
        ink = palette.soft if self.isEnabled() else palette.faint
        inset = self._size // 4 - 1
        icon(self._icon_name, ink).paint(painter, self.rect().adjusted(inset, inset, -inset, -inset))
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), self._size / 2, palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


class Switch(KeyboardFocus, QCheckBox):
    """An on/off switch with its label; a check box to a screen reader."""

    _TRACK = QSize(38, 22)
    _GAP = 3 * SPACE

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font(BODY_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text_width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        gap = self._GAP if self.text() else 0
        return QSize(self._TRACK.width() + gap + text_width + 2 * SPACE, 34)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - self._TRACK.height()) // 2
        track = QRect(SPACE, top, self._TRACK.width(), self._TRACK.height())
        draw_box(painter, track, 11, palette.accent if self.isChecked() else palette.faint, None)
        knob_left = track.right() - 18 if self.isChecked() else track.left() + 3
        draw_box(painter, QRect(knob_left, top + 3, 16, 16), 8, palette.surface, None)
        painter.setFont(self.font())
        painter.setPen(QColor(palette.ink if self.isEnabled() else palette.faint))
        text_rect = self.rect().adjusted(track.right() + 1 + self._GAP, 0, 0, 0)
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
