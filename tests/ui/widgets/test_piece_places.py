"""Where pieces lie among characters; what is painted there is the transcript's."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from simulator.transcript import Word
from simulator.word_corrections import WordChange
from ui.theme import LIGHT
from ui.widgets.piece_places import NO_WORD, PiecePlaces
from ui.widgets.transcript_marks import Formats
from ui.words.marked_transcript import PieceKind, TranscriptPiece

GONE = WordChange(1, 0, 1, (Word("uh", 1.0, 1.4),))
PIECES = (
    TranscriptPiece(PieceKind.WORD, "𝔘se", 0.0, 0.4, word_index=0),
    TranscriptPiece(PieceKind.DELETED, "[uh]", 1.0, 1.4, change=GONE),
    TranscriptPiece(PieceKind.PAUSE, "· 2.0 s ·", 1.4, 3.4),
    TranscriptPiece(PieceKind.WORD, "k-means", 3.4, 4.0, word_index=1),
)


def test_words_sound_and_what_is_gone_or_a_pause_can_only_be_chosen(qtbot: QtBot) -> None:
    laid = PiecePlaces(PIECES)
    text = "".join(run for run, _ in laid.runs(Formats(LIGHT)))
    assert text == "𝔘se [uh] · 2.0 s · k-means"
    assert [(place.first, place.last) for place in laid.places] == [(0, 4), (20, 27)]  # UTF-16, as Qt counts
    assert [laid.piece_at(at) for at in (4, 6, 12, 21)] == list(PIECES)
    assert [laid.at_character(at) for at in (1, 6, 21)] == [0, NO_WORD, 1]
    assert [laid.at_time(at_s) for at_s in (-1.0, 0.2, 2.0, 3.5)] == [NO_WORD, 0, NO_WORD, 1]


def test_a_selection_holds_whole_words(qtbot: QtBot) -> None:
    laid = PiecePlaces(PIECES)
    list(laid.runs(Formats(LIGHT)))
    assert [spot.piece for spot in laid.words_within(2, 22)] == [PIECES[0], PIECES[3]]
    assert laid.words_within(5, 20) == ()
    found = laid.word(1)
    assert found is not None
    assert found.first == 20
    assert laid.word(2) is None
