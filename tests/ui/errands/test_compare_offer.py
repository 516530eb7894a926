"""What the answer at hand can be compared with is looked up in the library."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId, AnswerRecord
from tests.simulator.store.builders import a_question, add_saved, add_session
from tests.ui.parts import Room, Told
from ui.errands.compare_offer import CompareOffer
from ui.widgets.compare_button import CompareButton


@pytest.fixture
def button(qtbot: QtBot) -> CompareButton:
    made = CompareButton("Compare…")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answers(room: Room) -> list[AnswerId]:
    """Three to one question, one to another."""
    session = add_session(room.store)
    asked = [add_saved(room.store, session, attempt=attempt) for attempt in (1, 2, 3)]
    return [*asked, add_saved(room.store, session, a_question("other"), position=1)]


def offered(button: CompareButton) -> list[str]:
    return [action.text().rpartition(" ")[2] for action in button.menu_of_choices().actions()]


def record(room: Room, answer: AnswerId) -> AnswerRecord:
    return room.store.answer(answer)


def test_every_other_answer_is_offered_newest_first(room: Room, button: CompareButton, answers: list[AnswerId]) -> None:
    offer = CompareOffer(button, room.store)
    offer.show(record(room, answers[1]))
    assert offered(button) == ["3", "1"]
    asked = Told(offer.compare_requested)
    button.take_chosen.emit(answers[2])
    assert asked == [(answers[1], answers[2])]


def test_after_an_answer_only_the_one_before_is_offered(
    room: Room, button: CompareButton, answers: list[AnswerId]
) -> None:
    offer = CompareOffer(button, room.store, is_previous_only=True)
    offer.show(record(room, answers[2]))
    assert offered(button) == ["2"]
    offer.show(record(room, answers[0]))
    assert button.isHidden()


def test_nothing_is_offered_of_the_only_answer_or_of_none(
    room: Room, button: CompareButton, answers: list[AnswerId]
) -> None:
    offer = CompareOffer(button, room.store)
    for shown in (record(room, answers[3]), None):
        offer.show(record(room, answers[0]))
        offer.show(shown)
        assert button.isHidden()
    asked = Told(offer.compare_requested)
    button.take_chosen.emit(answers[1])
    assert asked == []


def test_a_skipped_question_has_nothing_to_compare(room: Room, button: CompareButton, answers: list[AnswerId]) -> None:
    skipped = room.store.answer_skipped(room.store.answer(answers[0]).session_id, a_question(), 0)
    CompareOffer(button, room.store).show(record(room, skipped))
    assert button.isHidden()
