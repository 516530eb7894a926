"""The other answers to a question, and what can be done with each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from simulator.light import Light
from simulator.store.other_answers import OtherAnswer
from simulator.store.records import AnswerId, SessionId
from tests.ui.names import name_of, nameless
from tests.ui.parts import Told
from tests.ui.samples import NOW
from tests.ui.screen_text import has_words, press
from ui.widgets.other_answers_card import SHOWN_AT_FIRST, OtherAnswersCard
from ui.words.other_answers import EARLIER, when_given

TODAY = date(2026, 11, 19)
SHOWN = AnswerId(70)


def given(number: int, *, has_sound: bool = True) -> OtherAnswer:
    at = NOW - timedelta(days=number)
    return OtherAnswer(AnswerId(number), SessionId(30 + number), at, 80.0, Light.GREEN, 3, 6, 0, has_sound)


@pytest.fixture
def card(qtbot: QtBot) -> OtherAnswersCard:
    shown = OtherAnswersCard()
    qtbot.addWidget(shown)
    return shown


def test_without_others_it_is_hidden(card: OtherAnswersCard) -> None:
    card.show_others(SHOWN, NOW, [given(1)], TODAY)
    assert not card.isHidden()
    assert name_of(card) == EARLIER
    assert has_words(card, "1:20 ● on time · 3 of 6 key points")
    card.show_others(SHOWN, NOW, [], TODAY)
    assert card.isHidden()


def test_each_can_be_heard_and_opened(card: OtherAnswersCard) -> None:
    others = [given(1), given(2, has_sound=False)]
    card.show_others(SHOWN, NOW, others, TODAY)
    assert nameless(card) == []
    heard, opened = Told(card.play_toggled), Told(card.open_requested)
    press(card, f"Play the answer from {when_given(others[0], TODAY)}")
    press(card, f"Open the answer from {when_given(others[1], TODAY)}")
    assert (heard, opened) == ([1], [(32, 2)])
    card.show_playing(AnswerId(1))
    press(card, f"Stop the answer from {when_given(others[0], TODAY)}")
    assert heard == [1, 1]
    with pytest.raises(ValueError, match="not enough values"):
        press(card, f"Play the answer from {when_given(others[1], TODAY)}")


def test_compare_is_offered_once_somebody_can(card: OtherAnswersCard) -> None:
    name = f"Compare with the answer from {when_given(given(1), TODAY)}"
    card.show_others(SHOWN, NOW, [given(1)], TODAY)
    with pytest.raises(ValueError, match="not enough values"):
        press(card, name)
    compared = Told(card.compare_requested)
    card.show_others(SHOWN, NOW, [given(1)], TODAY)
    press(card, name)
    assert compared == [(70, 1)]


def test_the_newest_few_show_at_first(card: OtherAnswersCard) -> None:
    card.show_others(SHOWN, NOW, [given(number) for number in range(1, 18)], TODAY)
    assert sum(row.isVisibleTo(card) for row in card.rows) == SHOWN_AT_FIRST
    card.show_playing(AnswerId(17))
    press(card, "12 more")
    assert sum(row.isVisibleTo(card) for row in card.rows) == SHOWN_AT_FIRST + 10
    press(card, "2 more")
    assert sum(row.isVisibleTo(card) for row in card.rows) == 17
    press(card, f"Stop the answer from {when_given(given(17), TODAY)}")
    assert not has_words(card, "0 more")
