"""The ways that lead from Questions: to the form and back, and to practise."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.screen_text import press
from tests.ui.wired import Desk, desk
from ui.wiring import HISTORY, QUESTIONS

__all__ = ["desk"]


def test_a_question_is_written_and_one_comes_back_to_it(qtbot: QtBot, desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.wiring.go_to(QUESTIONS)
    press(screens.questions, "Copy and edit")
    assert desk.screen() is screens.question_editor
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        press(screens.question_editor, "Save")
    qtbot.waitUntil(lambda: desk.screen() is screens.questions)
    assert "Saved in mine.yaml." in desk.notice()
    preview = screens.questions.preview
    qtbot.waitUntil(lambda: (preview.question_id or "").startswith("mine."))
    with qtbot.waitSignal(desk.room.equipment.bank.changed):
        screens.questions.undo_requested.emit()
    qtbot.waitUntil(lambda: not list(desk.room.data_folder.packs.iterdir()))


def test_a_question_being_written_waits_for_one_to_come_back(desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.wiring.go_to(QUESTIONS)
    press(screens.questions, "Copy and edit")
    desk.wiring.go_to(HISTORY)
    desk.wiring.go_to(QUESTIONS)
    assert desk.screen() is screens.question_editor
    press(screens.question_editor, "Cancel")
    assert desk.screen() is screens.questions
    desk.wiring.go_to(HISTORY)
    desk.wiring.go_to(QUESTIONS)
    assert desk.screen() is screens.questions


def test_what_is_shown_under_questions_is_practised(qtbot: QtBot, desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.wiring.go_to(QUESTIONS)
    screens.questions.filters.select("topic").setCurrentText("    Card fraud")
    asked = [question.text for question in screens.questions.shown]
    screens.questions.practise_requested.emit()
    qtbot.waitUntil(lambda: desk.screen() is screens.interview)
    question = desk.room.flow.question
    assert question is not None
    assert question.text == asked[0]
