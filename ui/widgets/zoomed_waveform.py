"""A recording to look into: a part of it drawn larger, a stretch of it chosen. It plays nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from simulator.transcript import Span
from ui.theme import colours
from ui.widgets.waveform import Waveform
from ui.words.times import clock

CLOSEST_MS: Final = 5_000.0
_ZOOM: Final = 1.6
_NOTCH: Final = 120  # what Qt counts for one step of a wheel
_PAN_SHARE: Final = 0.15
_DRAG_PX: Final = 5.0
_LEAST_MS: Final = 100
_KEY_STEP_MS: Final = 1_000
_AHEAD_SHARE: Final = 0.1  # so much of what is in sight lies before the place that it jumps to


class ZoomedWaveform(Waveform):
    """Ctrl with the wheel zooms, Shift with the wheel moves along; a drag, or Shift with an arrow, chooses a stretch.

    Signals:
        stretch_chosen(object): the `Span` that the user chose, None for none any more.
        seen_changed(float, float): what is in sight, from and to, in milliseconds.
    """

    stretch_chosen = Signal(object)
    seen_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_ms = self._last_ms = 0.0
        self._pressed_x: float | None = None
        self._anchor_ms: int | None = None
        self._stretch: Span | None = None
        self.rangeChanged.connect(lambda _least, _most: self.show_all())
        self.valueChanged.connect(self._keep_in_sight)
        self._before_ms = 0

    @property
    def stretch(self) -> Span | None:
        """What is chosen."""
        return self._stretch

    @property
    def is_zoomed(self) -> bool:
        """Whether some of the recording is out of sight."""
        return self._last_ms - self._first_ms < self.maximum()

    @property
    def can_zoom_in(self) -> bool:
        """Whether it can be drawn larger still."""
        return self._last_ms - self._first_ms > CLOSEST_MS

    def zoom(self, factor: float, at_ms: float | None = None) -> None:
        """Draw larger (above 1) or smaller about a place, which stays where it is; else about the position."""
        first, last = self._seen_ms()
        if at_ms is None:
            at_ms = self.value() if first <= self.value() <= last else (first + last) / 2
        length = min(max((last - first) / factor, min(CLOSEST_MS, last - first)), float(self.maximum()))
        share = (at_ms - first) / (last - first) if last > first else 0.0
        self._see(at_ms - share * length, length)

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom(_ZOOM)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom(1 / _ZOOM)

    def show_all(self) -> None:
        """All of it in sight again."""
        self._see(0.0, float(self.maximum()))

    def see_from(self, first_ms: float) -> None:
        """Move along, at the same size."""
        self._see(first_ms, self._last_ms - self._first_ms)

    def choose(self, stretch: Span | None) -> None:
        """Choose a stretch, or none; it is told if it is another one."""
        if stretch != self._stretch:
            self._stretch = stretch
            self._anchor_ms = None if stretch is None else self._anchor_ms
            self.update()
            self.stretch_chosen.emit(stretch)

    def _seen_ms(self) -> tuple[float, float]:
        return self._first_ms, self._last_ms

    def _see(self, first_ms: float, length_ms: float) -> None:
        first_ms = min(max(0.0, first_ms), max(0.0, self.maximum() - length_ms))
        self._first_ms, self._last_ms = first_ms, first_ms + length_ms
        self.seen_changed.emit(self._first_ms, self._last_ms)
        self.update()

    def _keep_in_sight(self, value: int) -> None:
        """Turn the page where the playback runs out of sight; who looks elsewhere is left alone, unless it jumps."""
        first, last = self._seen_ms()
        was_followed = first <= self._before_ms <= last or abs(value - self._before_ms) > _KEY_STEP_MS
        self._before_ms = value
        if was_followed and not first <= value <= last and self._pressed_x is None:
            self.see_from(value - _AHEAD_SHARE * (last - first))

    def _choose_between(self, one_ms: float, other_ms: float) -> None:
        start, end = sorted((min(max(0.0, one_ms), self.maximum()), min(max(0.0, other_ms), self.maximum())))
        self.choose(Span(start / 1000, end / 1000) if end - start >= _LEAST_MS else None)

    def _extend(self, step_ms: int) -> None:
        """Move the end that the keyboard holds; the other stands where the first step was taken."""
        if self._anchor_ms is None or self._stretch is None:
            self._anchor_ms = self.value()
            held_ms = float(self._anchor_ms)
        else:
            anchor_s = self._anchor_ms / 1000
            ends = (self._stretch.start_s, self._stretch.end_s)
            held_ms = 1000 * max(ends, key=lambda end_s: abs(end_s - anchor_s))
        anchor_ms = self._anchor_ms
        self._choose_between(anchor_ms, held_ms + step_ms)
        self._anchor_ms = anchor_ms

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stretch is None:
            return
        palette = colours(self)
        painter = QPainter(self)
        fill = QColor(palette.accent)
        fill.setAlphaF(0.16)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(palette.accent), 1.5))
        left, right = self._x_at(self._stretch.start_s), self._x_at(self._stretch.end_s)
        painter.drawRect(QRectF(left, 0.75, right - left, self.height() - 1.5))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Without Ctrl or Shift the wheel scrolls the page."""
        steps = (event.angleDelta().y() or event.angleDelta().x()) / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM**steps, self._ms_at(event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.is_zoomed:
            self.see_from(self._first_ms - steps * _PAN_SHARE * (self._last_ms - self._first_ms))
        else:
            super().wheelEvent(event)
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_x = event.position().x()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_x is not None and abs(event.position().x() - self._pressed_x) >= _DRAG_PX:
            self._choose_between(self._ms_at(self._pressed_x), self._ms_at(event.position().x()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there; beside what is chosen, it chooses nothing any more. A drag has chosen."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_x is None:
            return
        x, self._pressed_x = self._pressed_x, None
        event.accept()
        if abs(event.position().x() - x) >= _DRAG_PX:
            return
        at_s = self._ms_at(x) / 1000
        if self._stretch is not None and not self._stretch.start_s <= at_s <= self._stretch.end_s:
            self.choose(None)
        self.setSliderDown(True)  # asked for once, also where it stands there already
        self._seek_to(x)
        self.setSliderDown(False)
        self.seek_requested.emit(self.position_s)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_KEY_STEP_MS, Qt.Key.Key_Right: _KEY_STEP_MS}
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in steps:
            self._extend(steps[Qt.Key(event.key())])
            event.accept()
        else:
            super().keyPressEvent(event)


def stretch_words(stretch: Span | None) -> str:
    """What is said beside the recording of what is chosen, or how to choose."""
    if stretch is None:
        return "Drag across the bars to choose a stretch."
    return f"Chosen: {clock(stretch.start_s)} to {clock(stretch.end_s)}"
