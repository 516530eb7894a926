"""What was half typed when the program was cut off: offered, kept, deleted when sure, and never touched unasked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId, AnswerStatus, SessionId
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.ui.making import recovery_offer
from tests.ui.parts import Room, Told
from tests.ui.screen_text import press
from ui.errands.recovery_offer import RecoveryOffer
from ui.main_window import MainWindow

OFFERED = "An answer was half typed when Viva Voce was interrupted last time; 3 words can be recovered."


@dataclass
class Desk:
    room: Room
    window: MainWindow
    offer: RecoveryOffer
    wanted: list[SessionId]
    answer: AnswerId

    def notice(self) -> str:
        return self.window.notice.text


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    window.show()
    made = recovery_offer(room, window)
    answer = room.store.begin_answer(add_session(room.store), a_question(), 0, 1, "", NOON)
    room.store.keep_draft(answer, "It drops units")
    return Desk(room, window, made, Told(made.review_wanted), answer)


def test_what_was_typed_becomes_an_answer(desk: Desk) -> None:
    desk.offer.begin()
    assert desk.notice() == OFFERED
    press(desk.window.notice, "Recover")
    kept = desk.room.store.answer(desk.answer)
    assert kept.status is AnswerStatus.SAVED
    assert kept.report is not None
    assert kept.report.transcript.text == "It drops units"
    assert desk.wanted == [kept.session_id]
    assert desk.notice() == ""


def test_discarding_asks_again_and_leaves_no_word(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.offer.begin()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    press(desk.window.notice, "Discard")
    assert desk.notice() == OFFERED
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    press(desk.window.notice, "Discard")
    record = desk.room.store.answer(desk.answer)
    assert (record.status, record.typed) == (AnswerStatus.DISCARDED, "")
    assert desk.notice() == ""


def test_later_changes_nothing(desk: Desk) -> None:
    for _ in range(2):
        desk.offer.begin()
        assert desk.notice() == OFFERED
        press(desk.window.notice, "Later")
    record = desk.room.store.answer(desk.answer)
    assert (record.status, record.typed) == (AnswerStatus.RECORDING, "It drops units")
