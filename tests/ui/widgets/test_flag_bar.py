"""What is offered for the word at the caret."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from simulator.analysis.report import Filler
from simulator.transcript import Word
from simulator.word_corrections import WordChange
from tests.ui.names import name_of
from tests.ui.samples import sample_report, sample_transcript
from tests.ui.screen_text import has_words, press
from ui.widgets.flag_bar import FlagBar
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.word_editor import WordEditor
from ui.words.marked_transcript import CHOOSE_A_TYPED_WORD, CHOOSE_A_WORD, PieceKind, TranscriptPiece

WORD = TranscriptPiece(PieceKind.WORD, "model,", 63.0, 63.4, None, False, 5)
FLAGGED = TranscriptPiece(PieceKind.WORD, "um,", 2.0, 2.4, Filler("um", "sound", "both", 2.0, 2.4, 0.9, 3, 1), False, 3)


@pytest.fixture
def bar(qtbot: QtBot) -> FlagBar:
    made = FlagBar()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    shown = TranscriptView()
    qtbot.addWidget(shown)
    shown.resize(900, 300)
    shown.show_answer(sample_transcript(), sample_report())
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def put_caret(view: TranscriptView, text: str) -> None:
    cursor = view.document().find(text, 0)
    cursor.setPosition(cursor.selectionStart() + 1)
    view.setTextCursor(cursor)


def test_without_a_word_it_says_how(bar: FlagBar) -> None:
    assert has_words(bar, CHOOSE_A_WORD)
    assert not bar.button.isEnabled()


def test_a_word_can_be_marked_and_a_flag_taken_off(bar: FlagBar, qtbot: QtBot) -> None:
    for piece, words, action in (
        (WORD, "“model” at 1:03", "Mark as filler"),
        (FLAGGED, "“um” at 0:02: a filler sound", "Not a filler"),
    ):
        bar.show_piece(piece)
        assert has_words(bar, words)
        assert name_of(bar.button) == action
        with qtbot.waitSignal(bar.toggled) as toggled:
            bar.button.click()
        assert toggled.args == [piece]


def test_a_word_put_right_can_be_brought_back(bar: FlagBar, qtbot: QtBot) -> None:
    change = WordChange(5, 1, 5, (Word("muddle", 63.0, 63.4),))
    bar.show_piece(replace(WORD, change=change))
    assert has_words(bar, "“model” at 1:03, heard as “muddle”")
    with qtbot.waitSignal(bar.brought_back) as back:
        press(bar, "Restore “muddle”")
    assert back.args == [change]
    with qtbot.waitSignal(bar.correct_requested):
        press(bar, "Correct")
    gone = TranscriptPiece(PieceKind.DELETED, "[muddle]", 63.0, 63.4, change=change)
    bar.show_piece(gone)
    assert has_words(bar, "“muddle” at 1:03: deleted by you")
    assert (bar.button.isEnabled(), bar.correct.isEnabled()) == (False, False)
    bar.show_piece(WORD)
    assert not bar.bring_back.isVisible()


def test_where_nothing_can_be_corrected_nothing_is_offered(bar: FlagBar) -> None:
    bar.show_correctable(is_correctable=False)
    assert not bar.correct.isVisible()


def test_a_typed_word_is_not_said_to_play(bar: FlagBar) -> None:
    bar.show_typed(is_typed=True)
    assert has_words(bar, CHOOSE_A_TYPED_WORD)
    bar.show_typed(is_typed=False)
    assert has_words(bar, CHOOSE_A_WORD)


def test_the_menu_offers_play_flag_and_copy(view: TranscriptView, qtbot: QtBot) -> None:
    put_caret(view, "uh,")
    menu = view.menu_for(view.piece_at_caret)
    play, flag, *corrections, copy = menu.actions()
    assert [action.text() for action in (play, flag, copy)] == ["Play from here", "Not a filler", "Copy"]
    assert [action.text() for action in corrections] == ["Correct", "Join with the next word", "Delete"]
    assert not copy.isEnabled()
    with qtbot.waitSignal(view.word_clicked) as clicked:
        play.trigger()
    assert clicked.args[0] == (view.piece_at_caret or WORD).play_from_s
    with qtbot.waitSignal(view.flag_toggled):
        flag.trigger()
    assert [action.text() for action in view.menu_for(None).actions()] == ["Copy"]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse])
def test_the_menu_key_means_the_caret_and_the_mouse_its_place(
    view: TranscriptView, monkeypatch: pytest.MonkeyPatch, reason: QContextMenuEvent.Reason
) -> None:
    put_caret(view, "compare")
    opened: list[str] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _where: opened.append(menu.actions()[1].text()))
    view.viewport()
    cursor = view.document().find("uh,", 0)
    place = view.cursorRect(cursor).center() - QPoint(8, 0)
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport() if reason is QContextMenuEvent.Reason.Mouse else view, event)
    assert opened == ["Mark as filler" if reason is QContextMenuEvent.Reason.Keyboard else "Not a filler"]


def test_a_typed_answer_has_words_to_choose(view: TranscriptView) -> None:
    from simulator.analysis.analyse import analyse_text

    view.show_answer(None, analyse_text("Um, I would compare the two models on data that neither has seen before."))
    put_caret(view, "compare")
    piece = view.piece_at_caret
    assert piece is not None
    assert (piece.word_index, piece.play_from_s) == (3, None)
    assert [action.text() for action in view.menu_for(piece).actions()] == ["Mark as filler", "Copy"]
    view.correct_chosen()
    assert not view.findChildren(WordEditor)[0].isVisible()
