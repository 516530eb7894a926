"""Chips that are on or off, each for itself. What they stand for is the caller's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import BODY_PX, SPACE, colours, font
from ui.widgets.flow_layout import Flow
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import draw_box, draw_focus_ring

_HEIGHT_PX = 38
_SIDE_PX = 15


class ToggleChip(KeyboardFocus, QCheckBox):
    """One chip; a check box to a screen reader."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        widest = QFontMetrics(font(BODY_PX, 600)).horizontalAdvance(self.text())
        return QSize(widest + 2 * _SIDE_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

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


class ToggleChips(QGroupBox):
    """Options of which any number may be chosen.

    Signals:
        changed(): the user chose or let go of one.
    """

    changed = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        """`options` are labels with their values; none is chosen at the start."""
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = Flow(spacing=2 * SPACE, line_spacing=2 * SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self._chips = {value: ToggleChip(label, self) for label, value in options}
        for chip in self._chips.values():
            flow.add(chip)
            chip.toggled.connect(self.changed)

    @property
    def values(self) -> tuple[object, ...]:
        """The values that are chosen, in the order of the options."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def choose(self, values: Collection[object]) -> None:
        """Choose these and no others, without a signal."""
        for value, chip in self._chips.items():
            was_blocked = chip.blockSignals(True)
            chip.setChecked(value in values)
            chip.blockSignals(was_blocked)

    def chip(self, value: object) -> ToggleChip:
        """The chip of one value."""
        return self._chips[value]
