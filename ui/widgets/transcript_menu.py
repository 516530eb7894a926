"""What can be done with one piece of a transcript, as a menu. It does none of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.piece_places import Spot
from ui.words.marked_transcript import (
    CORRECT_WORD,
    DELETE_WORD,
    JOIN_WORDS,
    TranscriptPiece,
    bring_back_action,
    can_be_flagged,
    flag_action,
)


class TranscriptMenu(QMenu):
    """Filled once, for one press.

    Signals:
        play_requested(float): from this second.
        flag_toggled(object): the `TranscriptPiece`.
        edit_requested(object): the `Spot`s of the words that are to be put right.
        replaced(object, str): likewise, and the text that is to stand in their place.
        brought_back(object): a `WordChange` that is to be undone.
    """

    play_requested = Signal(float)
    flag_toggled = Signal(object)
    edit_requested = Signal(object)
    replaced = Signal(object, str)
    brought_back = Signal(object)

    def __init__(self, piece: TranscriptPiece | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._piece = piece
        if piece is not None and piece.play_from_s is not None:
            start_s = piece.play_from_s
            self.addAction("Play from here").triggered.connect(lambda: self.play_requested.emit(start_s))
        if piece is not None and can_be_flagged(piece):
            self.addAction(flag_action(piece)).triggered.connect(lambda: self.flag_toggled.emit(piece))

    def offer_corrections(self, spots: Sequence[Spot], following: Sequence[Spot]) -> None:
        """Offer to put the words at `spots` right, a single one also together with the word `following`."""
        if spots:
            self.addAction(CORRECT_WORD).triggered.connect(lambda: self.edit_requested.emit(spots))
            joined = (*spots, *following) if len(spots) == 1 else spots
            if len(joined) > 1:
                text = "".join(spot.piece.text for spot in joined)
                self.addAction(JOIN_WORDS).triggered.connect(lambda: self.replaced.emit(joined, text))
            self.addAction(DELETE_WORD).triggered.connect(lambda: self.replaced.emit(spots, ""))
        if self._piece is not None and (change := self._piece.change) is not None:
            bring_back = self.addAction(bring_back_action(change).replace("&", "&&"))
            bring_back.triggered.connect(lambda: self.brought_back.emit(change))
