"""The user's own rating: never asked for twice, never chosen for the user, reachable by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.names import nameless
from tests.ui.parts import Told
from ui.widgets.own_rating import OwnRating


@pytest.fixture
def rating(qtbot: QtBot) -> OwnRating:
    made = OwnRating()
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_nothing_is_chosen_at_first(rating: OwnRating) -> None:
    assert rating.rating is None
    assert not any(chip.isChecked() for chip in rating.chips)
    assert [chip.text() for chip in rating.chips] == ["Again", "Hard", "Good", "Easy"]
    assert nameless(rating) == []


def test_a_press_rates_and_another_changes_it(rating: OwnRating) -> None:
    told: list[int] = Told(rating.rated)
    rating.chips[2].click()
    rating.chips[2].click()
    rating.chips[0].click()
    assert told == [3, 1]
    assert rating.rating == 1
    assert [chip.isChecked() for chip in rating.chips] == [True, False, False, False]


def test_a_rating_given_before_is_shown_in_silence(rating: OwnRating) -> None:
    told = Told(rating.rated)
    rating.show_rating(4)
    assert rating.chips[3].isChecked()
    rating.show_rating(None)
    assert not any(chip.isChecked() for chip in rating.chips)
    assert told == []


def test_keys_reach_every_rating_and_choose_only_when_told_to(rating: OwnRating, qtbot: QtBot) -> None:
    told: list[int] = Told(rating.rated)
    rating.chips[0].setFocus()
    qtbot.waitUntil(rating.chips[0].hasFocus)
    QTest.keyClick(rating.chips[0], Qt.Key.Key_Right)
    assert rating.chips[1].hasFocus()
    assert told == []
    QTest.keyClick(rating.chips[1], Qt.Key.Key_Space)
    QTest.keyClick(rating.chips[1], Qt.Key.Key_Left)
    assert told == [2, 1]
    QTest.keyClick(rating.chips[0], Qt.Key.Key_Left)
    assert told == [2, 1, 4]
