"""The answer's clock as a ring with its target marked. The light's rules live in `simulator.interview.timing`."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from question_bank.models import TargetTimes
from simulator.light import LIGHT_SHAPES, LIGHT_WORDS, Light, light_at
from ui.theme import BODY_PX, CAPTION_PX, Palette, colours, font
from ui.words.times import clock

RING_SIZE: Final = 222
COMPACT_SIZE: Final = 158
_STROKE = 10
_MARGIN = 4
_CLOCK_PX = 48
_LONG_CLOCK_PX = 38
_SMALLEST_STEP_S: Final = 0.1
_TURN = 360 * 16
_SILENT: Final = "○ silence"
_SILENT_SPOKEN: Final = "the interviewer is silent; you can go on"


class TimerRing(QProgressBar):
    """Full circle at the longest good length, a mark at the target; colour, shape and word say how the time stands.

    To a screen reader it is a progress bar in seconds whose description says the time, the light's word and the target.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Answer timer")
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._times = TargetTimes(0, 1, 1)
        self._elapsed_s = 0.0
        self._is_compact = False
        self._light: Light | None = None
        self._is_silent = False
        self.show_idle(self._times)

    @property
    def light(self) -> Light | None:
        """How the time stands, None before the answer and in the silence after it."""
        return self._light

    def show_idle(self, times: TargetTimes) -> None:
        """Show the target alone, with the clock at nought."""
        self._light = None
        self._is_silent = False
        self._set_clock(0.0, times)

    def show_silence(self) -> None:
        """The interviewer says nothing: the clock stands where the answer ended, and no light judges it."""
        self._light = None
        self._is_silent = True
        self._set_clock(self._elapsed_s, self._times)

    def show_clock(self, elapsed_s: float, times: TargetTimes) -> None:
        """Show `elapsed_s` against `times`. A step under 0.1 s is not painted unless the light changes."""
        light = light_at(times, elapsed_s)
        is_near = abs(elapsed_s - self._elapsed_s) < _SMALLEST_STEP_S
        if is_near and light is self._light and times == self._times:
            return
        self._light = light
        self._is_silent = False
        self._set_clock(elapsed_s, times)

    def set_compact(self, is_compact: bool) -> None:
        """Take less room, in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.updateGeometry()

    def _set_clock(self, elapsed_s: float, times: TargetTimes) -> None:
        self._elapsed_s = elapsed_s
        self._times = times
        self.setRange(0, max(1, round(times.max_s)))
        self.setValue(min(self.maximum(), int(elapsed_s)))
        spoken = self._spoken()
        if spoken != self.accessibleDescription():
            self.setAccessibleDescription(spoken)
        self.update()

    def _spoken(self) -> str:
        if self._is_silent:
            return f"{clock(self._elapsed_s)}, {_SILENT_SPOKEN}"
        word = [LIGHT_WORDS[self._light]] if self._light else []
        return ", ".join([clock(self._elapsed_s), *word, self._target_text()])

    def _target_text(self) -> str:
        return f"target {clock(self._times.target_s)}"

    def _light_colour(self, palette: Palette) -> str:
        if self._is_silent:
            return palette.soft
        return {Light.AMBER: palette.amber, Light.RED: palette.red}.get(self._light or Light.GREEN, palette.accent)

    def _light_ink(self, palette: Palette) -> str:
        if self._is_silent:
            return palette.soft
        return {Light.AMBER: palette.amber_ink, Light.RED: palette.red}.get(self._light or Light.GREEN, palette.green)

    def _draw_ring(self, painter: QPainter, palette: Palette) -> None:
        inset = _STROKE / 2 + _MARGIN
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(palette.line), _STROKE))
        painter.drawEllipse(circle)
        share = min(1.0, self._elapsed_s / self._times.max_s) if self._times.max_s > 0 else 0.0
        if share > 0:
            painter.setPen(
                QPen(QColor(self._light_colour(palette)), _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawArc(circle, 90 * 16, -round(share * _TURN))

    def _draw_target(self, painter: QPainter, palette: Palette) -> None:
        if self._times.max_s <= 0:
            return
        painter.save()
        painter.translate(QRectF(self.rect()).center())
        painter.rotate(360 * self._times.target_s / self._times.max_s)
        outer = self.width() / 2 - _MARGIN
        painter.setPen(QPen(QColor(palette.soft), 3))
        painter.drawLine(QPointF(0, -outer - 3), QPointF(0, -outer + _STROKE + 3))
        painter.restore()

    def _draw_words(self, painter: QPainter, palette: Palette) -> None:
        middle, scale = self.height() / 2, self.height() / RING_SIZE
        time = clock(self._elapsed_s)
        px = round((_CLOCK_PX if len(time) < 6 else _LONG_CLOCK_PX) * scale)
        self._draw_line(painter, time, middle - 18 * scale, palette.ink, (px, 700))
        if words := self._light_words():
            light_px = CAPTION_PX if self._is_compact else BODY_PX
            self._draw_line(painter, words, middle + 26 * scale, self._light_ink(palette), (light_px, 600))
        self._draw_line(painter, self._target_text(), middle + 48 * scale, palette.soft, (CAPTION_PX, 400))

    def _light_words(self) -> str:
        if self._is_silent:
            return _SILENT
        return f"{LIGHT_SHAPES[self._light]} {LIGHT_WORDS[self._light]}" if self._light else ""

    def _draw_line(self, painter: QPainter, text: str, middle: float, ink: str, size_weight: tuple[int, int]) -> None:
        px, weight = size_weight
        painter.setFont(font(px, weight, tabular=True))
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(0, middle - px, self.width(), 2 * px), Qt.AlignmentFlag.AlignCenter, text)

    def sizeHint(self) -> QSize:
        size = COMPACT_SIZE if self._is_compact else RING_SIZE
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_ring(painter, palette)
        self._draw_target(painter, palette)
        self._draw_words(painter, palette)
