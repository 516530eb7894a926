"""The interview screen: one press is one action, and the words are what the stage is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from simulator.interview.session import Stage
from tests.simulator.stories.told import OUTAGE, a_story
from tests.ui.names import name_of, named, nameless
from tests.ui.samples import OVERFITTING
from ui.screens.interview_screen import InterviewScreen
from ui.theme import apply_theme
from ui.widgets.text import Text
from ui.widgets.timer_ring import TimerRing
from ui.words.interview_heading import Heading

HOSTILE = replace(OVERFITTING, text="<h1>Why?</h1>", code="if a < b:\n    print('<b>')")


@pytest.fixture
def screen(qtbot: QtBot) -> InterviewScreen:
    made = InterviewScreen()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show_question(OVERFITTING, Heading(2, 5, round_words="Machine learning"))
    made.show_stage(Stage.READY)
    made.show()
    qtbot.waitExposed(made)
    return made


def button(screen: InterviewScreen, name: str) -> QPushButton:
    found = named(screen, name)
    assert isinstance(found, QPushButton)
    return found


def words_on(screen: QWidget) -> list[str]:
    return [text.text() for text in screen.findChildren(Text) if text.isVisibleTo(screen)]


@pytest.mark.parametrize(
    "name",
    [
        "Question",
        "Replay question",
        "Start answer",
        "Skip question",
        "Pause",
        "End interview",
        "Answer timer",
        "Live captions",
    ],
)
def test_names_of_the_contract(screen: InterviewScreen, name: str) -> None:
    assert named(screen, name).isVisibleTo(screen)


def test_no_control_is_nameless(screen: InterviewScreen) -> None:
    assert nameless(screen) == []
    screen.show_typed_answer()
    assert nameless(screen) == []


def test_header_says_where_one_is(screen: InterviewScreen) -> None:
    assert "Question 2 of 5  ·  Machine learning  ·  short reply" in words_on(screen)
    screen.show_question(OVERFITTING, Heading(3, 5, "follow-up 1", "Final"))
    assert "Question 3 of 5  ·  follow-up 1  ·  Final  ·  short reply" in words_on(screen)


def test_a_new_round_is_said_above_its_first_question(screen: InterviewScreen) -> None:
    words = "Machine learning · round 3 of 7"
    screen.show_question(OVERFITTING, Heading(4, 9, round_words=words, news=words))
    assert words in words_on(screen)
    assert any(f"Question 4 of 9  ·  {words}  ·" in shown for shown in words_on(screen))
    screen.show_question(OVERFITTING, Heading(5, 9, round_words=words))
    assert words not in words_on(screen)


def test_a_held_silence_is_calm_and_can_be_ended(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.show_stage(Stage.ANSWERING)
    screen.show_clock(200.0, OVERFITTING.times)
    screen.show_stage(Stage.HOLDING)
    screen.show_clock(203.0, OVERFITTING.times)
    assert "The interviewer is silent. Go on if you like, or leave it there." in words_on(screen)
    ring = named(screen, "Answer timer")
    assert isinstance(ring, TimerRing)
    assert ring.light is None
    assert ring.accessibleDescription() == "3:20, the interviewer is silent; you can go on"
    assert not button(screen, "Skip question").isEnabled()
    with qtbot.waitSignal(screen.answer_toggled):
        button(screen, "Stop answer").click()


def test_one_need_not_wait_for_what_follows(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.show_stage(Stage.DECIDING)
    assert "One moment…" in words_on(screen)
    assert not button(screen, "Start answer").isEnabled()
    with qtbot.waitSignal(screen.skip_requested):
        QTest.keyClick(screen, Qt.Key.Key_S)


def test_question_is_spoken_to_a_screen_reader(screen: InterviewScreen) -> None:
    assert named(screen, "Question").accessibleDescription() == OVERFITTING.text


def test_markup_in_question_and_code_stays_text(screen: InterviewScreen) -> None:
    screen.show_question(HOSTILE, Heading(1, 1))
    label, code = named(screen, "Question"), named(screen, "Code")
    assert isinstance(label, Text)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE.text
    assert isinstance(code, QPlainTextEdit)
    assert code.isVisible()
    assert code.toPlainText() == HOSTILE.code
    screen.show_question(OVERFITTING, Heading(2, 5))
    assert not code.isVisible()


@pytest.mark.parametrize(
    ("stage", "name", "is_enabled", "words"),
    [
        (Stage.ASKING, "Start answer", True, "Reading the question…"),
        (Stage.READY, "Start answer", True, "Ready when you are. A moment to think is fine."),
        (Stage.ANSWERING, "Stop answer", True, ""),
        (Stage.CLOSING, "Stop answer", False, "Transcribing your answer…"),
        (Stage.PAUSED, "Start answer", False, "Paused. The clock is stopped."),
    ],
)
def test_stage_decides_name_and_words(
    screen: InterviewScreen, stage: Stage, name: str, is_enabled: bool, words: str
) -> None:
    screen.show_stage(stage)
    assert button(screen, name).isEnabled() is is_enabled
    assert words in words_on(screen)


def test_pause_is_named_resume_while_paused(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.show_stage(Stage.PAUSED)
    with qtbot.waitSignal(screen.pause_toggled):
        button(screen, "Resume").click()
    screen.show_stage(Stage.READY)
    assert button(screen, "Pause").isEnabled()


def test_clock_stays_while_paused_and_restarts_with_the_next_try(screen: InterviewScreen) -> None:
    ring = named(screen, "Answer timer")
    screen.show_stage(Stage.ANSWERING)
    screen.show_clock(124.3, OVERFITTING.times)
    screen.show_stage(Stage.PAUSED)
    assert ring.accessibleDescription() == "2:04, wrap up, target 2:00"
    screen.show_stage(Stage.ANSWERING)
    assert ring.accessibleDescription() == "2:04, wrap up, target 2:00"
    screen.show_stage(Stage.FEEDBACK)
    screen.show_stage(Stage.READY)
    assert ring.accessibleDescription() == "0:00, target 2:00"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Space, "answer_toggled"),
        (Qt.Key.Key_R, "replay_requested"),
        (Qt.Key.Key_S, "skip_requested"),
        (Qt.Key.Key_P, "pause_toggled"),
        (Qt.Key.Key_Escape, "silence_requested"),
    ],
)
def test_keys_of_the_contract(screen: InterviewScreen, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(screen, signal)):
        QTest.keyClick(screen, key)


@pytest.mark.parametrize("focused", ["Start answer", "Skip question", "Live captions", "End interview"])
def test_space_is_one_action_whatever_has_the_focus(screen: InterviewScreen, qtbot: QtBot, focused: str) -> None:
    seen: list[str] = []
    screen.answer_toggled.connect(lambda: seen.append("answer"))
    screen.skip_requested.connect(lambda: seen.append("skip"))
    screen.end_requested.connect(lambda: seen.append("end"))
    screen.captions_toggled.connect(lambda _is_on: seen.append("captions"))
    widget = named(screen, focused)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    QTest.keyClick(widget, Qt.Key.Key_Space)
    assert seen == ["answer"]


def test_disabled_actions_have_no_keys(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.show_stage(Stage.CLOSING)
    with qtbot.assertNotEmitted(screen.answer_toggled), qtbot.assertNotEmitted(screen.skip_requested):
        QTest.keyClick(screen, Qt.Key.Key_Space)
        QTest.keyClick(screen, Qt.Key.Key_S)


def test_captions_show_their_line(screen: InterviewScreen, qtbot: QtBot) -> None:
    line, switch = named(screen, "Captions"), named(screen, "Live captions")
    assert isinstance(switch, QCheckBox)
    assert not line.isVisible()
    with qtbot.waitSignal(screen.captions_toggled) as signal:
        switch.click()
    assert signal.args == [True]
    screen.show_caption("so I would plot", "the curves")
    assert line.isVisible()
    assert line.accessibleDescription() == "so I would plot the curves"
    with qtbot.assertNotEmitted(screen.captions_toggled):
        screen.show_captions(False)
    assert not line.isVisible()


def test_cue_comes_and_goes(screen: InterviewScreen) -> None:
    screen.show_stage(Stage.ANSWERING)
    screen.show_cue("Keep talking")
    assert "Keep talking" in words_on(screen)
    screen.show_cue("")
    assert "Keep talking" not in words_on(screen)


def test_without_a_microphone_one_types(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.show_typed_answer()
    editor = named(screen, "Typed answer")
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isVisible()
    assert not named(screen, "Answer timer").isVisible()
    stop = button(screen, "Stop answer")
    assert not stop.isEnabled()
    editor.setFocus()
    QTest.keyClicks(editor, "a b s r")
    assert editor.toPlainText() == "a b s r"
    with qtbot.waitSignal(screen.answer_typed) as signal, qtbot.assertNotEmitted(screen.answer_toggled):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == ["a b s r"]
    screen.show_question(OVERFITTING, Heading(3, 5))
    assert editor.toPlainText() == ""
    screen.show_spoken_answer()
    assert named(screen, "Answer timer").isVisible()


@pytest.mark.parametrize("size", [(640, 400), (900, 640), (1280, 800)])
def test_clock_and_buttons_stay_in_sight(screen: InterviewScreen, qtbot: QtBot, size: tuple[int, int]) -> None:
    screen.show_question(replace(HOSTILE, text="A long question, " * 40), Heading(1, 1))
    screen.resize(*size)
    ring = named(screen, "Answer timer")
    for widget in (ring, button(screen, "Start answer"), button(screen, "Skip question")):
        qtbot.waitUntil(partial(_is_all_in_sight, widget))


def test_start_and_stop_are_one_button(screen: InterviewScreen) -> None:
    before = button(screen, "Start answer")
    screen.show_stage(Stage.ANSWERING)
    assert button(screen, "Stop answer") is before
    assert name_of(before) == "Stop answer"


def _is_all_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_the_answer_button_has_the_focus_when_the_screen_comes_up(qtbot: QtBot) -> None:
    screen = InterviewScreen()
    qtbot.addWidget(screen)
    screen.show_stage(Stage.READY)
    screen.show()
    qtbot.waitExposed(screen)
    focused = screen.focusWidget()
    assert focused is not None
    assert name_of(focused) == "Start answer"


def test_the_ring_is_round_under_the_programs_own_style(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    screen = InterviewScreen()
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    qtbot.waitExposed(screen)
    ring = screen.findChild(TimerRing)
    assert ring is not None
    assert ring.size() == ring.sizeHint()


def test_the_answer_has_the_focus_at_each_question_although_the_one_before_was_still_closing(
    screen: InterviewScreen, qtbot: QtBot
) -> None:
    screen.show_stage(Stage.CLOSING)
    screen.hide()
    screen.show()
    button(screen, "Pause").setFocus()
    screen.show_question(OVERFITTING, Heading(3, 5))
    screen.show_stage(Stage.ASKING)
    assert screen.focusWidget() is button(screen, "Start answer")
    button(screen, "Replay question").setFocus()
    screen.show_stage(Stage.READY)
    assert screen.focusWidget() is button(screen, "Replay question")


@pytest.mark.parametrize("size", [(640, 400), (1024, 700), (1280, 800)])
def test_an_open_story_beside_a_long_question_is_not_cut_by_the_clock(
    screen: InterviewScreen, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    screen.show_question(
        replace(OVERFITTING, text="Tell me about a time when something went wrong. " * 6), Heading(1, 1)
    )
    screen.story_hint.show_stories((a_story(1, OUTAGE * 4),))
    screen.story_hint.toggle()
    story, ring = named(screen, "Story"), named(screen, "Answer timer")

    def has_room() -> bool:
        """All of the story shows above the clock, or the clock stands beside it and there is enough to see of both."""
        seen_px = story.visibleRegion().boundingRect().height()
        right = story.mapTo(screen, story.rect().topRight()).x()
        stands_beside = right < ring.mapTo(screen, ring.rect().topLeft()).x()
        is_seen = stands_beside and seen_px > min(100, screen.height() // 4)
        return _is_all_in_sight(ring) and (is_seen or _is_all_in_sight(story))

    qtbot.waitUntil(has_room)


def test_twelve_lines_of_code_are_in_sight_in_a_small_window(screen: InterviewScreen, qtbot: QtBot) -> None:
    screen.resize(1024, 700)
    code = "\n".join(f"value_{number} = compute({number})" for number in range(12))
    screen.show_question(replace(OVERFITTING, code=code), Heading(1, 1))
    qtbot.waitUntil(partial(_is_all_in_sight, named(screen, "Code")))
