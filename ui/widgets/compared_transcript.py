"""The words of one answer beside another: struck through what was dropped, underlined what is new. It finds neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QMenu, QWidget

from simulator.comparison.wording import Said, Stretch
from ui.theme import Palette, colours
from ui.widgets.transcript_marks import Formats, coloured_format
from ui.widgets.transcript_view import TranscriptView
from ui.words.compared_wording import marks_spoken
from ui.words.marked_transcript import PieceKind, TranscriptPiece

_NOTHING: Final = "No transcript of this answer was kept."


class ComparedTranscript(TranscriptView):
    """Click a word to hear the answer from there; words are put right where the answer itself is shown.

    `marks` is what is marked in it beside the fillers: what was dropped, or what is new.
    """

    def __init__(self, name: str, marks: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked = marks
        self._said: tuple[Said, ...] = ()
        self.setAccessibleName(name)

    def show_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Show these words and no others."""
        self._pieces = tuple(_pieces(stretches))
        self._said = tuple(stretch.said for stretch in stretches for _ in stretch.words)
        self.setAccessibleDescription(marks_spoken(stretches, self._marked) if stretches else _NOTHING)
        self.set_position(None)
        self._is_writing = True
        self._write_document()
        self._is_writing = False

    def menu_for(self, piece: TranscriptPiece | None) -> QMenu:
        """What can be heard, and what can be copied."""
        menu = QMenu(self)
        if piece is not None and piece.start_s is not None:
            start_s = piece.start_s
            menu.addAction("Play from here").triggered.connect(lambda: self.word_clicked.emit(start_s))
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        return menu

    def _formats(self) -> Formats:
        return _ComparedFormats(colours(self), self._said)


class _ComparedFormats(Formats):
    """Looks by what a word is beside the other answer; colour never stands alone."""

    def __init__(self, palette: Palette, said: Sequence[Said]) -> None:
        super().__init__(palette)
        self._of_word = said
        dropped, added = coloured_format(palette.red), coloured_format(palette.green, weight=500)
        dropped.setFontStrikeOut(True)
        added.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self._looks = {
            Said.KEPT: self.plain,
            Said.DROPPED: dropped,
            Said.ADDED: added,
            Said.FILLER: coloured_format(palette.soft),
        }

    def before(self, piece: TranscriptPiece) -> QTextCharFormat:
        """One line goes through all words of a stretch, and all of it is written at once."""
        index = piece.word_index or 0
        said = self._of_word[index]
        return self._looks[said] if index and self._of_word[index - 1] is said else self.plain

    def parts(self, piece: TranscriptPiece) -> Sequence[tuple[str, QTextCharFormat]]:
        return ((piece.text, self._looks[self._of_word[piece.word_index or 0]]),)


def _pieces(stretches: Sequence[Stretch]) -> Iterator[TranscriptPiece]:
    words = (word for stretch in stretches for word in stretch.words)
    for index, word in enumerate(words):
        text = " ".join(word.text.split())
        yield TranscriptPiece(PieceKind.WORD, text, word.start_s, word.end_s, word_index=index)
