"""What an earlier run left unfinished: offered, recovered, discarded when sure, and never touched unasked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from recordings.errors import TakeBroken
from recordings.take import TakeWriter
from simulator.store.errors import StoreFull
from simulator.store.records import AnswerId, AnswerStatus, SessionId
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import read_wav, tone
from tests.ui.parts import Room, Told
from tests.ui.screen_text import press
from ui.errands import recovery_offer as recovery
from ui.errands.recovery_offer import RecoveryOffer
from ui.main_window import MainWindow

SPOKEN = tone(2.0)


@dataclass
class Desk:
    room: Room
    window: MainWindow
    offer: RecoveryOffer
    wanted: list[SessionId]
    session: SessionId

    def add(self, name: str, pcm: bytes = SPOKEN, *, is_closed: bool = False, has_file: bool = True) -> AnswerId:
        """A row that says "recording", and what lies on the disk for it."""
        answer = self.room.store.begin_answer(self.session, a_question(), 0, 1, f"{name}.wav", NOON)
        if has_file:
            take = TakeWriter.create(self.room.data_folder.recordings, name)
            take.append(pcm)
            if is_closed:
                take.close()
            else:
                take._file.close()  # the program was killed
        return answer

    def status(self, answer: AnswerId) -> AnswerStatus:
        return self.room.store.answer(answer).status

    def notice(self) -> str:
        return self.window.notice.text


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    window.show()
    made = RecoveryOffer(room.store, room.equipment.library, room.equipment.judging_queue, room.messages, window)
    return Desk(room, window, made, Told(made.review_wanted), room.store.begin_session(a_plan(), NOON))


def test_nothing_unfinished_is_nothing_said(desk: Desk) -> None:
    desk.offer.begin()
    assert desk.notice() == ""


def test_recovering_makes_the_answer_whole_and_asks_for_its_words(qtbot: QtBot, desk: Desk) -> None:
    desk.room.equipment.speech_child.start()
    answer = desk.add("cut-off")
    desk.offer.begin()
    assert desk.notice() == "An answer was cut off last time; 2 s of sound can be recovered."
    assert desk.status(answer) is AnswerStatus.RECORDING
    judged = Told(desk.room.equipment.judging_queue.answer_judged)
    press(desk.window.notice, "Recover")
    record = desk.room.store.answer(answer)
    assert record.status is AnswerStatus.SAVED
    assert desk.wanted == [desk.session]
    assert read_wav(desk.room.data_folder.recordings / "cut-off.wav") == SPOKEN
    assert desk.room.equipment.library.check("cut-off.wav", record.samples or 0, record.sha256) == "whole"
    qtbot.waitUntil(lambda: judged == [answer])


def test_several_are_recovered_together(desk: Desk) -> None:
    answers = [desk.add("one"), desk.add("two")]
    desk.offer.begin()
    assert desk.notice().startswith("2 answers were cut off last time; 4 s")
    press(desk.window.notice, "Recover")
    assert [desk.status(answer) for answer in answers] == [AnswerStatus.SAVED] * 2


def test_discarding_asks_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = desk.add("cut-off")
    desk.offer.begin()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    press(desk.window.notice, "Discard")
    assert desk.status(answer) is AnswerStatus.RECORDING
    assert "cut off" in desk.notice()
    assert desk.room.takes() == ["cut-off.wav.part"]

    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    press(desk.window.notice, "Discard")
    assert desk.status(answer) is AnswerStatus.DISCARDED
    assert desk.notice() == ""
    assert desk.room.takes() == []


def test_later_changes_nothing(desk: Desk) -> None:
    answer = desk.add("cut-off")
    desk.offer.begin()
    press(desk.window.notice, "Later")
    assert desk.notice() == ""
    assert desk.status(answer) is AnswerStatus.RECORDING
    desk.offer.begin()
    assert "cut off" in desk.notice()


def test_a_take_that_was_closed_just_before_is_saved_as_it_is(desk: Desk) -> None:
    answer = desk.add("closed", is_closed=True)
    path = desk.room.data_folder.recordings / "closed.wav"
    before = path.read_bytes()
    desk.offer.begin()
    record = desk.room.store.answer(answer)
    assert desk.notice() == ""
    assert record.status is AnswerStatus.SAVED
    assert record.file_name == "closed.wav"
    assert path.read_bytes() == before
    assert desk.room.takes() == ["closed.wav"]
    assert desk.room.equipment.library.check("closed.wav", record.samples or 0, record.sha256) == "whole"
    assert [one.id for one in desk.room.store.untranscribed()] == [answer]


def test_a_row_without_anything_on_the_disk_is_lost(desk: Desk) -> None:
    answer = desk.add("gone", has_file=False)
    typed = desk.room.store.begin_answer(desk.session, a_question(), 0, 2, "", NOON)
    desk.offer.begin()
    assert desk.status(answer) is AnswerStatus.LOST
    assert desk.status(typed) is AnswerStatus.LOST
    assert desk.notice() == ""


@pytest.mark.parametrize(("is_closed", "function"), [(False, "recover"), (True, "read_finished")])
def test_a_take_that_cannot_be_read_is_said_and_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool, function: str
) -> None:
    answer = desk.add("stubborn", is_closed=is_closed)
    monkeypatch.setattr(recovery, function, _fail)
    desk.offer.begin()
    if not is_closed:
        press(desk.window.notice, "Recover")
    assert desk.notice() == "It was left as it is."
    assert desk.status(answer) is AnswerStatus.RECORDING


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_library_that_refuses_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool) -> None:
    answer = desk.add("whole", is_closed=is_closed)
    with monkeypatch.context() as patch:
        patch.setattr(desk.room.store, "answer_saved", _refuse)
        desk.offer.begin()
        if not is_closed:
            press(desk.window.notice, "Recover")
        assert "no space" in desk.notice()
    assert desk.status(answer) is AnswerStatus.RECORDING
    desk.offer.begin()  # at the next start
    assert desk.status(answer) is AnswerStatus.SAVED


def _fail(path: Path) -> None:
    raise TakeBroken("It was left as it is.", path)


def _refuse(*_figures: object) -> None:
    raise StoreFull(Path("library.db"))
