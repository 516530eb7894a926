"""A choice from a list and a number to step, in the program's look."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox, QStyledItemDelegate, QWidget

from ui.theme import BODY_PX, SPACE, colours, font, icon
from ui.widgets.text import set_tool_tip

_GLYPH_PX = 16
_GLYPH_RIGHT = 12
_STEP_WIDTH = 34
_HEIGHT = 44
_FEWEST_LETTERS = 8


class Select(QComboBox):
    """A drop-down list. A name too long for it shows whole in the list and in the tool tip.

    The wheel scrolls the page, not the choice: nobody wants another microphone by accident.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux the name is the chosen text
        self.setFont(font(BODY_PX))
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMinimumHeight(_HEIGHT)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentTextChanged.connect(self._on_current_text_changed)

    def choose(self, value: object) -> bool:
        """Choose the item with this value, without a signal; False if there is none."""
        index = next((row for row in range(self.count()) if self.itemData(row) == value), -1)
        if index < 0:
            return False
        was_blocked = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(was_blocked)
        self._on_current_text_changed(self.currentText())
        return True

    def show_options(self, options: tuple[tuple[str, object], ...], chosen: object) -> None:
        """Offer `options` (label, value), with `chosen` or else the first one chosen. Emits nothing."""
        was_blocked = self.blockSignals(True)
        self.clear()
        for label, value in options:
            self.addItem(label, value)
        self.blockSignals(was_blocked)
        if not self.choose(chosen) and options:
            self.choose(options[0][1])
        self.setEnabled(bool(options))

    def _on_current_text_changed(self, text: str) -> None:
        set_tool_tip(self, text)

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 32))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = colours(self)
        left = self.width() - _GLYPH_RIGHT - _GLYPH_PX
        ink = palette.soft if self.isEnabled() else palette.faint
        painter = QPainter(self)
        icon("chevron-down", ink).paint(painter, QRect(left, (self.height() - _GLYPH_PX) // 2, _GLYPH_PX, _GLYPH_PX))


class Stepper(QSpinBox):
    """A whole number with its unit and a minus and a plus to step it."""

    def __init__(self, name: str, lowest: int, highest: int, parent: QWidget | None = None, *, step: int = 1) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font(BODY_PX, tabular=True))
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(3 * SPACE, 0, 0, 0)

    def show_value(self, value: int) -> None:
        """Show a value without a signal. A value that is shown already is left alone: it may be half typed."""
        if value == self.value():
            return
        was_blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was_blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = colours(self)
        painter = QPainter(self)
        top = (self.height() - _GLYPH_PX) // 2
        can_step = self.stepEnabled()
        for name, flag, steps in (
            ("plus", QSpinBox.StepEnabledFlag.StepUpEnabled, 1),
            ("minus", QSpinBox.StepEnabledFlag.StepDownEnabled, 2),
        ):
            left = self.width() - 2 - steps * _STEP_WIDTH + (_STEP_WIDTH - _GLYPH_PX) // 2
            ink = palette.soft if can_step & flag and self.isEnabled() else palette.line
            icon(name, ink).paint(painter, QRect(left, top, _GLYPH_PX, _GLYPH_PX))
