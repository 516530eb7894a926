"""The parts of one running program: settings that are kept, and an end at which nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from simulator.settings import Settings
from simulator.store.records import AnswerStatus
from simulator.store.store import Store
from tests.ui.parts import Room, Told, plan_of, seconds


def test_the_voice_says_words_as_the_settings_have_them(qtbot: QtBot, tmp_path: Path, bank: Bank) -> None:
    first, second = (("SQL", "sequel"),), (("SQL", "ess queue ell"),)
    room = Room(tmp_path, bank, Settings(pronunciations=first))
    said = [room.voice.own_words]
    room.equipment.settings.change(Settings(pronunciations=second))
    said.append(room.voice.own_words)
    assert said == [first, second]
    room.close()


@pytest.mark.parametrize("is_paused", [True, False])
def test_closing_while_answering_keeps_the_answer(qtbot: QtBot, tmp_path: Path, bank: Bank, is_paused: bool) -> None:
    room = Room(tmp_path, bank)
    room.equipment.speech_child.start()
    room.begin(qtbot)
    room.toggle()
    room.say(2.0)
    if is_paused:
        room.flow.toggle_pause()
    room.close()
    assert not room.is_listening()
    assert not room.player.is_playing
    store = Store.open(room.data_folder.database)
    (summary,) = store.sessions()
    (row,) = store.answers(summary.id)
    assert summary.ended_at is not None
    assert row.status is AnswerStatus.SAVED
    assert seconds(row.samples) == pytest.approx(2.0)
    assert [record.id for record in store.untranscribed()] == [row.id]
    store.close()


@pytest.mark.parametrize("is_paused", [True, False])
def test_closing_while_typing_keeps_what_is_typed(qtbot: QtBot, tmp_path: Path, bank: Bank, is_paused: bool) -> None:
    room = Room(tmp_path, bank)
    room.begin(qtbot)
    room.flow.type_instead()
    room.flow.draft_typed("I would begin with")
    if is_paused:
        room.flow.toggle_pause()
    room.close()
    store = Store.open(room.data_folder.database)
    (summary,) = store.sessions()
    (row,) = store.answers(summary.id)
    assert (row.status, row.typed) == (AnswerStatus.SAVED, "I would begin with")
    assert row.report is not None
    store.close()


def test_closing_while_the_question_is_read_falls_silent(qtbot: QtBot, tmp_path: Path, bank: Bank) -> None:
    room = Room(tmp_path, bank)
    room.flow.start(plan_of(1))
    qtbot.waitUntil(lambda: room.player.is_playing)
    room.close()
    assert not room.player.is_playing
    assert len(room.ended) == 1


def test_nothing_comes_back_from_what_was_under_way(qtbot: QtBot, tmp_path: Path, bank: Bank) -> None:
    room = Room(tmp_path, bank)
    room.equipment.speech_child.start()
    judged = Told(room.equipment.judging_queue.answer_judged)
    room.begin(qtbot, 1)
    room.answer()  # its words are on their way
    room.close()
    with qtbot.waitSignal(room.equipment.destroyed):
        room.equipment.deleteLater()
    assert judged == []
