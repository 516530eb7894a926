"""The setting for recordings is asked about before it deletes, applied beside the window, and said in Review."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from simulator.errors import SimulatorError
from simulator.store.records import AnswerRecord
from tests.simulator.store.builders import a_report, a_transcript
from tests.ui.making import answer_sound
from tests.ui.parts import Room
from tests.ui.places.kept_sessions import add_session
from ui.errands import retention_care as module
from ui.errands.retention_care import RetentionCare


@pytest.fixture
def record(room: Room) -> AnswerRecord:
    kept = room.rows(add_session(room, "What is dropout?"))[0]
    room.store.keep_transcript(kept.id, a_transcript())
    room.store.keep_report(kept.id, a_report())
    return room.store.answer(kept.id)


@pytest.fixture
def care(qtbot: QtBot, room: Room) -> RetentionCare:
    window, equipment = QWidget(), room.equipment
    qtbot.addWidget(window)
    return RetentionCare(
        equipment.settings,
        room.store,
        equipment.library,
        lambda: room.flow.session_id,
        equipment.jobs,
        room.messages,
        window,
        window,
    )


def choose(room: Room, keep: str) -> None:
    settings = room.equipment.settings
    settings.change(replace(settings.now, keep_recordings=keep))  # type: ignore[arg-type]


def answer_with(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    asked: list[str] = []

    def answered(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.informativeText() or box.text())
        return button

    monkeypatch.setattr(QMessageBox, "exec", answered)
    return asked


def is_there(room: Room, record: AnswerRecord) -> bool:
    return room.equipment.library.path_of(record.file_name or "").exists()


def settle(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: room.equipment.jobs._running == 0)


def test_nothing_goes_by_itself(qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare) -> None:
    care.apply()
    settle(qtbot, room)
    assert is_there(room, record)


def test_whoever_agrees_has_them_deleted_and_reads_so_in_review(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert care is not None
    asked = answer_with(monkeypatch, QMessageBox.StandardButton.Discard)
    choose(room, "judged")
    assert asked == []  # whoever shows the settings hears of the change first
    qtbot.waitUntil(lambda: len(asked) == 1)
    (words,) = asked
    assert words.startswith("1 recording will be deleted now, and others as they become due.")
    qtbot.waitUntil(lambda: not is_there(room, record))
    settle(qtbot, room)
    shown: list[list[float]] = []
    answer_sound(room).read_waveform(room.store.answer(record.id), shown.append, lambda: True)
    qtbot.waitUntil(lambda: shown == [[]])
    assert room.messages.texts == [
        "The recording was deleted, as you chose in Settings. The text and the results are still here."
    ]


def test_whoever_thinks_better_of_it_keeps_them(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert care is not None
    asked = answer_with(monkeypatch, QMessageBox.StandardButton.Cancel)
    shown = [room.equipment.settings.now]
    room.equipment.settings.changed.connect(shown.append)
    choose(room, "judged")
    qtbot.waitUntil(lambda: shown[-1].keep_recordings == "always" and len(shown) > 2)
    settle(qtbot, room)
    assert len(asked) == 1
    assert room.equipment.settings.now == shown[-1] == shown[0]
    assert is_there(room, record)


def test_an_answer_that_was_judged_is_dealt_with_a_while_later(
    qtbot: QtBot, room: Room, record: AnswerRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE_MS", 0)
    answer_with(monkeypatch, QMessageBox.StandardButton.Discard)
    settings = room.equipment.settings
    settings.now = replace(settings.now, keep_recordings="judged", keep_agreed=0)
    window = QWidget()
    qtbot.addWidget(window)
    equipment = room.equipment
    made = RetentionCare(
        settings, room.store, equipment.library, lambda: None, equipment.jobs, room.messages, window, window
    )
    made.apply_soon()
    qtbot.waitUntil(lambda: not is_there(room, record))
    settle(qtbot, room)


def test_fewer_days_are_asked_about_and_more_are_not(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert care is not None
    monkeypatch.setattr(module, "WHILE_COUNTING_MS", 0)
    asked = answer_with(monkeypatch, QMessageBox.StandardButton.Cancel)
    settings = room.equipment.settings
    settings.now = replace(settings.now, keep_recordings="days", keep_days=90, keep_agreed=90)
    settings.change(replace(settings.now, keep_days=1))
    qtbot.waitUntil(lambda: settings.now.keep_days == 90)
    settle(qtbot, room)
    assert len(asked) == 1
    assert settings.now.keep_recordings == "days"
    settings.change(replace(settings.now, keep_days=120))
    qtbot.waitUntil(lambda: settings.now.keep_agreed == 120)
    assert len(asked) == 1
    assert is_there(room, record)


def test_while_it_is_asked_about_nothing_goes(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def meanwhile(_box: QMessageBox) -> QMessageBox.StandardButton:
        care.apply()
        settle(qtbot, room)
        asked.append(is_there(room, record))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", meanwhile)
    choose(room, "judged")
    qtbot.waitUntil(lambda: asked == [True])
    settle(qtbot, room)
    assert is_there(room, record)


def test_a_question_that_was_not_answered_is_asked_at_the_next_start(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_with(monkeypatch, QMessageBox.StandardButton.Cancel)
    settings = room.equipment.settings
    settings.now = replace(settings.now, keep_recordings="judged")
    care.begin()
    qtbot.waitUntil(lambda: settings.now.keep_recordings == "always")
    settle(qtbot, room)
    assert len(asked) == 1
    assert is_there(room, record)


def test_what_cannot_be_counted_is_not_in_force(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert care is not None

    def refused(*_: object) -> int:
        raise SimulatorError("The library is busy.")

    monkeypatch.setattr(module, "due", refused)
    choose(room, "judged")
    qtbot.waitUntil(lambda: room.messages.texts == ["The library is busy."])
    settle(qtbot, room)
    assert room.equipment.settings.now.keep_recordings == "always"
    assert is_there(room, record)


def test_whoever_keeps_them_all_again_is_asked_again(
    qtbot: QtBot, room: Room, record: AnswerRecord, care: RetentionCare, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert care is not None
    asked = answer_with(monkeypatch, QMessageBox.StandardButton.Cancel)
    settings = room.equipment.settings
    settings.now = replace(settings.now, keep_recordings="days", keep_agreed=1)
    choose(room, "always")
    qtbot.waitUntil(lambda: settings.now.keep_agreed is None)
    choose(room, "days")
    qtbot.waitUntil(lambda: len(asked) == 1)
    settle(qtbot, room)
    assert is_there(room, record)
