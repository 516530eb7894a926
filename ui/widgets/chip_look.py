"""How chips look, chosen or not: one among few (see ui.widgets.chips), or each for itself (ui.widgets.toggle_chips)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import BODY_PX, colours, font
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import draw_box, draw_focus_ring

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HEIGHT_PX: Final = 38
_SIDE_PX: Final = 15


class ChipLook(KeyboardFocus):
    """Mixed into a button that can be checked, before its Qt class."""

    def sizeHint(self) -> QSize:
        widest = QFontMetrics(font(BODY_PX, 600)).horizontalAdvance(self.text())
        return QSize(widest + 2 * _SIDE_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        is_on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2 - 0.5
        line = palette.accent if is_on else palette.faint if self.underMouse() else palette.line
        draw_box(painter, self.rect(), radius, palette.accent_soft if is_on else palette.surface, line)
        painter.setFont(font(BODY_PX, 600 if is_on else 400))
        painter.setPen(QColor(palette.accent_ink if is_on else palette.soft))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), radius - 0.5, palette)


def as_tall_as_its_lines(group: QWidget) -> None:
    """Let a group of chips, which wrap where its width ends, have the height that this takes."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    group.setSizePolicy(policy)
