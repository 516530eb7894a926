"""What an earlier run left unfinished: offered, recovered, discarded when sure, and never touched unasked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from recordings.errors import TakeBroken
from recordings.take import TakeWriter
from simulator.interview.left_at import LeftAt
from simulator.store.errors import StoreFull
from simulator.store.records import AnswerId, AnswerStatus, SessionId
from tests.simulator.store.builders import NOON, a_plan, a_question
from tests.sound import read_wav, tone
from tests.threads import Threads
from tests.ui.making import recovery_offer
from tests.ui.parts import Room, Told
from tests.ui.screen_text import press
from ui.errands import recovery_offer as recovery
from ui.errands.recovery_offer import GO_ON, UNDER_WAY, RecoveryOffer
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
    made = recovery_offer(room, window)
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
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)
    record = desk.room.store.answer(answer)
    assert desk.wanted == [desk.session]
    assert read_wav(desk.room.data_folder.recordings / "cut-off.wav") == SPOKEN
    assert desk.room.equipment.library.check("cut-off.wav", record.samples or 0, record.sha256) == "whole"
    qtbot.waitUntil(lambda: judged == [answer])


def test_several_are_recovered_together(qtbot: QtBot, desk: Desk) -> None:
    answers = [desk.add("one"), desk.add("two")]
    desk.offer.begin()
    assert desk.notice().startswith("2 answers were cut off last time; 4 s")
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: [desk.status(answer) for answer in answers] == [AnswerStatus.SAVED] * 2)


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


def test_a_take_that_was_closed_just_before_is_saved_as_it_is(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add("closed", is_closed=True)
    path = desk.room.data_folder.recordings / "closed.wav"
    before = path.read_bytes()
    desk.offer.begin()
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)
    record = desk.room.store.answer(answer)
    assert desk.notice() == ""
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
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool, function: str
) -> None:
    answer = desk.add("stubborn", is_closed=is_closed)
    monkeypatch.setattr(recovery, function, _fail)
    desk.offer.begin()
    if not is_closed:
        press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: desk.notice() == "It was left as it is.")
    assert desk.status(answer) is AnswerStatus.RECORDING


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_library_that_refuses_is_said(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool
) -> None:
    answer = desk.add("whole", is_closed=is_closed)
    with monkeypatch.context() as patch:
        patch.setattr(desk.room.store, "answer_saved", _refuse)
        desk.offer.begin()
        if not is_closed:
            press(desk.window.notice, "Recover")
        qtbot.waitUntil(lambda: "no space" in desk.notice())
    assert desk.status(answer) is AnswerStatus.RECORDING
    desk.offer.begin()  # at the next start
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)


@pytest.mark.parametrize("is_closed", [True, False])
def test_recordings_are_read_beside_the_window(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool
) -> None:
    threads = Threads()
    for name in ("recover", "read_finished"):
        monkeypatch.setattr(recovery, name, threads.watch(getattr(recovery, name)))
    answer = desk.add("long", is_closed=is_closed)
    desk.offer.begin()
    if not is_closed:
        press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)
    assert threads.were_main == [False]


def test_a_recovered_interview_can_be_gone_on_with(qtbot: QtBot, desk: Desk) -> None:
    wanted = Told(desk.offer.going_on_wanted)
    desk.add("cut-off")
    desk.offer.begin()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: "cut off; question 1 of" in desk.notice())
    assert wanted == []
    press(desk.window.notice, GO_ON)
    assert wanted == [LeftAt(desk.session, desk.room.store.plan(desk.session), 0, 2)]


def test_going_on_waits_for_the_interview_under_way(qtbot: QtBot, desk: Desk) -> None:
    wanted = Told(desk.offer.going_on_wanted)
    desk.add("cut-off")
    desk.offer.begin()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: "cut off; question 1 of" in desk.notice())
    desk.room.flow.start(a_plan())
    press(desk.window.notice, GO_ON)
    assert wanted == []
    assert desk.notice() == UNDER_WAY
    desk.room.flow.end()
    press(desk.window.notice, GO_ON)
    assert [left.session for left in wanted] == [desk.session]


def test_an_interview_that_was_deleted_meanwhile_is_said(qtbot: QtBot, desk: Desk) -> None:
    wanted = Told(desk.offer.going_on_wanted)
    desk.add("cut-off")
    desk.offer.begin()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: "cut off; question 1 of" in desk.notice())
    desk.room.store.delete_session(desk.session)
    press(desk.window.notice, GO_ON)
    assert wanted == []
    assert f"no session {desk.session}" in desk.notice()


def test_nobody_is_led_away_from_a_question(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add("cut-off")
    desk.offer.begin()
    desk.room.flow.start(a_plan())
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)
    qtbot.waitUntil(lambda: "cut off; question 1 of" in desk.notice())
    assert desk.wanted == []


def test_an_answer_that_is_saved_late_gets_its_words(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = desk.add("closed", is_closed=True)
    caught_up: list[AnswerStatus] = []
    queue = desk.room.equipment.judging_queue
    monkeypatch.setattr(queue, "catch_up", lambda: caught_up.append(desk.status(answer)))
    desk.offer.begin()
    qtbot.waitUntil(lambda: caught_up == [AnswerStatus.SAVED])


def test_a_loss_that_cannot_be_written_down_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("gone", has_file=False)
    monkeypatch.setattr(desk.room.store, "answer_lost", _refuse)
    desk.offer.begin()
    assert "no space" in desk.notice()


def test_an_interview_that_has_ended_is_not_gone_on_with(qtbot: QtBot, desk: Desk) -> None:
    answer = desk.add("cut-off")
    desk.room.store.end_session(desk.session, NOON)
    desk.offer.begin()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: desk.status(answer) is AnswerStatus.SAVED)
    assert desk.notice() == ""


def _fail(path: Path) -> None:
    raise TakeBroken("It was left as it is.", path)


def _refuse(*_figures: object) -> None:
    raise StoreFull(Path("library.db"))
