"""What an earlier analysis judged is offered to be judged anew: once for each version, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from simulator.analysis.report import ANALYSIS_VERSION
from simulator.settings import load_settings
from simulator.store.records import AnswerId
from tests.simulator.store.builders import NOON, a_plan, a_question, a_report
from tests.ui.parts import RefusingStore, Room, Told, heard
from ui.errands.rejudging_offer import RejudgingOffer
from ui.messages import Message


def add(room: Room, version: int) -> AnswerId:
    session = room.store.begin_session(a_plan(), NOON)
    answer = room.store.begin_answer(session, a_question(), 0, 1, "", NOON)
    room.store.answer_saved(answer, 0, 0, "")
    room.store.keep_transcript(answer, heard())
    room.store.keep_report(answer, replace(a_report(), analysis_version=version))
    return answer


@pytest.fixture
def offer(room: Room) -> RejudgingOffer:
    equipment = room.equipment
    return RejudgingOffer(
        room.store, equipment.rejudging, equipment.rules, equipment.settings, room.messages, equipment
    )


def told(room: Room) -> Message:
    (message,) = room.messages.told
    return message


def take(message: Message, name: str) -> None:
    dict(message.actions)[name]()


def test_where_all_is_up_to_date_nothing_is_said(room: Room, offer: RejudgingOffer) -> None:
    add(room, ANALYSIS_VERSION)
    offer.begin()
    assert room.messages.told == []


def test_it_is_offered_done_and_told(qtbot: QtBot, room: Room, offer: RejudgingOffer) -> None:
    old, new = add(room, ANALYSIS_VERSION - 1), add(room, ANALYSIS_VERSION)
    judged, wanted = Told(room.equipment.rejudging.answer_judged), Told(offer.progress_wanted)
    offer.begin()
    message = told(room)
    assert message.text.startswith("1 answer, the last on ")
    assert "was analysed by an earlier version of Viva Voce. It can be re-analysed" in message.text
    with qtbot.waitSignal(room.equipment.rejudging.finished):
        take(message, "Re-analyse")
    assert (judged, len(wanted)) == ([old], 1)
    assert room.messages.texts[-1] == "1 answer re-analysed."
    assert room.store.earlier_reports(new) == ()
    (earlier,) = room.store.earlier_reports(old)
    assert earlier.analysis_version == ANALYSIS_VERSION - 1
    room.messages.told.clear()
    offer.begin()
    assert room.messages.told == []


def test_no_is_an_answer_for_this_version(room: Room, offer: RejudgingOffer) -> None:
    add(room, ANALYSIS_VERSION - 1)
    offer.begin()
    take(told(room), "Not now")
    assert load_settings(room.data_folder.settings_file).declined_analysis == ANALYSIS_VERSION
    offer.begin()
    assert len(room.messages.told) == 1
    room.equipment.settings.change(replace(room.equipment.settings.now, declined_analysis=ANALYSIS_VERSION - 1))
    offer.begin()
    assert len(room.messages.told) == 2


def test_what_was_cancelled_is_offered_again(qtbot: QtBot, room: Room, offer: RejudgingOffer) -> None:
    for _ in range(3):
        add(room, ANALYSIS_VERSION - 1)
    rejudging = room.equipment.rejudging
    rejudging.answer_judged.connect(lambda _answer: rejudging.cancel())
    offer.begin()
    with qtbot.waitSignal(rejudging.finished):
        take(told(room), "Re-analyse")
    assert room.messages.texts[-1] == "1 answer re-analysed; the others are unchanged."
    room.messages.told.clear()
    offer.begin()
    assert told(room).text.startswith("2 answers, the last on ")


def test_a_library_that_refuses_is_told(room: Room, offer: RejudgingOffer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.store.outdated, "find", RefusingStore(room.store, {"find"}).find)
    offer.begin()
    assert "no space left" in told(room).text
