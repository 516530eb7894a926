"""What can be done with the word at the caret: its flag taken off, or one put on. `simulator.corrections` heeds it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.words.marked_transcript import CHOOSE_A_WORD, MARK_AS_FILLER, TranscriptPiece, flag_action, piece_words


class FlagBar(QWidget):
    """One line: the chosen word, and the button for its flag.

    Signals:
        toggled(object): the `TranscriptPiece` whose flag the user takes off, or on which one is put.
    """

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: TranscriptPiece | None = None
        self._words = Text(CHOOSE_A_WORD, "caption")
        self.button = Button(MARK_AS_FILLER, "F", is_small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * SPACE)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_clicked)
        self.show_piece(None)

    @property
    def words(self) -> str:
        """What is said of the chosen word."""
        return self._words.text()

    def show_piece(self, piece: TranscriptPiece | None) -> None:
        """Offer what can be done with this piece; None offers nothing."""
        self._piece = piece
        self._words.setText(CHOOSE_A_WORD if piece is None else piece_words(piece))
        self.button.setEnabled(piece is not None)
        self.button.setText(MARK_AS_FILLER if piece is None else flag_action(piece))
        self.button.updateGeometry()

    def _on_clicked(self) -> None:
        if self._piece is not None:
            self.toggled.emit(self._piece)
