"""One answer of an interview as a row to press: its question, its length and light, how its key points stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from simulator.light import Light
from simulator.store.records import AnswerRecord
from ui.theme import BODY_PX, CAPTION_PX, SPACE, Palette, colours, font
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.list_rows import draw_line, fitted_lines
from ui.widgets.painting import draw_box, draw_focus_ring
from ui.words.answer_line import answer_name, answer_spoken, length_words, light_of, light_words
from ui.words.answer_title import title_of
from ui.words.key_point_verdicts import Shade, ShownPoint
from ui.words.verdict_counts import verdict_counts

_RADIUS: Final = 9
SIDE_PX: Final = 3 * SPACE
_TOP_PX: Final = 2 * SPACE + 2
STEP_IN_PX: Final = 5 * SPACE
_LINE_PX: Final = 20
_GAP_PX: Final = 4 * SPACE
_NARROW_PX: Final = 460
_MOST_LINES: Final = 2
_LIGHT_COLOURS: Final = {Light.GREEN: "green", Light.AMBER: "amber_ink", Light.RED: "red"}
_SHADE_COLOURS: Final[dict[Shade, str]] = {"": "soft", "green": "green", "amber": "amber_ink", "red": "red"}


class AnswerRow(KeyboardFocus, QPushButton):
    """A painted row, so that a long interview of many answers shows at once. Enter presses it as well as Space.

    Signals:
        opened(): it was pressed.
        unfolded(bool): Right or Left, to see its key points or no more.
        moved(int): Up or Down, by so many rows.
    """

    opened = Signal()
    unfolded = Signal(bool)
    moved = Signal(int)

    def __init__(self, record: AnswerRecord, points: tuple[ShownPoint, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("Opens the answer in Review")
        self.clicked.connect(self.opened)
        self.show_answer(record, points)

    def show_answer(self, record: AnswerRecord, points: tuple[ShownPoint, ...]) -> None:
        """Show what has become of it; `points` are its judged key points."""
        self._record, self._counts = record, verdict_counts(points)
        self._light = light_of(record)
        self._left_px = SIDE_PX + (STEP_IN_PX if record.rung else 0)
        self._font = font(BODY_PX, 400 if record.rung else 500)
        self._question_px = QFontMetrics(self._font).horizontalAdvance(answer_name(record))
        self._length_px = 0
        if self._light is not None:
            caption = QFontMetrics(font(CAPTION_PX, tabular=True))
            words = (length_words(record), light_words(record, self._light))
            self._length_px = sum(caption.horizontalAdvance(text) for text in words) + _GAP_PX // 2
        counted = ", ".join(count.words for count in self._counts)
        self.setAccessibleName(f"{answer_spoken(record)}{f'. {counted}' if counted else ''}")
        self.updateGeometry()
        self.update()

    def _is_length_below(self, width: int) -> bool:
        """Whether length and light have no room beside the question."""
        return self._light is not None and width < _NARROW_PX

    def _room_px(self, width: int) -> int:
        """How wide the question may get."""
        beside = self._length_px + _GAP_PX if self._light is not None and width >= _NARROW_PX else 0
        return max(80, width - self._left_px - SIDE_PX - beside)

    def _draw_question(self, painter: QPainter, palette: Palette) -> int:
        """The question, on two lines at most, and where it ends."""
        top, room = _TOP_PX, self._room_px(self.width())
        for line in fitted_lines(answer_name(self._record), self._font, room, _MOST_LINES):
            draw_line(painter, QRect(self._left_px, top, room, _LINE_PX), line, self._font, palette.ink)
            top += _LINE_PX
        return top

    def _draw_verdicts(self, painter: QPainter, top: int, palette: Palette) -> None:
        area = QRect(self._left_px, top, self.width() - self._left_px - SIDE_PX, _LINE_PX)
        if not self._counts:
            draw_line(painter, area, title_of(self._record), font(CAPTION_PX), palette.soft)
            return
        for count in self._counts:
            colour = getattr(palette, _SHADE_COLOURS[count.shade])
            taken = draw_line(painter, area, f"{count.mark} {count.words}", font(CAPTION_PX), colour)
            area.setLeft(area.left() + taken + _GAP_PX)

    def _draw_length(self, painter: QPainter, left: int, top: int, palette: Palette) -> None:
        if self._light is None:
            return
        area = QRect(left, top, self.width() - left - SIDE_PX + 2, _LINE_PX)
        taken = draw_line(painter, area, length_words(self._record), font(CAPTION_PX, tabular=True), palette.soft)
        area.setLeft(area.left() + taken + _GAP_PX // 2)
        words = light_words(self._record, self._light)
        draw_line(painter, area, words, font(CAPTION_PX), getattr(palette, _LIGHT_COLOURS[self._light]))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Told from the length of the question alone: a layout asks for many widths, many times."""
        lines = 1 + (1 if self._question_px <= self._room_px(width) else _MOST_LINES) + self._is_length_below(width)
        return 2 * _TOP_PX + lines * _LINE_PX

    def sizeHint(self) -> QSize:
        return QSize(_NARROW_PX, self.heightForWidth(_NARROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 2 * _TOP_PX + 2 * _LINE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            draw_box(painter, self.rect(), _RADIUS, palette.background, None)
        top = self._draw_question(painter, palette)
        self._draw_verdicts(painter, top, palette)
        if self._is_length_below(self.width()):
            self._draw_length(painter, self._left_px, top + _LINE_PX, palette)
        else:
            self._draw_length(painter, self.width() - SIDE_PX - self._length_px, _TOP_PX, palette)
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), _RADIUS, palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.unfolded.emit(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
