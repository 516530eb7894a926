"""The ways to a comparison and back: from the feedback of another try, and from the review of an interview."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.interview.session import Stage
from tests.simulator.store.builders import NOON, a_report, add_judged, add_session
from tests.ui.parts import plan_of
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.wiring import HISTORY, PRACTISE
from ui.words.comparison import WITH_PREVIOUS
from ui.words.times import day_words, time_of_day

__all__ = ["desk", "opened"]


def answer(qtbot: QtBot, desk: Desk) -> None:
    """Answer the question at hand, up to its feedback."""
    desk.room.answer(2.0)
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.feedback, "Pace"))


def test_another_try_is_compared_with_the_one_before(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(2))
    answer(qtbot, desk)
    feedback = desk.wiring.screens.feedback
    assert feedback.compare.isHidden()
    press(feedback, "Answer again")
    qtbot.waitUntil(lambda: desk.room.stage() in (Stage.ASKING, Stage.READY))
    answer(qtbot, desk)
    qtbot.waitUntil(lambda: not feedback.compare.isHidden())
    press(feedback, WITH_PREVIOUS)
    compare = desk.wiring.screens.compare
    assert desk.screen() is compare
    assert desk.window.place == PRACTISE
    qtbot.waitUntil(lambda: has_words(compare, "= same"))
    press(compare, "Play earlier answer")
    desk.room.player.advance(1.0)
    QTest.keyClick(compare, Qt.Key.Key_Escape)
    assert desk.screen() is feedback
    assert not desk.room.player.is_playing
    assert feedback.position_s == 0.0
    press(feedback, "Next question")
    qtbot.waitUntil(lambda: desk.screen() is desk.wiring.screens.interview)


def test_the_review_of_an_answer_leads_to_the_others(qtbot: QtBot, desk: Desk) -> None:
    store = desk.room.store
    day = day_words(NOON.date(), datetime.now().astimezone().date())
    other = f"Compare with the answer from {day}, {time_of_day(NOON)}"
    add_judged(store, add_session(store), a_report())
    session = add_session(store)
    add_judged(store, session, a_report(wpm=180.0))
    desk.wiring.open_review(session)
    review = desk.wiring.screens.review
    qtbot.waitUntil(lambda: review.others.isVisible())
    press(review, other)
    assert desk.screen() is desk.wiring.screens.compare
    assert desk.window.place == HISTORY
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.compare, "↑ worse"))
    desk.window.activateWindow()  # keys are the active window's
    qtbot.waitUntil(desk.window.isActiveWindow)
    QTest.keyClick(desk.wiring.screens.compare, Qt.Key.Key_Escape)
    assert desk.screen() is review
    press(review, other)
    desk.wiring.go_to(HISTORY)
    assert desk.screen() is desk.wiring.screens.history
