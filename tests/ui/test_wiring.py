"""The window, alive: what shows when (what is said across the top of it: test_wiring_messages)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recordings.transcription.kept_models import ModelShelf
from recordings.transcription.model_folder import find_in
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.engine.interview_record import InterviewRecord
from simulator.interview.session import Stage
from simulator.settings import Settings, load_settings
from simulator.store.records import AnswerStatus
from tests.recordings.transcription.made_up_models import write_model
from tests.simulator.store.builders import NOON, a_plan, a_question, add_saved
from tests.ui.names import name_of
from tests.ui.parts import Room, plan_of
from tests.ui.screen_text import has_words, press
from tests.ui.wired import Desk, desk, opened
from ui.commands.models import use_model
from ui.main_window import PLACES, MainWindow
from ui.screens.practise_screen import PractiseScreen
from ui.screens.summary_screen import PRACTISE_WEAK
from ui.theme import apply_theme
from ui.widgets.export_dialog import Subject
from ui.wiring import HISTORY, PRACTISE, PROGRESS, QUESTIONS, SETTINGS, Wiring

__all__ = ["desk", "opened"]


class StrayWindows(QObject):
    """Remembers every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


def test_it_opens_at_practise_with_every_place_filled(desk: Desk) -> None:
    screens = desk.wiring.screens
    assert desk.screen() is screens.practise
    assert desk.room.is_listening()
    for place, screen in zip(
        PLACES, (screens.practise, screens.history, screens.progress, screens.questions, screens.settings), strict=True
    ):
        desk.wiring.go_to(place)
        assert desk.screen() is screen
        assert desk.window.place == place


