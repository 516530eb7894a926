"""The sound of an answer as bars one can click into. Draws peaks that `recordings.pcm` finds; opens no file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from ui.theme import Palette, colours
from ui.widgets.sound_marks import NARROWEST_PX, paint_sound_mark
from ui.words.answer_marks import AnswerMark, MarkKind, sound_words

_BAR_PX: Final = 2.0
_PITCH_PX: Final = 3.0
_LOWEST_BAR_PX: Final = 1.5
_HEIGHT_PX: Final = 76
_APART_PX: Final = 3.0
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
        self._marks: Sequence[AnswerMark] = ()
        self._hidden: Collection[MarkKind] = ()
        self._looks: tuple[object, ...] = ()
        self._pictures: dict[bool, QPixmap] = {}
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

    def show_peaks(self, peaks: Sequence[float], duration_s: float, marks: Sequence[AnswerMark] = ()) -> None:
        """Show a recording from its start. `peaks` are 0 to 1, spread evenly over the time."""
        self._peaks, self._marks = peaks, marks
        self._pictures.clear()
        self._follow(0, maximum=round(duration_s * 1000))
        self.setAccessibleDescription(sound_words(duration_s, marks))
        self.update()

    def hide_kinds(self, hidden: Collection[MarkKind]) -> None:
        """Show the marks of all but these kinds."""
        self._hidden = hidden
        self._pictures.clear()
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

    @property
    def _could_stop_s(self) -> float | None:
        is_shown = MarkKind.STOP not in self._hidden
        return next((mark.start_s for mark in self._marks if mark.kind is MarkKind.STOP and is_shown), None)

    def _seen_ms(self) -> tuple[float, float]:
        """From where to where the recording is in sight: all of it."""
        return 0.0, float(self.maximum())

    def _x_at(self, time_s: float) -> float:
        first, last = self._seen_ms()
        return self.width() * (time_s * 1000 - first) / (last - first) if last > first else 0.0

    def _ms_at(self, x: float) -> float:
        first, last = self._seen_ms()
        return first + (last - first) * x / max(1, self.width())

    def _seek_to(self, x: float) -> None:
        if self.maximum():
            self.setValue(round(self._ms_at(x)))

    def _on_value_changed(self, value: int) -> None:
        self.update()
        if not self._is_following and not self.isSliderDown():
            self.seek_requested.emit(value / 1000)

    def _bars(self) -> Iterator[tuple[float, float]]:
        """Left edge and loudness of each bar that fits; of the peaks under one bar the loudest counts."""
        count = max(1, int(self.width() / _PITCH_PX))
        share = len(self._peaks) / self.maximum() if self.maximum() else 0.0
        begin, end = (share * at_ms for at_ms in self._seen_ms())
        step = (end - begin) / count
        for number in range(count if self._peaks and step > 0 else 0):
            first = min(int(begin + number * step), len(self._peaks) - 1)
            last = max(first + 1, int(begin + (number + 1) * step))
            yield number * _PITCH_PX, max(self._peaks[first:last])

    def _picture(self, palette: Palette, *, is_played: bool) -> QPixmap:
        """Marks and bars as they look played, or not yet; painted once while nothing but the position changes."""
        looks = (self.size(), self.devicePixelRatioF(), palette, self._seen_ms())
        if looks != self._looks:
            self._looks = looks
            self._pictures.clear()
        if is_played not in self._pictures:
            self._pictures[is_played] = self._paint_picture(palette, is_played=is_played)
        return self._pictures[is_played]

    def _paint_picture(self, palette: Palette, *, is_played: bool) -> QPixmap:
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_marks(painter, palette)
        self._paint_bars(painter, palette, is_played=is_played)
        painter.end()
        return picture

    def _paint_marks(self, painter: QPainter, palette: Palette) -> None:
        """Of marks of one kind that would lie on each other, the first is enough."""
        latest: dict[MarkKind, tuple[float, float]] = {}
        for mark in self._marks:
            if mark.kind in self._hidden or mark.start_s is None or mark.end_s is None:
                continue
            left, right = self._x_at(mark.start_s), self._x_at(mark.end_s)
            before = latest.get(mark.kind, (inf, inf))
            is_covered = abs(left - before[0]) < _APART_PX and abs(right - before[1]) < _APART_PX
            if right >= 0 and left <= self.width() and not is_covered:
                latest[mark.kind] = (left, right)
                width = max(NARROWEST_PX, right - left)
                area = QRectF((left + right - width) / 2, 3, width, self.height() - 6)
                paint_sound_mark(painter, mark.kind, area, palette)

    def _paint_bars(self, painter: QPainter, palette: Palette, *, is_played: bool) -> None:
        middle, room = self.height() / 2, self.height() - 12
        stop_s = self._could_stop_s
        extra_x = inf if stop_s is None else self._x_at(stop_s)
        needed, extra = QColor(palette.accent), QColor(palette.red)
        if not is_played:
            needed.setAlphaF(0.62)
            extra.setAlphaF(0.42)
        for x, loudness in self._bars():
            height = max(_LOWEST_BAR_PX, room * min(1.0, loudness))
            painter.setBrush(extra if x > extra_x else needed)
            painter.drawRoundedRect(QRectF(x, middle - height / 2, _BAR_PX, height), 1, 1)

    def _paint_position(self, painter: QPainter, palette: Palette) -> None:
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
        played_px = round(self._x_at(self.position_s))
        for is_played, left, right in ((True, 0, played_px), (False, played_px, self.width())):
            painter.setClipRect(QRect(left, 0, max(0, right - left), self.height()))
            painter.drawPixmap(0, 0, self._picture(palette, is_played=is_played))
        painter.setClipping(False)
        self._paint_position(painter, palette)
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
