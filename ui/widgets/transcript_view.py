"""The words of an answer, flowing, flags marked: click a word to hear it. Shows what was found; finds nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from simulator.analysis.report import AnswerReport, ReportedTranscript
from simulator.transcript import Transcript
from ui.theme import colours, font
from ui.widgets.transcript_marks import CHIP_MARGIN, PREFIX, READING_PX, Formats, paint_mark, paint_spoken
from ui.words.marked_transcript import PieceKind, TranscriptPiece, flag_action, flag_starts, marked_words

_LINE_HEIGHT_PERCENT: Final = 152.0
_SPACE_BEFORE: Final = {PieceKind.STOP: "\n"}  # what could have been left out begins a paragraph
_NO_WORD: Final = -1


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters of the document, as Qt counts them, that sound at `start_s`."""

    first: int
    last: int
    start_s: float
    end_s: float
    play_from_s: float


@dataclass(frozen=True, slots=True)
class _Spot:
    """Characters of the document that are a word or a sound, with times or without."""

    first: int
    last: int
    piece: TranscriptPiece


@dataclass(slots=True)
class _Mark:
    """Characters of the document with something painted behind them."""

    look: str
    first: int
    last: int
    owner: object = None


class TranscriptView(QTextEdit):
    """Read-only text with marks painted behind it.

    The marks and the word being played are painted, not formatted: following the playback changes no layout, so a tick
    costs the same in a ten-minute answer as in a short one. The widget is as high as its text and never scrolls itself.

    Signals:
        word_clicked(float): where to play from, in seconds; half a second early for a flag.
        flag_toggled(object): the `TranscriptPiece` whose flag the user takes off, or on which one is put.
        piece_reached(object): the `TranscriptPiece` at the caret, None between words.
        place_moved(QRect): the part of this widget that should be in view, while playing or moving the caret.
    """

    word_clicked = Signal(float)
    flag_toggled = Signal(object)
    piece_reached = Signal(object)
    place_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[TranscriptPiece, ...] = ()
        self._words: ReportedTranscript | Transcript | None = None
        self._spots: list[_Spot] = []
        self._is_writing = False
        self._places: list[_Place] = []
        self._starts: list[float] = []
        self._marks: list[_Mark] = []
        self._latest_mark: dict[str, _Mark] = {}
        self._mark_rects: list[tuple[str, QRectF]] | None = None
        self._spoken = _NO_WORD
        # Qt puts the air of a line below its words; below the last line the card has air of its own.
        self._slack_px = QFontMetricsF(font(READING_PX)).height() * (_LINE_HEIGHT_PERCENT / 100 - 1)
        self.setAccessibleName("Transcript")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QTextEdit { border: none; padding: 0; }")  # lies on a card, which has both
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(CHIP_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)

    def show_answer(self, transcript: Transcript | None, report: AnswerReport | None) -> None:
        """Show the words, marked with what the report found. Both may be None while they are still being made.

        The caret stays where it is while the words are the same.
        """
        words = report.transcript if report is not None else transcript
        caret = self.textCursor().position() if words == self._words else 0
        self._words = words
        self._pieces = marked_words(transcript, report)
        self._spoken = _NO_WORD
        self._is_writing = True
        self._write_document()
        self._put_caret(caret)
        self._is_writing = False
        self.piece_reached.emit(self.piece_at_caret)

    def set_position(self, position_s: float | None) -> None:
        """Mark the word being played; None takes the mark off."""
        index = _NO_WORD if position_s is None else self._place_at_time(position_s)
        if index == self._spoken:
            return
        for changed in (self._spoken, index):
            self._repaint_place(changed)
        self._spoken = index
        if index != _NO_WORD:
            self.place_moved.emit(self._rect_of_place(index))

    def flag_starts(self) -> tuple[float, ...]:
        """Where the flags are, in seconds and in order."""
        return flag_starts(self._pieces)

    def choose_at(self, start_s: float) -> None:
        """Put the caret to the word or sound that starts there, so that what can be done with it is offered."""
        spot = next((spot for spot in self._spots if spot.piece.start_s == start_s), None)
        if spot is not None:
            self._put_caret(spot.first)

    @property
    def piece_at_caret(self) -> TranscriptPiece | None:
        """The word or sound at the caret."""
        return self._piece_at_character(self.textCursor().position())

    def menu_for(self, piece: TranscriptPiece | None) -> QMenu:
        """What can be done with a piece, and with the selection."""
        menu = QMenu(self)
        if piece is not None and piece.play_from_s is not None:
            start_s = piece.play_from_s
            menu.addAction("Play from here").triggered.connect(lambda: self.word_clicked.emit(start_s))
        if piece is not None:
            menu.addAction(flag_action(piece)).triggered.connect(lambda: self.flag_toggled.emit(piece))
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        return menu

    @property
    def spoken_word(self) -> str:
        """The word being played, or an empty text."""
        if self._spoken == _NO_WORD:
            return ""
        place = self._places[self._spoken]
        return self.document().toPlainText()[place.first : place.last]

    def _write_document(self) -> None:
        palette = colours(self)
        self._places, self._spots, self._marks, self._latest_mark = [], [], [], {}
        self.document().clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        cursor.beginEditBlock()
        formats = Formats(palette)
        for run, run_format in self._runs(formats):
            cursor.insertText(run, run_format)
        cursor.endEditBlock()
        self._starts = [place.start_s for place in self._places]
        self._forget_rects()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _runs(self, formats: Formats) -> Iterator[tuple[str, QTextCharFormat]]:
        """Stretches of text of one look, as few as possible, while noting where every piece comes to lie."""
        texts: list[str] = []
        current = formats.plain
        position = 0
        for number, piece in enumerate(self._pieces):
            space = _SPACE_BEFORE.get(piece.kind, " ") if number else ""
            self._note(piece, position + len(space))
            for text, text_format in ((space, formats.plain), *formats.parts(piece)):
                if text_format is not current:
                    yield "".join(texts), current
                    texts, current = [], text_format
                texts.append(text)
                position += _qt_length(text)
        yield "".join(texts), current

    def _note(self, piece: TranscriptPiece, position: int) -> None:
        first = position + _qt_length(PREFIX.get(piece.kind, ""))
        last = first + _qt_length(piece.text)
        is_said = piece.kind in (PieceKind.WORD, PieceKind.HEARD_SOUND)
        if is_said:
            self._spots.append(_Spot(first, last, piece))
        if piece.start_s is not None and piece.end_s is not None and is_said:
            self._places.append(_Place(first, last, piece.start_s, piece.end_s, piece.play_from_s or 0.0))
        if piece.is_extra:
            self._mark("extra", position, last, "extra")
        if piece.filler is not None:
            bare_first, bare_last = piece.bare
            look = "repeat" if piece.filler_kind == "repeat" else "filler"
            bare_first, bare_last = _qt_length(piece.text[:bare_first]), _qt_length(piece.text[:bare_last])
            self._mark(look, first + bare_first, first + bare_last, piece.filler)
        if piece.kind is PieceKind.STOP:
            self._mark("stop", first, last, piece)

    def _mark(self, look: str, first: int, last: int, owner: object) -> None:
        """Mark these characters; neighbours with the same owner become one mark."""
        latest = self._latest_mark.get(look)
        if latest is not None and latest.owner is owner:
            latest.last = last
            return
        self._latest_mark[look] = _Mark(look, first, last, owner)
        self._marks.append(self._latest_mark[look])

    def _place_at_time(self, position_s: float) -> int:
        index = bisect_right(self._starts, position_s) - 1
        if index < 0 or position_s > self._places[index].end_s + 1.0:
            return _NO_WORD
        return index

    def _place_at_character(self, position: int) -> int:
        index = bisect_right(self._places, position, key=lambda place: place.first) - 1
        return index if index >= 0 and position <= self._places[index].last else _NO_WORD

    def _piece_at_character(self, position: int) -> TranscriptPiece | None:
        index = bisect_right(self._spots, position, key=lambda spot: spot.first) - 1
        is_there = index >= 0 and position <= self._spots[index].last
        return self._spots[index].piece if is_there else None

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _place_under(self, point: QPoint) -> int:
        index = self._place_at_character(self.cursorForPosition(point).position())
        if index == _NO_WORD or not self._rect_of_place(index).adjusted(-3, -5, 3, 5).contains(point):
            return _NO_WORD
        return index

    def _piece_under(self, point: QPoint) -> TranscriptPiece | None:
        cursor = self.cursorForPosition(point)
        return self._piece_at_character(cursor.position())

    def _rect_of_place(self, index: int) -> QRect:
        place = self._places[index]
        rects = list(self._rects(place.first, place.last))
        return rects[0].toAlignedRect() if rects else QRect()

    def _repaint_place(self, index: int) -> None:
        if index != _NO_WORD:
            place = self._places[index]
            for rect in self._rects(place.first, place.last):
                self.viewport().update(rect.toAlignedRect().adjusted(-4, -4, 4, 4))

    def _rects(self, first: int, last: int) -> Iterator[QRectF]:
        """One rectangle a line around these characters, in the coordinates of the viewport."""
        block = self.document().findBlock(first)
        layout = block.layout()
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        metrics = QFontMetricsF(font(READING_PX))
        first, last = first - block.position(), last - block.position()
        line = layout.lineForTextPosition(first)
        number = line.lineNumber() if line.isValid() else layout.lineCount()
        while number < layout.lineCount():
            line = layout.lineAt(number)
            line_first, line_last = line.textStart(), line.textStart() + line.textLength()
            if line_first >= last:
                return
            left, right = _x(line, max(first, line_first)), _x(line, min(last, line_last))
            baseline = origin.y() + line.y() + line.ascent()
            top, bottom = baseline - metrics.ascent(), baseline + metrics.descent()
            yield QRectF(origin.x() + left, top, right - left, bottom - top)
            number += 1

    def _play(self, index: int) -> None:
        if index != _NO_WORD:
            self.word_clicked.emit(self._places[index].play_from_s)

    def _forget_rects(self) -> None:
        self._mark_rects = None
        self.viewport().update()

    def _visible_marks(self, area: QRectF) -> Iterator[tuple[str, QRectF]]:
        if self._mark_rects is None:
            self._mark_rects = [
                (mark.look, rect)
                for mark in sorted(self._marks, key=lambda mark: mark.look != "extra")
                for rect in self._rects(mark.first, mark.last)
            ]
        return ((look, rect) for look, rect in self._mark_rects if rect.intersects(area))

    def _on_document_size_changed(self) -> None:
        self._mark_rects = None
        self.setFixedHeight(self.sizeHint().height())

    def _on_cursor_position_changed(self) -> None:
        if self._is_writing:
            return
        self.piece_reached.emit(self.piece_at_caret)
        if self.hasFocus():
            self.place_moved.emit(self.cursorRect())

    def sizeHint(self) -> QSize:
        return QSize(400, max(1, round(self.document().size().height() - self._slack_px)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = colours(self)
        for look, rect in self._visible_marks(QRectF(event.rect()).adjusted(-8, -8, 8, 8)):
            paint_mark(painter, look, rect, palette)
        if self._spoken != _NO_WORD:
            place = self._places[self._spoken]
            for rect in self._rects(place.first, place.last):
                paint_spoken(painter, rect, palette)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_rects()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            self._write_document()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """All of it shows, so the wheel scrolls the page and never the text in its box."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over_word = self._place_under(event.position().toPoint()) != _NO_WORD
        shape = Qt.CursorShape.PointingHandCursor if is_over_word else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._play(self._place_under(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._play(self._place_at_character(self.textCursor().position()))
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        piece = self.piece_at_caret if is_by_key else self._piece_under(event.pos())
        where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_by_key else event.globalPos()
        menu = self.menu_for(piece)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)  # PySide gives the place and the position it settled on
    return float(found[0]) if isinstance(found, tuple) else 0.0


def _qt_length(text: str) -> int:
    """The length as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