def test_a_screen_is_made_when_one_first_goes_there(desk: Desk) -> None:
    """By a key as by the navigation: neither needs it before."""
    screens = desk.wiring.screens
    assert set(vars(screens)) == {"practise"}
    QTest.keyClick(desk.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert set(vars(screens)) == {"practise", "questions"}
    assert desk.screen() is screens.questions
    assert screens.questions.shown
    QTest.keyClick(desk.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen() is screens.settings
    assert has_words(screens.settings, str(desk.room.data_folder.data))


def test_no_window_but_the_one_is_ever_shown(qtbot: QtBot, room: Room, qapp: QApplication) -> None:
    strays = StrayWindows()
    qapp.installEventFilter(strays)
    window, practise = MainWindow(room.messages), PractiseScreen()
    qtbot.addWidget(window)
    window.add_place(PRACTISE, practise)
    window.show()
    wiring = Wiring(window, practise, room.equipment)
    wiring.begin(("Some news.",))
    for place in PLACES:
        wiring.go_to(place)
    room.equipment.settings.change(Settings(follow_ups=False))
    wiring.hold(plan_of(1))
    room.flow.stop_speaking()
    room.clock.pass_by(1.0)
    room.answer(2.0)
    with qtbot.waitSignal(room.equipment.judging_queue.answer_judged):
        pass
    qtbot.waitUntil(lambda: not has_words(wiring.screens.feedback, "Writing down"))
    press(wiring.screens.feedback, "Next question")
    qtbot.waitUntil(lambda: len(wiring.screens.summary.questions.entries) == 1)
    press(wiring.screens.summary, "Open Review")
    qtbot.waitUntil(lambda: has_words(wiring.screens.review, plan_of(1).questions[0].text))
    qapp.removeEventFilter(strays)
    assert strays.shown == ["MainWindow"]


def test_leaving_practise_closes_the_microphone(desk: Desk) -> None:
    for place in (HISTORY, PROGRESS, QUESTIONS, SETTINGS):
        desk.wiring.go_to(place)
        assert not desk.room.is_listening()
        desk.wiring.go_to(PRACTISE)
        assert desk.room.is_listening()


def test_leaving_a_place_falls_silent(qtbot: QtBot, desk: Desk) -> None:
    desk.wiring.go_to(QUESTIONS)
    desk.wiring.screens.questions.preview.hear_requested.emit("What is dropout?")
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.wiring.go_to(HISTORY)
    assert not desk.room.player.is_playing


def test_an_interview_takes_the_whole_window_and_ends_in_its_summary(qtbot: QtBot, desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.room.equipment.settings.change(Settings(follow_ups=False))
    desk.begin(qtbot, plan_of(2))
    assert desk.screen() is screens.interview
    assert not desk.has_navigation()
    desk.room.answer(2.0)
    assert desk.screen() is screens.feedback
    assert desk.has_navigation()
    press(screens.feedback, "Next question")
    qtbot.waitUntil(lambda: desk.screen() is screens.interview)
    assert not desk.has_navigation()
    desk.room.clock.pass_by(1.0)
    desk.room.answer(2.0)
    press(screens.feedback, "Next question")
    qtbot.waitUntil(lambda: desk.screen() is screens.summary)
    assert desk.window.place == HISTORY
    assert desk.has_navigation()
    assert not desk.room.is_listening()
    focused = desk.window.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Open Review"
    qtbot.waitUntil(lambda: len(screens.summary.questions.entries) == 2)
    screens.summary.questions.entries[1].row.click()
    assert desk.screen() is screens.review
    qtbot.waitUntil(lambda: has_words(screens.review, plan_of(2).questions[1].text))
    press(screens.review, "Summary")
    assert desk.screen() is screens.summary
    press(screens.summary, "Open Review")
    qtbot.waitUntil(lambda: has_words(screens.review, plan_of(2).questions[0].text))
    press(screens.review, "History")
    assert desk.screen() is screens.history
    desk.wiring.go_to(PRACTISE)
    assert desk.screen() is screens.practise
    assert desk.room.is_listening()


def test_deleting_what_is_open_for_review_leads_back_to_history(qtbot: QtBot, desk: Desk) -> None:
    screens, store = desk.wiring.screens, desk.room.store
    session = store.begin_session(a_plan(), NOON)
    store.answer_skipped(session, a_question(), 0)
    desk.wiring.go_to(HISTORY)
    qtbot.waitUntil(lambda: len(screens.history.rows) == 1)
    screens.history.opened.emit(screens.history.rows[0].found)
    assert desk.screen() is screens.review
    press(screens.review, "Delete interview")
    assert desk.screen() is screens.history
    assert "Interview deleted." in desk.notice()
    assert store.session_count() == 1
    desk.window.close()
    assert store.session_count() == 0


def test_a_question_is_answered_again_from_its_review(qtbot: QtBot, desk: Desk) -> None:
    screens, store = desk.wiring.screens, desk.room.store
    session = store.begin_session(a_plan(), NOON)
    add_saved(store, session)
    desk.wiring.open_review(session)
    qtbot.waitUntil(lambda: has_words(screens.review, a_question().text))
    press(screens.review, "Answer again")
    assert desk.screen() is screens.interview
    assert store.plan(store.sessions()[0].id).questions == (a_question(),)
    desk.wiring.open_review(session)
    qtbot.waitUntil(lambda: screens.review.isVisible() and has_words(screens.review, a_question().text))
    press(screens.review, "Answer again")
    assert desk.screen() is screens.review
    assert "An interview is under way" in desk.notice()


def test_an_interview_from_one_press_to_the_next(qtbot: QtBot, desk: Desk) -> None:
    press(desk.wiring.screens.practise, "Start interview")
    assert desk.screen() is desk.wiring.screens.interview
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    desk.room.player.advance(1.0)
    desk.room.clock.pass_by(1.0)
    QTest.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.room.stage() is Stage.ANSWERING
    desk.room.say(2.0)
    QTest.keyClick(desk.window, Qt.Key.Key_Space)
    desk.room.say(0.5)
    assert desk.room.stage() is Stage.FEEDBACK
    QTest.keyClick(desk.window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: desk.room.stage() is Stage.ASKING)
    assert [row.status for row in desk.room.rows()] == [AnswerStatus.SAVED]


@pytest.mark.parametrize("round_trip", [False, True])
def test_the_focus_is_on_next_question_when_feedback_comes(qtbot: QtBot, desk: Desk, round_trip: bool) -> None:
    desk.begin(qtbot, plan_of(2))
    desk.room.answer(2.0)
    if round_trip:
        desk.wiring.go_to(HISTORY)
        desk.wiring.go_to(PRACTISE)
    assert desk.focused() == "Next question"
    judged = desk.room.equipment.judging_queue.answer_judged
    with qtbot.waitSignal(judged):
        pass
    qtbot.waitUntil(lambda: not has_words(desk.wiring.screens.feedback, "Writing down"))
    assert desk.focused() == "Next question"


def test_an_interview_of_nothing_goes_back_to_practise(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(1))
    press(desk.wiring.screens.interview, "End interview")
    assert desk.screen() is desk.wiring.screens.practise
    assert desk.room.is_listening()


def test_an_interview_that_was_ended_early_can_be_gone_on_with(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(3))
    desk.room.answer(2.0)
    press(desk.wiring.screens.feedback, "End interview")
    assert desk.notice() == "You ended the interview with 2 questions left."
    press(desk.window.notice, "Continue with them")
    assert desk.screen() is desk.wiring.screens.interview
    session = desk.room.flow.session
    assert session is not None
    assert session.plan.questions == plan_of(3).questions[1:]
    assert desk.notice() == ""


def test_looking_around_during_feedback(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(2))
    desk.room.answer(2.0)
    desk.wiring.go_to(SETTINGS)
    desk.wiring.go_to(PRACTISE)
    assert desk.screen() is desk.wiring.screens.feedback
    press(desk.wiring.screens.feedback, "Next question")
    qtbot.waitUntil(lambda: desk.screen() is desk.wiring.screens.interview)


def test_feedback_is_come_back_to_from_ones_own_work_too(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, plan_of(2))
    desk.room.answer(2.0)
    desk.wiring.open_own_work()
    assert desk.screen() is desk.wiring.screens.own_work
    desk.wiring.go_to(PRACTISE)
    assert desk.screen() is desk.wiring.screens.feedback


def test_a_strict_interview_shows_nothing_but_questions_until_its_summary(qtbot: QtBot, desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.room.equipment.settings.change(Settings(follow_ups=False))
    desk.begin(qtbot, plan_of(2, strict=True))
    desk.room.answer(2.0)
    assert desk.screen() is screens.interview
    desk.room.answer(2.0)
    assert desk.screen() is screens.summary
    qtbot.waitUntil(lambda: len(screens.summary.questions.entries) == 2)
    qtbot.waitUntil(lambda: not has_words(screens.summary, "written down"))
    press(screens.summary, "Open Review")
    qtbot.waitUntil(lambda: has_words(screens.review, "Pace"))


def test_a_drill_that_says_its_outcome_ends_where_its_answers_are(qtbot: QtBot, desk: Desk) -> None:
    desk.begin(qtbot, replace(plan_of(1), drill=FILLER_FREE_MINUTE))
    desk.room.answer(2.0)
    press(desk.wiring.screens.feedback, "Next question")
    qtbot.waitUntil(lambda: desk.screen() is desk.wiring.screens.review)


def test_an_interview_skipped_through_is_summed_up_kindly_and_can_be_left(qtbot: QtBot, desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.begin(qtbot, plan_of(1))
    press(screens.interview, "Skip question")
    assert desk.screen() is screens.summary
    qtbot.waitUntil(lambda: has_words(screens.summary, "You skipped every question"))
    press(screens.summary, "Back to Practise")
    assert desk.screen() is screens.practise


def test_what_needs_work_is_practised_from_the_summary(qtbot: QtBot, desk: Desk) -> None:
    screens, store = desk.wiring.screens, desk.room.store
    question = desk.room.equipment.bank.now.questions[0]
    session = store.begin_session(a_plan(question), NOON)
    store.answer_skipped(session, question, 0)
    desk.wiring.open_summary(session)
    qtbot.waitUntil(lambda: len(screens.summary.questions.entries) == 1)
    press(screens.summary, PRACTISE_WEAK)
    assert desk.screen() is screens.interview
    assert desk.room.flow.session is not None
    assert desk.room.flow.session.plan.questions == (question,)


def test_an_interview_that_cannot_be_kept_is_said_and_practise_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(InterviewRecord, "begin_session", lambda _record, _plan: False)
    desk.wiring.hold(plan_of(1))
    assert desk.screen() is desk.wiring.screens.practise
    assert desk.room.is_listening()


def test_answers_left_without_words_get_them_at_the_start(qtbot: QtBot, opened: Desk) -> None:
    session = opened.room.store.begin_session(a_plan(), NOON)
    answer = add_saved(opened.room.store, session)
    opened.wiring.begin()
    qtbot.waitUntil(lambda: opened.room.store.answer(answer).report is not None)


def test_settings_reach_everybody(desk: Desk) -> None:
    desk.wiring.go_to(SETTINGS)
    changed = desk.wiring.screens.settings.settings_changed
    changed.emit(replace(desk.room.equipment.settings.now, question_count=11, theme="dark"))
    assert desk.room.equipment.settings.now.question_count == 11
    assert desk.wiring.screens.practise.choice.count == 11
    light = desk.window.palette().window().color().lightness()
    changed.emit(replace(desk.room.equipment.settings.now, theme="light"))
    assert desk.window.palette().window().color().lightness() > light
    assert has_words(desk.wiring.screens.settings, str(desk.room.data_folder.data))


def test_the_window_may_close_in_the_middle(qtbot: QtBot, desk: Desk) -> None:
    desk.window.closing.connect(desk.room.close)
    desk.begin(qtbot, plan_of(1))
    desk.room.toggle()
    desk.room.say(1.0)
    desk.window.close()
    assert len(desk.room.takes()) == 1
    assert desk.room.takes()[0].endswith(".wav")


def test_the_judging_rules_open_from_settings_and_lead_back(desk: Desk) -> None:
    screens = desk.wiring.screens
    desk.wiring.go_to(SETTINGS)
    press(screens.settings, "Word list and ranges")
    assert desk.screen() is screens.judging_rules
    press(screens.judging_rules, "Settings")
    assert desk.screen() is screens.settings
    press(screens.settings, "Word list and ranges")
    desk.wiring.go_to(SETTINGS)
    assert desk.screen() is screens.settings


def test_a_word_in_the_settings_is_heard_as_it_is_said(qtbot: QtBot, desk: Desk) -> None:
    desk.wiring.go_to(SETTINGS)
    desk.wiring.screens.settings.hear_requested.emit("SQL")
    qtbot.waitUntil(lambda: desk.room.player.is_playing)
    assert desk.room.voice.rendered == ["SQL"]


@pytest.mark.parametrize("place", ["review", "history"])
def test_ctrl_e_exports_what_is_shown(qtbot: QtBot, desk: Desk, place: str) -> None:
    session = desk.room.store.begin_session(a_plan(), NOON)
    add_saved(desk.room.store, session)
    desk.wiring.go_to(HISTORY)
    if place == "review":
        desk.wiring.open_review(session)
        qtbot.waitUntil(lambda: has_words(desk.wiring.screens.review, "What does dropout do?"))
    QTest.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.wiring.errands.exporting.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.subject is (Subject.SESSION if place == "review" else Subject.WEEK)


def test_a_model_added_and_chosen_outside_is_used_and_shown_once_one_comes_back(
    qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path
) -> None:
    room, equipment = desk.room, desk.room.equipment
    desk.wiring.go_to(SETTINGS)
    qtbot.waitUntil(lambda: bool(equipment.model_supply.offers))
    ModelShelf(room.data_folder.models).add(find_in(write_model(tmp_path / "mine")))
    use_model(room.data_folder, "mine")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert room.speech.choice.name == "mine"
    qtbot.waitUntil(lambda: (chosen := equipment.model_supply.chosen) is not None and chosen.name == "mine")
    qtbot.waitUntil(lambda: has_words(desk.wiring.screens.settings, "mine"))
    equipment.settings.change(replace(equipment.settings.now, captions=True))
    assert load_settings(room.data_folder.settings_file) == Settings(speech_model="mine", captions=True)
