"""Recordings that no answer names: offered, taken in, deleted when sure, and never touched unasked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from recordings import strays
from recordings.errors import TakeBroken
from recordings.take import TakeWriter
from simulator.store.records import AnswerStatus, SessionId
from tests.simulator.store.builders import NOON, a_question, add_session
from tests.sound import tone
from tests.threads import Threads
from tests.ui.parts import Room, Told
from tests.ui.screen_text import press
from ui.errands.stray_offer import StrayOffer
from ui.main_window import MainWindow
from ui.words.session_summary import session_title

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Desk:
    room: Room
    window: MainWindow
    offer: StrayOffer
    wanted: list[SessionId]
    qtbot: QtBot

    def look(self) -> None:
        """Begin, and wait until the recordings were looked through."""
        self.offer.begin()
        self.qtbot.waitUntil(lambda: self.room.equipment.jobs._running == 0)

    def add(self, name: str, at: datetime = MORNING, *, is_closed: bool = False) -> None:
        """A take of two seconds, of which no row is left."""
        take = TakeWriter.create(self.room.data_folder.recordings, name)
        take.append(tone(2.0))
        take.close() if is_closed else take._file.close()
        path = self.room.data_folder.recordings / f"{name}.wav{'' if is_closed else '.part'}"
        os.utime(path, (at.timestamp(), at.timestamp()))

    def notice(self) -> str:
        return self.window.notice.text


@pytest.fixture
def desk(qtbot: QtBot, room: Room) -> Desk:
    window = MainWindow(room.messages)
    qtbot.addWidget(window)
    window.show()
    equipment = room.equipment
    workers = (equipment.judging_queue, equipment.jobs)
    made = StrayOffer(room.store, equipment.library, *workers, room.messages, window)
    return Desk(room, window, made, Told(made.review_wanted), qtbot)


def test_what_the_library_knows_is_no_stray(desk: Desk) -> None:
    session = add_session(desk.room.store)
    for name, is_closed in (("cut-off", False), ("whole", True)):
        answer = desk.room.store.begin_answer(session, a_question(), 0, 1, f"{name}.wav", NOON)
        desk.add(name, is_closed=is_closed)
        if is_closed:
            desk.room.store.answer_saved(answer, 32_000, 64_044, "c0ffee")
    (desk.room.data_folder.recordings / "music.wav").write_bytes(b"RIFF of another kind" * 10)
    (desk.room.data_folder.recordings / "empty.wav.part").write_bytes(b"")
    desk.look()
    assert desk.notice() == ""


def test_a_stray_becomes_a_session_of_its_own_and_is_judged(qtbot: QtBot, desk: Desk) -> None:
    desk.room.equipment.speech_child.start()
    desk.add("stray")
    desk.look()
    said = (
        "1 recording from Monday 2 March 2026 belongs to no interview in your history; 2 s of sound can be recovered."
    )
    assert desk.notice() == said
    judged = Told(desk.room.equipment.judging_queue.answer_judged)
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: bool(desk.wanted))
    (session,) = desk.room.store.sessions()
    assert desk.wanted == [session.id]
    assert session_title(session) == "Any role · Recovered recordings"
    assert session.started_at == MORNING - timedelta(seconds=2)
    (answer,) = desk.room.rows(session.id)
    assert answer.status is AnswerStatus.SAVED
    assert desk.room.equipment.library.check("stray.wav", answer.samples or 0, answer.sha256) == "whole"
    qtbot.waitUntil(lambda: judged == [answer.id])
    assert desk.room.store.answer(answer.id).report is not None
    desk.look()
    assert desk.notice() == ""


def test_recordings_of_one_sitting_are_one_session(qtbot: QtBot, desk: Desk) -> None:
    desk.add("one", is_closed=True)
    desk.add("two", MORNING + timedelta(minutes=20), is_closed=True)
    desk.add("three", MORNING + timedelta(days=1))
    desk.look()
    assert desk.notice().startswith("3 recordings made between Monday 2 March 2026 and Tuesday 3 March 2026 belong to")
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: bool(desk.wanted))
    later, earlier = desk.room.store.sessions()
    assert [one.file_name for one in desk.room.rows(earlier.id)] == ["one.wav", "two.wav"]
    assert [one.file_name for one in desk.room.rows(later.id)] == ["three.wav"]
    assert desk.wanted == [later.id]


def test_a_name_that_is_taken_is_changed(qtbot: QtBot, desk: Desk) -> None:
    """An answer given up for lost, and its take found after all."""
    answer = desk.room.store.begin_answer(add_session(desk.room.store), a_question(), 0, 1, "found.wav", NOON)
    desk.room.store.answer_lost(answer)
    desk.add("found")
    desk.look()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: bool(desk.wanted))
    (kept,) = desk.room.rows()
    assert kept.status is AnswerStatus.SAVED
    assert desk.room.takes() == [kept.file_name] != ["found.wav"]


def test_discarding_asks_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("stray")
    desk.look()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    press(desk.window.notice, "Discard")
    assert "belongs to no interview" in desk.notice()
    assert desk.room.takes() == ["stray.wav.part"]
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    press(desk.window.notice, "Discard")
    assert desk.notice() == ""
    assert desk.room.takes() == []


def rescue(desk: Desk) -> None:
    """What putting the library right does meanwhile, here with the first sitting."""
    store = desk.room.store
    strays.take_in(store, strays.sittings_of(strays.find_strays(desk.room.data_folder.recordings, store))[0])


@pytest.mark.parametrize("is_closed", [True, False])
def test_recovering_leaves_alone_what_answers_name_by_now(qtbot: QtBot, desk: Desk, is_closed: bool) -> None:
    desk.add("rescued", is_closed=is_closed)
    desk.add("other", MORNING + timedelta(days=1), is_closed=True)
    desk.look()
    rescue(desk)
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: bool(desk.wanted))
    assert desk.room.takes() == ["other.wav", "rescued.wav"]
    assert desk.room.store.session_count() == 2
    assert desk.notice() == ""


@pytest.mark.parametrize("is_closed", [True, False])
def test_discarding_leaves_alone_what_answers_name_by_now(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool
) -> None:
    desk.add("rescued", is_closed=is_closed)
    desk.look()
    rescue(desk)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    press(desk.window.notice, "Discard")
    assert desk.room.takes() == ["rescued.wav"]
    assert desk.notice() == ""


def test_later_changes_nothing(desk: Desk) -> None:
    desk.add("stray")
    for _ in range(2):
        desk.look()
        assert "belongs to no interview" in desk.notice()
        press(desk.window.notice, "Later")
    assert desk.notice() == ""
    assert desk.room.takes() == ["stray.wav.part"]
    assert desk.room.store.session_count() == 0


def test_a_folder_that_cannot_be_read_is_said(desk: Desk) -> None:
    desk.room.data_folder.recordings.rmdir()
    desk.look()
    assert "cannot be read" in desk.notice()


@pytest.mark.parametrize("is_closed", [True, False])
def test_recordings_are_read_beside_the_window(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, is_closed: bool
) -> None:
    threads = Threads()
    name = "read_finished" if is_closed else "recover"
    monkeypatch.setattr(strays, name, threads.watch(getattr(strays, name)))
    desk.add("stray", is_closed=is_closed)
    desk.look()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: bool(desk.wanted))
    assert threads.were_main == [False]


def test_what_cannot_be_read_is_said_and_stays(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strays, "recover", _fail)
    desk.add("stubborn")
    desk.look()
    press(desk.window.notice, "Recover")
    qtbot.waitUntil(lambda: desk.notice() == "It was left as it is.")
    assert desk.wanted == []
    assert desk.room.takes() == ["stubborn.wav.part"]


def _fail(path: Path) -> None:
    raise TakeBroken("It was left as it is.", path)
