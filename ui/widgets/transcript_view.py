"""The words of an answer, flowing, flags marked: click a word to hear it, twice to put it right where it stands.

Shows what was found, and tells what the user makes of it; finds nothing, keeps nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from simulator.analysis.report import AnswerReport
from simulator.transcript import Transcript
from simulator.word_corrections import WordChange
from ui.theme import colours
from ui.widgets.mark_rects import MarkRects
from ui.widgets.piece_places import NO_WORD, PiecePlaces, Place, Spot
from ui.widgets.text_rects import rects_of
from ui.widgets.transcript_marks import CHIP_MARGIN, READING_PX, Formats, paint_mark, paint_spoken
from ui.widgets.transcript_menu import TranscriptMenu
from ui.widgets.whole_text import WholeText
from ui.widgets.word_editor import WordEditor
from ui.words.answer_marks import AnswerMark, MarkKind, shown_starts
from ui.words.marked_transcript import PieceKind, TranscriptPiece, marked_words

_LINE_HEIGHT_PERCENT: Final = 152.0


class TranscriptView(WholeText):
    """Read-only text with marks painted behind it.

    The marks and the word being played are painted, not formatted: following the playback changes no layout, so a tick
    costs the same in a ten-minute answer as in a short one. The widget is as high as its text and never scrolls itself.

    Signals:
        word_clicked(float): where to play from, in seconds; half a second early for a flag.
        stretch_wanted(float, object): from and to in seconds; what is about to be put right is heard once more.
        words_edited(int, int, str): the first word and how many, and the text that is to stand in their place.
        brought_back(object): the `WordChange` in whose place the machine's words are to stand again.
        editing_changed(bool): whether words are being edited.
        flag_toggled(object): the `TranscriptPiece` whose flag the user takes off, or on which one is put.
        piece_reached(object): the `TranscriptPiece` at the caret, None between words.
        place_moved(QRect): the part of this widget that should be in view, while playing or moving the caret.
    """

    word_clicked = Signal(float)
    stretch_wanted = Signal(float, object)
    words_edited = Signal(int, int, str)
    brought_back = Signal(object)
    editing_changed = Signal(bool)
    flag_toggled = Signal(object)
    piece_reached = Signal(object)
    place_moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._mark_rects = MarkRects()
        super().__init__(READING_PX, _LINE_HEIGHT_PERCENT, CHIP_MARGIN, parent)
        self._pieces: tuple[TranscriptPiece, ...] = ()
        self._marks: Sequence[AnswerMark] = ()
        self._hidden: frozenset[MarkKind] = frozenset()
        self._texts: list[str] = []
        self._can_correct = False
        self._edited: tuple[int, int] | None = None
        self._edited_last = 0
        self._laid = PiecePlaces()
        self._is_writing = False
        self._spoken = NO_WORD
        self._spoken_s: float | None = None
        self.setAccessibleName("Transcript")
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self._editor = WordEditor(self.viewport())
        self._editor.kept.connect(self._on_edit_kept)
        self._editor.left.connect(self._end_editing)

    def show_answer(
        self,
        transcript: Transcript | None,
        report: AnswerReport | None,
        changes: Sequence[WordChange] = (),
        marks: Sequence[AnswerMark] = (),
    ) -> None:
        """Show the words, marked with what the report found. Both may be None while they are still being made.

        Of `marks`, the stretches are marked as well; fillers, pauses and the sign to stop, the report has itself.
        The caret stays where it is while the words are the same, and an edit goes on; after an edit it is there.
        """
        before, caret = self._texts, self.textCursor().position()
        self._pieces, self._marks = marked_words(transcript, report, changes), marks
        self._texts = [piece.text for piece in self._pieces if piece.kind is PieceKind.WORD]
        self._can_correct = transcript is not None
        self._spoken, self._spoken_s = NO_WORD, None
        self._is_writing = True
        self._write_document()
        self._put_caret(caret if self._texts == before else self._after_edit())
        self._is_writing = False
        if self._texts == before:
            self._keep_editing()
        else:
            self._end_editing()
        self.piece_reached.emit(self.piece_at_caret)

    def hide_kinds(self, hidden: Collection[MarkKind]) -> None:
        """Show the marks of all but these kinds; the word that sounds and the one at the caret stay so."""
        if hidden == self._hidden:
            return
        chosen, spoken_s = self.piece_at_caret, self._spoken_s
        self._hidden = frozenset(hidden)
        self._is_writing = True
        self._write_document()
        self._put_caret(next((spot.first for spot in self._laid.spots if spot.piece is chosen), 0))
        self._is_writing = False
        self._spoken = NO_WORD if spoken_s is None else self._laid.at_time(spoken_s)
        self._keep_editing()

    def set_position(self, position_s: float | None) -> None:
        """Mark the word being played; None takes the mark off."""
        self._spoken_s = position_s
        index = NO_WORD if position_s is None else self._laid.at_time(position_s)
        if index == self._spoken:
            return
        for changed in (self._spoken, index):
            self._repaint_place(changed)
        self._spoken = index
        if index != NO_WORD:
            self.place_moved.emit(self._rect_of_place(index))

    def flag_starts(self) -> tuple[float, ...]:
        """Where the flags and the long pauses are that show, in seconds and in order."""
        return shown_starts(self._pieces, self._marks, self._hidden)

    def choose_at(self, start_s: float) -> None:
        """Put the caret to the word or sound that starts there, so that what can be done with it is offered."""
        if (spot := self._laid.starting_at(start_s)) is not None:
            self._put_caret(spot.first)

    def show_found(self, words: Sequence[int]) -> float | None:
        """Mark these words and put the caret to the first; the second at which it is said, None if that is unknown."""
        spots = self._laid.mark_found(words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget_rects()
        self._put_caret(spots[0].first if spots else 0)
        return spots[0].piece.start_s if spots else None

    @property
    def piece_at_caret(self) -> TranscriptPiece | None:
        """The word or sound at the caret."""
        return self._laid.piece_at(self.textCursor().position())

    def correct_chosen(self) -> None:
        """Let the words in the selection, or the one at the caret, be put right where they stand."""
        self._edit(self._chosen())

    def delete_chosen(self) -> None:
        """Take the words in the selection, or the one at the caret, out."""
        self._tell_edit(self._chosen(), "")

    def menu_for(self, piece: TranscriptPiece | None) -> QMenu:
        """What can be done with a piece, and with the selection."""
        menu = TranscriptMenu(piece, self)
        if piece is not None and self._can_correct:
            spots = self._chosen(piece)
            menu.offer_corrections(spots, self._next_word(spots))
        menu.play_requested.connect(self.word_clicked)
        menu.flag_toggled.connect(self.flag_toggled)
        menu.edit_requested.connect(self._edit)
        menu.replaced.connect(self._tell_edit)
        menu.brought_back.connect(self.brought_back)
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        return menu

    @property
    def spoken_word(self) -> str:
        """The word being played, or an empty text."""
        place = None if self._spoken == NO_WORD else self._laid.places[self._spoken]
        return self.document().toPlainText()[place.first : place.last] if place else ""

    @property
    def spoken_area(self) -> QRect:
        """Where the word being played stands; nowhere without one."""
        return QRect() if self._spoken == NO_WORD else self._rect_of_place(self._spoken)

    def _chosen(self, piece: TranscriptPiece | None = None) -> Sequence[Spot]:
        """The words of the selection where the piece is one of them, else the word itself; the one at the caret."""
        cursor, piece = self.textCursor(), piece or self.piece_at_caret
        selected = self._laid.words_within(cursor.selectionStart(), cursor.selectionEnd())
        if selected and (piece is None or any(spot.piece is piece for spot in selected)):
            return selected
        return [spot for spot in self._laid.spots if spot.piece is piece and piece.kind is PieceKind.WORD]

    def _next_word(self, spots: Sequence[Spot]) -> Sequence[Spot]:
        following = self._laid.word((spots[-1].piece.word_index or 0) + 1) if spots else None
        return () if following is None else (following,)

    def _edit(self, spots: Sequence[Spot]) -> None:
        if not spots or not self._can_correct:
            return
        self._edited = (spots[0].piece.word_index or 0, len(spots))
        text = " ".join(spot.piece.text for spot in spots)
        last = spots[-1].piece
        bare = spots[0].piece.bare[0], len(text) - len(last.text) + last.bare[1]
        self.editing_changed.emit(True)
        self._editor.begin(text, bare, self._rect_of(spots[0]))
        self.place_moved.emit(self._editor.geometry())

    def _tell_edit(self, spots: Sequence[Spot], text: str) -> None:
        if spots and self._can_correct:
            first = self._edited_last = spots[0].piece.word_index or 0
            self.words_edited.emit(first, len(spots), text)

    def _after_edit(self) -> int:
        """Where the word lies that stands in the place of the last edit, 0 if there was none."""
        spot = self._laid.word(self._edited_last)
        self._edited_last = 0
        return 0 if spot is None else spot.first

    def _keep_editing(self) -> None:
        """The words are the same, but may have moved."""
        spot = None if self._edited is None else self._laid.word(self._edited[0])
        if spot is not None:
            self._editor.move_over(self._rect_of(spot))

    def _end_editing(self) -> None:
        if self._edited is not None:
            self._edited = None
            had_focus = self._editor.hasFocus()
            self._editor.hide()
            if had_focus:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editing_changed.emit(False)

    def _rect_of(self, spot: Spot | Place) -> QRect:
        return next((rect.toAlignedRect() for rect in rects_of(self.document(), spot.first, spot.last)), QRect())

    def _formats(self) -> Formats:
        """How the pieces look, in the colours of now."""
        return Formats(colours(self), self._hidden)

    def _write_document(self) -> None:
        self._laid = PiecePlaces(self._pieces, self._marks, self._hidden)
        cursor = self.begin_writing()
        for run, run_format in self._laid.runs(self._formats()):
            cursor.insertText(run, run_format)
        cursor.endEditBlock()
        self._forget_rects()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _place_under(self, point: QPoint) -> int:
        index = self._laid.at_character(self.cursorForPosition(point).position())
        if index == NO_WORD or not self._rect_of_place(index).adjusted(-3, -5, 3, 5).contains(point):
            return NO_WORD
        return index

    def _piece_under(self, point: QPoint) -> TranscriptPiece | None:
        return self._laid.piece_at(self.cursorForPosition(point).position())

    def _rect_of_place(self, index: int) -> QRect:
        return self._rect_of(self._laid.places[index])

    def _repaint_place(self, index: int) -> None:
        if index != NO_WORD:
            place = self._laid.places[index]
            for rect in rects_of(self.document(), place.first, place.last):
                self.viewport().update(rect.toAlignedRect().adjusted(-4, -4, 4, 4))

    def _play(self, index: int) -> None:
        if index != NO_WORD:
            self.word_clicked.emit(self._laid.places[index].play_from_s)

    def _play_chosen(self) -> None:
        if (piece := self.piece_at_caret) is not None and piece.play_from_s is not None:
            self.word_clicked.emit(piece.play_from_s)

    def _forget_rects(self) -> None:
        self._mark_rects.forget()
        self.viewport().update()

    def _on_edit_kept(self, text: str) -> None:
        if self._edited is not None:
            (first, count), self._edited_last = self._edited, self._edited[0]
            self._end_editing()
            self.words_edited.emit(first, count, text)

    def _on_document_size_changed(self) -> None:
        self._mark_rects.forget()
        super()._on_document_size_changed()

    def _on_cursor_position_changed(self) -> None:
        if self._is_writing:
            return
        self.piece_reached.emit(self.piece_at_caret)
        if self.hasFocus():
            self.place_moved.emit(self.cursorRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = colours(self)
        area = QRectF(event.rect()).adjusted(-8, -8, 8, 8)
        for look, rect in self._mark_rects.within(self.document(), area, self._laid.marks):
            paint_mark(painter, look, rect, palette)
        if self._spoken != NO_WORD:
            place = self._laid.places[self._spoken]
            for rect in rects_of(self.document(), place.first, place.last):
                paint_spoken(painter, rect, palette)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_rects()
        self._keep_editing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            self._write_document()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_over_word = self._place_under(event.position().toPoint()) != NO_WORD
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_over_word else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_click = event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if is_click and self._edited is None:
            self._play(self._place_under(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        piece = self._piece_under(event.position().toPoint())
        if piece is None or piece.kind is not PieceKind.WORD or not self._can_correct:
            super().mouseDoubleClickEvent(event)
            return
        if piece.play_from_s is not None and piece.end_s is not None:
            self.stretch_wanted.emit(piece.play_from_s, piece.end_s)
        self._edit(self._chosen(piece))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._play_chosen()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_by_key else event.globalPos()
        menu = self.menu_for(self.piece_at_caret if is_by_key else self._piece_under(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
