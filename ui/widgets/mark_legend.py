"""What the marks of an answer mean, with how many there are: each kind can be taken off and put on again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import CAPTION_PX, SPACE, colours, font
from ui.widgets.chip_look import as_tall_as_its_lines
from ui.widgets.flow_layout import Flow
from ui.widgets.keyboard_focus import KeyboardFocus
from ui.widgets.painting import draw_box, draw_focus_ring
from ui.widgets.sound_marks import paint_sound_mark
from ui.words.answer_marks import KIND_NAMES, AnswerMark, MarkKind, counts_of

_HEIGHT_PX: Final = 28
_SIDE_PX: Final = 10
_SWATCH: Final = QSize(14, 16)
_GAP_PX: Final = 7


class MarkLegend(QGroupBox):
    """A chip for each kind of mark that is there; hidden where there is none. What is taken off stays so.

    Signals:
        hidden_changed(object): a frozenset of the kinds that are not to be shown.
    """

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Marks")
        as_tall_as_its_lines(self)
        flow = Flow(spacing=2 * SPACE, line_spacing=SPACE + 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self._chips = {kind: _MarkChip(kind, self) for kind in MarkKind}
        for kind, chip in self._chips.items():
            chip.setChecked(True)
            flow.add(chip)
            chip.toggled.connect(partial(self._on_toggled, kind))
        self.show_marks(())

    @property
    def hidden(self) -> frozenset[MarkKind]:
        """The kinds that were taken off."""
        return frozenset(kind for kind, chip in self._chips.items() if not chip.isChecked())

    def chip(self, kind: MarkKind) -> QCheckBox:
        """The check box of one kind."""
        return self._chips[kind]

    def show_marks(self, marks: Sequence[AnswerMark]) -> None:
        """Name the kinds that are among these marks."""
        counts = counts_of(marks)
        for kind, chip in self._chips.items():
            chip.show_count(counts.get(kind, 0))
        self.setVisible(bool(counts))

    def _on_toggled(self, kind: MarkKind, _is_on: bool) -> None:
        self._chips[kind].show_tip()
        self.hidden_changed.emit(self.hidden)


class _MarkChip(KeyboardFocus, QCheckBox):
    """A sample of the mark, its name and its count; a check box to a screen reader."""

    def __init__(self, kind: MarkKind, parent: QWidget) -> None:
        super().__init__(KIND_NAMES[kind], parent)
        self._kind = kind
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_tip()

    def show_count(self, count: int) -> None:
        """How many there are; with none it is hidden."""
        name = KIND_NAMES[self._kind]
        self.setText(name if self._kind is MarkKind.STOP else f"{name} {count}")
        self.setVisible(count > 0)
        self.updateGeometry()

    def show_tip(self) -> None:
        """Say what a click does."""
        self.setToolTip("Hide these marks" if self.isChecked() else "Show these marks")

    def sizeHint(self) -> QSize:
        text_px = QFontMetrics(font(CAPTION_PX, 500)).horizontalAdvance(self.text())
        return QSize(2 * _SIDE_PX + _SWATCH.width() + _GAP_PX + text_px, _HEIGHT_PX)

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.height() / 2 - 0.5
        is_on = self.isChecked()
        line = palette.faint if self.underMouse() else palette.line
        draw_box(painter, self.rect(), radius, palette.surface, line)
        painter.setOpacity(1.0 if is_on else 0.35)
        top = (self.height() - _SWATCH.height()) / 2
        swatch = QRectF(_SIDE_PX, top, _SWATCH.width(), _SWATCH.height())
        paint_sound_mark(painter, self._kind, swatch, palette)
        painter.setOpacity(1.0)
        text_font = font(CAPTION_PX, 500)
        text_font.setStrikeOut(not is_on)
        painter.setFont(text_font)
        painter.setPen(QColor(palette.ink if is_on else palette.soft))
        left = _SIDE_PX + _SWATCH.width() + _GAP_PX
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.is_ring_shown:
            draw_focus_ring(painter, self.rect(), radius - 0.5, palette)
