"""What can be done with the word at the caret: put right, brought back, its flag taken off or one put on.

`simulator.corrections` and `simulator.word_corrections` heed it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACE
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.word_editor import HOW_TO_EDIT
from ui.words.marked_transcript import (
    CHOOSE_A_TYPED_WORD,
    CHOOSE_A_WORD,
    CORRECT_WORD,
    MARK_AS_FILLER,
    PieceKind,
    TranscriptPiece,
    bring_back_action,
    can_be_flagged,
    flag_action,
    piece_words,
)


class FlagBar(QWidget):
    """The chosen word, and the buttons for it.

    Signals:
        toggled(object): the `TranscriptPiece` whose flag the user takes off, or on which one is put.
        correct_requested(): the chosen words are to be put right.
        brought_back(object): the `WordChange` that is to be undone.
    """

    toggled = Signal(object)
    correct_requested = Signal()
    brought_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: TranscriptPiece | None = None
        self._said = ""
        self._nothing_chosen = CHOOSE_A_WORD
        self._words = Text(CHOOSE_A_WORD, "caption")
        self.button = Button(MARK_AS_FILLER, "F", is_small=True)
        self.correct = Button(CORRECT_WORD, "F2", is_small=True)
        self.bring_back = Button("", look="link")
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addWidget(self._words, 1)
        row.addWidget(self.correct)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.bring_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_clicked)
        self.correct.clicked.connect(self.correct_requested)
        self.bring_back.clicked.connect(self._on_bring_back_clicked)
        self.show_piece(None)

    @property
    def words(self) -> str:
        """What is said of the chosen word."""
        return self._words.text()

    def show_correctable(self, *, is_correctable: bool) -> None:
        """Show whether words can be put right here: not before there is anything to judge them by."""
        self.correct.setVisible(is_correctable)

    def show_typed(self, *, is_typed: bool) -> None:
        """Say what can be done with a word: one that was typed cannot be played."""
        self._nothing_chosen = CHOOSE_A_TYPED_WORD if is_typed else CHOOSE_A_WORD
        if self._piece is None:
            self.show_piece(None)

    def show_piece(self, piece: TranscriptPiece | None, said: str = "") -> None:
        """Offer what can be done with this piece; None offers nothing. `said` is what else is said of it."""
        self._piece, self._said = piece, said
        change = piece.change if piece is not None else None
        self._words.setText(self._nothing_chosen if piece is None else piece_words(piece, said))
        self.button.setEnabled(piece is not None and can_be_flagged(piece))
        self.button.setText(MARK_AS_FILLER if piece is None else flag_action(piece))
        self.button.updateGeometry()
        self.correct.setEnabled(piece is not None and piece.kind is PieceKind.WORD)
        self.bring_back.setVisible(change is not None)
        if change is not None:
            self.bring_back.setText(bring_back_action(change).replace("&", "&&"))
            self.bring_back.updateGeometry()

    def show_editing(self, *, is_editing: bool) -> None:
        """While words are being edited, say how."""
        if is_editing:
            self._words.setText(HOW_TO_EDIT)
        else:
            self.show_piece(self._piece, self._said)

    def _on_clicked(self) -> None:
        if self._piece is not None:
            self.toggled.emit(self._piece)

    def _on_bring_back_clicked(self) -> None:
        if self._piece is not None:
            self.brought_back.emit(self._piece.change)
