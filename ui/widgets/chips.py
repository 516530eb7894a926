"""A choice of one among few, shown as chips. What the choice means is the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import BODY_PX, SPACE, colours, font
from ui.widgets.flow_layout import Flow
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import draw_box, draw_focus_ring

_CHIP_HEIGHT = 38
_CHIP_SIDE = 15
_STEP_BY_KEY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Chip(KeyboardFocus, QRadioButton):
    """One option.

    Signals:
        step_wanted(int): an arrow key asks for the next (1) or the previous (-1) option.
    """

    step_wanted = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoExclusive(False)  # the group sees to that
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        widest = QFontMetrics(font(BODY_PX, 600)).horizontalAdvance(self.text())
        return QSize(widest + 2 * _CHIP_SIDE, _CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2 - 0.5
        if self.isChecked():
            draw_box(painter, self.rect(), radius, palette.accent_soft, palette.accent)
        else:
            draw_box(
                painter, self.rect(), radius, palette.surface, palette.faint if self.underMouse() else palette.line
            )
        painter.setFont(font(BODY_PX, 600 if self.isChecked() else 400))
        painter.setPen(QColor(palette.accent_ink if self.isChecked() else palette.soft))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), radius - 0.5, palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP_BY_KEY.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(step)


class ChipGroup(QGroupBox):
    """Options of which exactly one is chosen; arrow keys move within, Tab goes on to the next control.

    Signals:
        chosen(object): the user chose another value.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[str, object]], parent: QWidget | None = None) -> None:
        """`options` are labels with their values; the first is chosen at the start."""
        super().__init__(parent)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._values = [value for _, value in options]
        self._chips = [Chip(label, self) for label, _ in options]
        self._index = 0
        self._is_showing = False
        flow = Flow(spacing=2 * SPACE, line_spacing=2 * SPACE + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        for index, chip in enumerate(self._chips):
            flow.add(chip)
            chip.toggled.connect(partial(self._on_toggled, index))
            chip.step_wanted.connect(self._on_step_wanted)
        self._show()

    @property
    def value(self) -> object:
        """The value of the chosen option."""
        return self._values[self._index]

    @property
    def chips(self) -> tuple[Chip, ...]:
        return tuple(self._chips)

    def choose(self, value: object) -> None:
        """Choose without a signal. Raises ValueError for a value that is not among the options."""
        self._index = self._values.index(value)
        self._show()

    def _pick(self, index: int) -> None:
        is_new = index != self._index
        self._index = index
        self._show()
        if is_new:
            self.chosen.emit(self.value)

    def _show(self) -> None:
        self._is_showing = True
        for index, chip in enumerate(self._chips):
            is_chosen = index == self._index
            chip.setChecked(is_chosen)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        self._is_showing = False

    def _on_toggled(self, index: int, is_checked: bool) -> None:
        """Not `clicked`: a screen reader toggles a button without a click. Taking off the chosen one is undone."""
        if self._is_showing:
            return
        self._pick(index if is_checked else self._index)

    def _on_step_wanted(self, step: int) -> None:
        index = (self._index + step) % len(self._chips)
        self._pick(index)
        self._chips[index].setFocus(Qt.FocusReason.TabFocusReason)
