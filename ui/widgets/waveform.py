"""The sound of an answer as bars one can click into. Draws peaks that `recordings.pcm` finds; opens no file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from simulator.transcript import Span
from ui.theme import Palette, colours
from ui.words.marked_transcript import sound_words

_BAR_PX: Final = 2.0
_PITCH_PX: Final = 3.0
_LOWEST_BAR_PX: Final = 1.5
_HEIGHT_PX: Final = 76
_NARROWEST_MARK_PX: Final = 8.0
_STEP_MS: Final = 2_000  # as J and L do
_PAGE_MS: Final = 10_000


class Waveform(QAbstractSlider):
    """A recording: loudness over time, what was played, flags, and the place where one could have stopped.

    It is a slider to the keyboard and to assistive technology; its value is the position in milliseconds.

    Signals:
        seek_requested(float): the position the user chose, in seconds.
    """

    seek_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peaks: Sequence[float] = ()
        self._marks: Sequence[Span] = ()
        self._could_stop_s: float | None = None
        self._is_following = False
        self.setAccessibleName("Recording")
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSingleStep(_STEP_MS)
        self.setPageStep(_PAGE_MS)
        self.setRange(0, 0)
        self.valueChanged.connect(self._on_value_changed)

    def show_peaks(
        self,
        peaks: Sequence[float],
        duration_s: float,
        marks: Sequence[Span] = (),
        could_stop_s: float | None = None,
    ) -> None:
        """Show a recording from its start. `peaks` are 0 to 1, spread evenly over the time; `marks` are the fillers."""
        self._peaks, self._marks, self._could_stop_s = peaks, marks, could_stop_s
        self._follow(0, maximum=round(duration_s * 1000))
        self.setAccessibleDescription(sound_words(duration_s, len(self._marks), self._could_stop_s))
        self.update()

    def set_position(self, position_s: float) -> None:
        """Follow the playback; asks for nothing."""
        self._follow(round(position_s * 1000))

    @property
    def position_s(self) -> float:
        return self.value() / 1000

    def _follow(self, value: int, maximum: int | None = None) -> None:
        self._is_following = True
        try:
            if maximum is not None:
                self.setRange(0, maximum)
            self.setValue(value)
        finally:
            self._is_following = False

    def _x_at(self, time_s: float) -> float:
        return self.width() * time_s * 1000 / self.maximum() if self.maximum() else 0.0

    def _seek_to(self, x: float) -> None:
        if self.maximum():
            self.setValue(round(self.maximum() * x / max(1, self.width())))

    def _on_value_changed(self, value: int) -> None:
        self.update()
        if not self._is_following and not self.isSliderDown():
            self.seek_requested.emit(value / 1000)

    def _bars(self) -> Iterator[tuple[float, float]]:
        """Left edge and loudness of each bar that fits; of the peaks under one bar the loudest counts."""
        count = max(1, int(self.width() / _PITCH_PX))
        total = len(self._peaks)
        for number in range(count if total else 0):
            first = number * total // count
            last = max(first + 1, (number + 1) * total // count)
            yield number * _PITCH_PX, max(self._peaks[first:last])

    def _bar_colour(self, x: float, palette: Palette) -> QColor:
        is_extra = self._could_stop_s is not None and x > self._x_at(self._could_stop_s)
        colour = QColor(palette.red if is_extra else palette.accent)
        is_played = x < self._x_at(self.position_s)
        if not is_played:
            colour.setAlphaF(0.42 if is_extra else 0.62)
        return colour

    def _paint_marks(self, painter: QPainter, palette: Palette) -> None:
        colour = QColor(palette.amber)
        colour.setAlphaF(0.24)
        painter.setBrush(colour)
        for mark in self._marks:
            left, right = self._x_at(mark.start_s), self._x_at(mark.end_s)
            width = max(_NARROWEST_MARK_PX, right - left)
            area = QRectF((left + right - width) / 2, 3, width, self.height() - 6)
            painter.drawRoundedRect(area, 2, 2)

    def _paint_bars(self, painter: QPainter, palette: Palette) -> None:
        middle, room = self.height() / 2, self.height() - 12
        for x, loudness in self._bars():
            height = max(_LOWEST_BAR_PX, room * min(1.0, loudness))
            painter.setBrush(self._bar_colour(x, palette))
            painter.drawRoundedRect(QRectF(x, middle - height / 2, _BAR_PX, height), 1, 1)

    def _paint_lines(self, painter: QPainter, palette: Palette) -> None:
        if self._could_stop_s is not None:
            painter.setPen(QPen(QColor(palette.accent), 2))
            x = self._x_at(self._could_stop_s)
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        if self.value():
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            x = self._x_at(self.position_s)
            painter.drawLine(QPointF(x, 4), QPointF(x, self.height() - 4))

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_marks(painter, palette)
        self._paint_bars(painter, palette)
        self._paint_lines(painter, palette)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; the recording is listened to where one clicks."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.seek_requested.emit(self.position_s)
            event.accept()
