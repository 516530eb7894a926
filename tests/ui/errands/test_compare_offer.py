"""What the answer at hand can be compared with is looked up in the library."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.store.records import AnswerId, AnswerRecord
from tests.simulator.store.builders import a_question, add_saved, add_session
from tests.ui.parts import Room, Told
from ui.errands.compare_offer import CompareOffer
from ui.widgets.button import Button


@pytest.fixture
def button(qtbot: QtBot) -> Button:
    made = Button("Compare with your previous try")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answers(room: Room) -> list[AnswerId]:
    """Three to one question, one to another."""
    session = add_session(room.store)
    asked = [add_saved(room.store, session, attempt=attempt) for attempt in (1, 2, 3)]
    return [*asked, add_saved(room.store, session, a_question("other"), position=1)]


def record(room: Room, answer: AnswerId) -> AnswerRecord:
    return room.store.answer(answer)


def test_the_answer_before_is_offered(room: Room, button: Button, answers: list[AnswerId]) -> None:
    offer = CompareOffer(button, room.store)
    asked = Told(offer.compare_requested)
    offer.show(record(room, answers[2]))
    assert not button.isHidden()
    button.click()
    assert asked == [(answers[2], answers[1])]


def test_nothing_is_offered_of_the_first_the_only_one_or_of_none(
    room: Room, button: Button, answers: list[AnswerId]
) -> None:
    offer = CompareOffer(button, room.store)
    asked = Told(offer.compare_requested)
    for shown in (record(room, answers[0]), record(room, answers[3]), None):
        offer.show(record(room, answers[1]))
        offer.show(shown)
        assert button.isHidden()
        button.click()
    assert asked == []


def test_a_skipped_question_has_nothing_to_compare(room: Room, button: Button, answers: list[AnswerId]) -> None:
    skipped = room.store.answer_skipped(room.store.answer(answers[0]).session_id, a_question(), 0)
    CompareOffer(button, room.store).show(record(room, skipped))
    assert button.isHidden()
