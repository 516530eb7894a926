"""A hands-free interview from one answer to the next question, without a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.interview.going_on import LONGEST_S
from simulator.interview.session import Stage
from simulator.settings import Settings
from tests.simulator.ladders import use_ladder
from tests.ui.places.interviewing import Desk, answer, begin, desk, ladder
from tests.ui.screen_text import has_words, press

__all__ = ["desk", "ladder"]


@pytest.fixture
def hands_free(desk: Desk) -> Desk:
    desk.room.equipment.settings.change(Settings(hands_free=True))
    return desk


def is_counting(desk: Desk, what: str = "Next question") -> bool:
    return has_words(desk.feedback, f"{what} in ")


def test_the_next_question_comes_by_itself(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free))
    assert hands_free.room.stage() is Stage.FEEDBACK
    hands_free.room.clock.pass_by(LONGEST_S)
    qtbot.waitUntil(lambda: hands_free.room.stage() is Stage.ASKING)
    assert not is_counting(hands_free)
    assert len(hands_free.room.rows()) == 1


def test_who_presses_space_stays(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free))
    QTest.keyClick(hands_free.feedback, Qt.Key.Key_Space)
    hands_free.room.clock.pass_by(10 * LONGEST_S)
    qtbot.wait(300)
    assert hands_free.room.stage() is Stage.FEEDBACK
    assert has_words(hands_free.feedback, "Staying here")
    press(hands_free.feedback, "Next question")
    assert hands_free.room.stage() is Stage.ASKING
    assert not has_words(hands_free.feedback, "Staying here")


def test_nothing_is_counted_down_while_the_answer_is_transcribed(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot)
    hands_free.room.clock.pass_by(1.0)
    hands_free.room.answer(2.0)
    hands_free.room.clock.pass_by(10 * LONGEST_S)
    qtbot.wait(300)
    assert not is_counting(hands_free)
    assert hands_free.room.stage() is Stage.FEEDBACK


def test_the_last_feedback_stays(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot, count=1)
    answer(hands_free, qtbot)
    assert has_words(hands_free.feedback, "thing")
    assert not hands_free.feedback.going_on.isVisible()


def test_a_follow_up_comes_by_itself_too(hands_free: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    use_ladder(monkeypatch, follow_ups=1)
    begin(hands_free, qtbot, count=1)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free, "Follow-up"))
    hands_free.room.clock.pass_by(LONGEST_S)
    qtbot.waitUntil(lambda: hands_free.room.stage() is Stage.ASKING)
    session = hands_free.room.flow.session
    assert session is not None
    assert session.rung == 1


def test_who_has_gone_elsewhere_is_not_fetched_back(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free))
    hands_free.feedback_place.leave()
    hands_free.room.clock.pass_by(10 * LONGEST_S)
    qtbot.wait(300)
    assert hands_free.room.stage() is Stage.FEEDBACK


def test_each_answer_has_its_own_countdown(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot, count=3)
    answer(hands_free, qtbot)
    press(hands_free.feedback, "Next question")
    hands_free.feedback_place.leave()  # as the window does when the question takes it over
    hands_free.room.player.advance(1.0)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free))


def test_a_space_meant_for_the_feedback_begins_no_answer(hands_free: Desk, qtbot: QtBot) -> None:
    begin(hands_free, qtbot)
    answer(hands_free, qtbot)
    qtbot.waitUntil(lambda: is_counting(hands_free))
    hands_free.room.clock.pass_by(LONGEST_S)
    qtbot.waitUntil(lambda: hands_free.room.stage() is Stage.ASKING)
    press(hands_free.interview, "Start answer")
    assert hands_free.room.stage() is Stage.ASKING
    hands_free.room.clock.pass_by(0.5)
    press(hands_free.interview, "Start answer")
    assert hands_free.room.stage() is Stage.ANSWERING


def test_without_hands_free_one_goes_on_oneself(desk: Desk, qtbot: QtBot) -> None:
    begin(desk, qtbot)
    answer(desk, qtbot)
    desk.room.clock.pass_by(10 * LONGEST_S)
    qtbot.wait(300)
    assert not desk.feedback.going_on.isVisible()
    assert desk.room.stage() is Stage.FEEDBACK
