"""The form of a question: what goes in comes out, and what is wrong stands at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from question_bank.bank import Bank
from question_bank.drafting import Draft, DraftFlag, DraftFollowUp, DraftPoint, draft_of
from question_bank.models import FollowUpTrigger, Kind, Role
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press
from ui.screens.question_editor_screen import QuestionEditorScreen
from ui.theme import apply_theme
from ui.widgets.draft_rows import FollowUpRow
from ui.widgets.text_line import TextLine

SOME = Bank.load().questions
POINTS = (DraftPoint("One", "first", "one"), DraftPoint("Two", "second", "two"), DraftPoint("Three", "", "three"))
FULL = Draft(
    text="Why?",
    code="x = 1",
    kind=Kind.STORY,
    level=4,
    roles=(Role.ML_ENGINEER,),
    rounds=(),
    topics="Statistics, own.x",
    key_points=POINTS,
    model_answer="Because.",
    follow_ups=(
        DraftFollowUp("And two?", FollowUpTrigger.HALF, 1),
        DraftFollowUp("And three?", FollowUpTrigger.COVERED, 2),
        DraftFollowUp("A term?", FollowUpTrigger.TERM, 0, "entropy"),
    ),
    red_flags=(DraftFlag("Never."), DraftFlag("Always.", "always, at all times")),
    shelf="A Book",
    times=("10", "20", ""),
    id="mine.why",
)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> QuestionEditorScreen:
    apply_theme(qapp, "light")
    shown = QuestionEditorScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.mark.parametrize("draft", [Draft(), FULL, draft_of(SOME[0]), draft_of(SOME[-1], is_copy=True)])
def test_what_goes_in_comes_out(screen: QuestionEditorScreen, draft: Draft) -> None:
    told = Told(screen.draft_changed)
    screen.show_draft(draft, "Edit question", ("mine",), "mine")
    assert screen.draft == draft
    assert screen.pack == ("mine", False)
    assert told == []


def test_every_control_has_a_name_and_words_stay_plain(screen: QuestionEditorScreen) -> None:
    screen.show_draft(FULL, "Edit <b>question</b>", ("mine",), "mine")
    assert nameless(screen) == []
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))


def test_a_new_pack_asks_for_its_name(screen: QuestionEditorScreen) -> None:
    screen.show_draft(Draft(), "New question", ("mine",), "")
    QTest.keyClicks(named(screen, "Name of the new pack"), "Bank")
    assert screen.pack == ("Bank", True)


def test_a_removed_key_point_takes_its_place_with_it_and_follow_ups_stay_with_theirs(
    screen: QuestionEditorScreen,
) -> None:
    screen.show_draft(FULL, "Edit question", ("mine",), "mine")
    press(screen, "Remove key point 1")
    assert screen.draft.key_points == POINTS[1:]
    assert [asked.point for asked in screen.draft.follow_ups] == [0, 1, 0]
    press(screen, "Remove follow-up 1")
    assert [asked.text for asked in screen.draft.follow_ups] == ["And three?", "A term?"]


def test_a_new_key_point_has_the_focus(screen: QuestionEditorScreen, qtbot: QtBot) -> None:
    press(screen, "Add a key point")
    qtbot.waitUntil(lambda: named(screen, "Key point 1").hasFocus())
    press(screen, "Add a follow-up")
    assert screen.draft.follow_ups == (DraftFollowUp(),)


def test_a_fault_stands_in_its_row(screen: QuestionEditorScreen) -> None:
    screen.show_draft(FULL, "Edit question", ("mine",), "mine")
    screen.show_all_faults({("key_points", 1, "text"): "Too long.", ("follow_ups", 0, "text"): "Too short."})
    assert has_words(screen, "▲ Too long.")
    assert has_words(screen, "2 fields need attention")
    screen.show_faults({})
    assert not has_words(screen, "▲ Too long.")


def test_topics_are_completed_one_after_the_other(screen: QuestionEditorScreen) -> None:
    topics = named(screen, "Topics")
    assert isinstance(topics, TextLine)
    completer = topics.completer()
    topics.setText("Statistics, deci")
    completer.setCompletionPrefix(topics.text())
    assert completer.currentCompletion() == "Statistics, Decision trees"


def test_the_usual_times_and_the_length_of_the_answer_are_said(screen: QuestionEditorScreen) -> None:
    screen.show_draft(replace(FULL, times=("", "", ""), model_answer="word " * 150), "Edit", ("mine",), "mine")
    target = named(screen, "Target, in seconds")
    assert isinstance(target, TextLine)
    assert target.placeholderText() == "180"
    assert has_words(screen, "About 60 s at a comfortable pace.")


def test_saving_twice_is_not_offered(screen: QuestionEditorScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.save_requested):
        press(screen, "Save")
    screen.show_saving(is_saving=True)
    assert not named(screen, "Save").isEnabled()


def test_red_flags_are_added_and_removed_with_their_cues(screen: QuestionEditorScreen, qtbot: QtBot) -> None:
    screen.show_draft(FULL, "Edit question", ("mine",), "mine")
    press(screen, "Remove red flag 1")
    press(screen, "Add a red flag")
    qtbot.waitUntil(lambda: bool(named(screen, "Red flag 2")))  # the rows before are gone
    QTest.keyClicks(named(screen, "Red flag 2"), "Too sure")
    QTest.keyClicks(named(screen, "Cues for red flag 2"), "never fails")
    assert screen.draft.red_flags == (FULL.red_flags[1], DraftFlag("Too sure", "never fails"))
    screen.show_all_faults({("red_flags", 1, "text"): "This field is required."})
    assert has_words(screen, "▲ This field is required.")


def test_a_follow_up_on_a_term_asks_for_the_term(screen: QuestionEditorScreen) -> None:
    screen.show_draft(FULL, "Edit question", ("mine",), "mine")
    about_point, _, about_term = screen.findChildren(FollowUpRow)[-3:]
    assert about_term.term.isVisibleTo(screen)
    assert not about_term.point.isVisibleTo(screen)
    assert not about_point.term.isVisibleTo(screen)
    assert isinstance(screen.draft.follow_ups[2].when, FollowUpTrigger)
