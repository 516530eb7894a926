"""The ways that lead from Progress: to practise, to an answer, to the rules."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.simulator.store.builders import NOON, a_plan, a_question, add_saved
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.wiring import HISTORY, PROGRESS

__all__ = ["desk", "opened"]


def test_weak_topics_lead_to_practise_with_them_chosen(desk: Desk) -> None:
    settings = desk.room.equipment.settings
    topics = ("found.bias-variance", "ml.decision-trees")
    desk.wiring.go_to(PROGRESS)
    desk.wiring.screens.progress.practise_requested.emit(topics)
    assert desk.screen() is desk.wiring.screens.practise
    assert settings.now.topics == topics
    assert desk.wiring.screens.practise.choice.topics == topics
    planned = desk.wiring.errands.planner.session(desk.wiring.screens.practise.choice)
    assert all(set(topics) & set(question.topics) for question in planned.questions)


def test_a_point_of_progress_opens_its_answer_in_review(qtbot: QtBot, desk: Desk) -> None:
    session = desk.room.store.begin_session(a_plan(), NOON)
    add_saved(desk.room.store, session, a_question("first"))
    answer = add_saved(desk.room.store, session, a_question("second", "And the second?"), position=1)
    desk.wiring.go_to(PROGRESS)
    desk.wiring.screens.progress.answer_opened.emit(answer)
    review = desk.wiring.screens.review
    qtbot.waitUntil(lambda: has_words(review, "And the second?"))
    assert desk.screen() is review
    desk.wiring.screens.progress.answer_opened.emit(999)  # gone by now
    assert desk.screen() is review
    assert desk.window.place == PROGRESS
    press(review, "Progress")
    assert desk.screen() is desk.wiring.screens.progress
    desk.wiring.open_review(session)
    qtbot.waitUntil(lambda: desk.screen() is review)
    assert desk.window.place == HISTORY
    press(review, "History")
    assert desk.screen() is desk.wiring.screens.history


def test_answers_judged_otherwise_lead_to_the_rules(desk: Desk) -> None:
    desk.wiring.go_to(PROGRESS)
    desk.wiring.screens.progress.rules_requested.emit()
    assert desk.screen() is desk.wiring.screens.judging_rules
