"""How loud a recording is played: a loudspeaker and a slider beside it. Plays nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ui.theme import CONTROL_RADIUS, SPACE, colours, icon
from ui.widgets.painting import draw_box, draw_focus_ring
from ui.widgets.text import tip_of

_SIZE: Final = QSize(132, 38)  # as high as the small buttons beside it
_ICON_PX: Final = 18
_SIDE_PX: Final = 2 * SPACE
_LINE_PX: Final = 4
_KNOB_PX: Final = 14
_STEP: Final = 5
_PAGE: Final = 20


class VolumeControl(QAbstractSlider):
    """From 0, which is silence, to 100 per cent. A slider to the keyboard and to assistive technology.

    Signals:
        volume_changed(int): the user moves it; what sounds should follow.
        volume_chosen(int): the user has let it go there; worth keeping.
    """

    volume_changed = Signal(int)
    volume_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Volume")
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setRange(0, 100)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.show_volume(100)
        self.valueChanged.connect(self._on_value_changed)
        self.sliderReleased.connect(lambda: self.volume_chosen.emit(self.value()))

    def show_volume(self, percent: int) -> None:
        """Show this volume. Emits nothing; what the user holds in hand stays there."""
        if not self.isSliderDown():
            was_blocked = self.blockSignals(True)
            self.setValue(percent)
            self.blockSignals(was_blocked)
            self._show_tip()

    def _on_value_changed(self, percent: int) -> None:
        self._show_tip()
        self.volume_changed.emit(percent)
        if not self.isSliderDown():
            self.volume_chosen.emit(percent)

    def _show_tip(self) -> None:
        self.setToolTip(tip_of(f"Volume {self.value()} %"))

    def _line(self) -> QRect:
        """Where the middle of the knob may be."""
        left = _SIDE_PX + _ICON_PX + _SIDE_PX + _KNOB_PX // 2
        width = self.width() - left - _SIDE_PX - _KNOB_PX // 2
        return QRect(left, (self.height() - _LINE_PX) // 2, width, _LINE_PX)

    def _follow(self, event: QMouseEvent) -> None:
        line = self._line()
        self.setSliderPosition(round(100 * (event.position().x() - line.left()) / line.width()))

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return _SIZE

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel scrolls the page

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, line = colours(self), self._line()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        speaker = icon("volume-2", palette.soft) if self.value() else icon("volume-x", palette.soft)
        speaker.paint(painter, QRect(_SIDE_PX, (self.height() - _ICON_PX) // 2, _ICON_PX, _ICON_PX))
        knob_x = line.left() + round(line.width() * self.value() / 100)
        draw_box(painter, line, _LINE_PX / 2, palette.faint, None)
        line.setRight(knob_x)
        draw_box(painter, line, _LINE_PX / 2, palette.accent, None)
        knob = QRect(knob_x - _KNOB_PX // 2, (self.height() - _KNOB_PX) // 2, _KNOB_PX, _KNOB_PX)
        draw_box(painter, knob, _KNOB_PX / 2, palette.accent, None)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), CONTROL_RADIUS, palette)
        painter.end()
