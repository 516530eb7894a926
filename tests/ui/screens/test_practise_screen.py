"""Practise: choices made already, one press to begin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QProgressBar, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from question_bank.models import Role, Round
from simulator.drills.catalogue import DRILLS
from simulator.drills.quick import QUICK
from simulator.interview.plan import Level, Wish
from simulator.own_work.own_work import OwnWork
from simulator.settings import Settings
from simulator.store.records import SessionId, SessionSummary
from tests.ui.names import name_of, named, nameless
from tests.ui.samples import MUTABLE_DEFAULT, OVERFITTING
from ui.screens.practise_screen import PractiseScreen
from ui.theme import apply_theme
from ui.widgets.chips import ChipGroup
from ui.widgets.drill_menu import DrillMenu
from ui.widgets.page import ScrollColumn
from ui.widgets.select import Select
from ui.widgets.text import Text


@dataclass(frozen=True)
class Device:
    """A microphone or a voice, as far as the screen needs to know it."""

    id: str
    name: str
    is_default: bool = False
    language: str = "en"


DESK: Final = Device("desk", "Desk microphone")
HEADSET: Final = Device("headset", "<b>Headset</b>")
LAST: Final = SessionSummary(
    id=SessionId(2),
    started_at=datetime.now(UTC) - timedelta(days=1),
    ended_at=None,
    role=Role.ML_ENGINEER,
    round=Round.MACHINE_LEARNING,
    answer_count=5,
    question_texts=(),
    within_target=4,
    timed_answers=5,
    answered_s=300.0,
    filler_sounds_per_minute=3.2,
    time_to_point_s=11.0,
)


@pytest.fixture
def screen(qtbot: QtBot) -> PractiseScreen:
    made = PractiseScreen()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def words_on(screen: QWidget) -> list[str]:
    return [text.text() for text in screen.findChildren(Text) if text.isVisibleTo(screen)]


@pytest.mark.parametrize(
    "name",
    [
        "Role",
        "Round",
        "Number of questions",
        "Microphone",
        "Microphone level",
        "Voice",
        "Start interview",
        "Quick drill",
        "More drills",
        "More choices",
    ],
)
def test_names_of_the_contract(screen: PractiseScreen, name: str) -> None:
    assert named(screen, name).isVisible()


def test_no_control_is_nameless(screen: PractiseScreen) -> None:
    assert nameless(screen) == []


def test_sensible_choices_are_made_already(screen: PractiseScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.start_requested) as signal:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    assert signal.args == [Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5)]


def test_settings_are_shown_in_silence(screen: PractiseScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.choice_changed), qtbot.assertNotEmitted(screen.voice_chosen):
        screen.show_settings(Settings(role=Role.CV_ENGINEER, round=Round.FINAL, question_count=8, voice_wpm=140))
    assert screen.choice == Wish(Role.CV_ENGINEER, Round.FINAL, 8)


def test_every_role_and_round_is_offered(screen: PractiseScreen) -> None:
    role, round_ = named(screen, "Role"), named(screen, "Round")
    assert isinstance(role, ChipGroup)
    assert isinstance(round_, ChipGroup)
    for value in Role:
        role.choose(value)
    for each in (*Round, None):
        round_.choose(each)


def test_changes_are_told_and_carried_to_the_start(screen: PractiseScreen, qtbot: QtBot) -> None:
    role, count = named(screen, "Role"), named(screen, "Number of questions")
    assert isinstance(role, ChipGroup)
    assert isinstance(count, QSpinBox)
    with qtbot.waitSignal(screen.choice_changed):
        role.chips[1].click()
    with qtbot.waitSignal(screen.choice_changed) as signal:
        count.setValue(3)
    assert signal.args == [Wish(Role.DATA_SCIENTIST, Round.MACHINE_LEARNING, 3)]


def test_enter_on_a_chip_starts_and_on_a_button_presses_it(screen: PractiseScreen, qtbot: QtBot) -> None:
    role = named(screen, "Role")
    assert isinstance(role, ChipGroup)
    role.chips[0].setFocus()
    qtbot.waitUntil(role.chips[0].hasFocus)
    with qtbot.waitSignal(screen.start_requested):
        QTest.keyClick(role.chips[0], Qt.Key.Key_Return)
    drill = named(screen, "Quick drill")
    drill.setFocus()
    qtbot.waitUntil(drill.hasFocus)
    with qtbot.waitSignal(screen.drill_requested), qtbot.assertNotEmitted(screen.start_requested):
        QTest.keyClick(drill, Qt.Key.Key_Return)


def test_d_starts_a_drill(screen: PractiseScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.drill_requested) as signal:
        QTest.keyClick(screen, Qt.Key.Key_D)
    assert signal.args == [QUICK]


def test_microphones_are_offered_and_the_known_one_kept(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.show_settings(Settings(microphone_id="headset"))
    select = named(screen, "Microphone")
    assert isinstance(select, Select)
    assert not select.isEnabled()
    screen.show_microphones((DESK, HEADSET))  # type: ignore[arg-type]  # devices without Qt Multimedia
    assert select.isEnabled()
    assert select.currentData() == "headset"
    assert "<b>" not in select.toolTip()
    with qtbot.waitSignal(screen.microphone_chosen) as signal:
        select.setCurrentIndex(1)
        select.activated.emit(1)
    assert signal.args == ["desk"]
    screen.show_microphones((HEADSET,))  # type: ignore[arg-type]  # as above
    assert select.currentData() is None


def test_voice_and_speed_are_told_together(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.show_voices((Device("gb", "English (GB)"),))  # type: ignore[arg-type]  # voices look alike
    press(screen, "More choices")
    voice, speed = named(screen, "Voice"), named(screen, "Speaking speed")
    assert isinstance(voice, Select)
    assert isinstance(speed, QSpinBox)
    with qtbot.waitSignal(screen.voice_chosen) as signal:
        voice.setCurrentIndex(1)
        voice.activated.emit(1)
    assert signal.args == ["gb", 165]
    with qtbot.waitSignal(screen.voice_chosen) as signal:
        speed.setValue(140)
    assert signal.args == ["gb", 140]


def test_level_is_shown_with_words(screen: PractiseScreen) -> None:
    screen.show_level(0.62)
    screen.show_level_words("Good. I can hear you.", "green")
    meter = named(screen, "Microphone level")
    assert isinstance(meter, QProgressBar)
    assert meter.value() == 62
    assert "Good. I can hear you." in words_on(screen)


def chips(screen: PractiseScreen, name: str) -> ChipGroup:
    group = named(screen, name)
    assert isinstance(group, ChipGroup)
    return group


def press(screen: PractiseScreen, name: str) -> None:
    button = named(screen, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_more_choices_are_folded_away_and_summed_up(screen: PractiseScreen, qtbot: QtBot) -> None:
    folded = ("Difficulty", "Topics", "Mode", "Length in", "Speaking speed")
    assert not any(name_of(widget) in folded for widget in screen.findChildren(QWidget))
    assert "Any level · all topics · feedback after each answer" in words_on(screen)
    press(screen, "More choices")
    assert all(named(screen, name).isVisible() for name in folded)
    assert nameless(screen) == []
    chips(screen, "Difficulty").chips[6].click()
    chips(screen, "Mode").chips[1].click()
    assert "From easy to hard · all topics · feedback at the end" in words_on(screen)
    assert (screen.choice.level, screen.choice.strict) == (Level.CLIMB, True)
    press(screen, "Fewer choices")
    assert not any(named(screen, name).isVisible() for name in folded)


def test_what_unfolds_scrolls_into_sight(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.resize(1072, 800)
    press(screen, "More choices")
    difficulty = named(screen, "Difficulty")
    qtbot.waitUntil(lambda: difficulty.visibleRegion().boundingRect().size() == difficulty.size())


def test_a_whole_loop_has_a_number_of_its_own(screen: PractiseScreen, qtbot: QtBot) -> None:
    count = named(screen, "Number of questions")
    assert isinstance(count, QSpinBox)
    with qtbot.waitSignal(screen.choice_changed) as signal:
        chips(screen, "Round").chips[7].click()
    assert signal.args == [Wish(Role.ML_ENGINEER, None, count.minimum())]
    assert count.value() == count.minimum() == len(Round)
    with qtbot.waitSignal(screen.choice_changed) as signal:
        chips(screen, "Round").chips[2].click()
    assert signal.args == [Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5)]


def test_a_length_in_minutes_takes_the_place_of_the_number(screen: PractiseScreen, qtbot: QtBot) -> None:
    press(screen, "More choices")
    with qtbot.waitSignal(screen.choice_changed) as signal:
        chips(screen, "Length in").chips[1].click()
    assert signal.args == [Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5, minutes=20)]
    assert named(screen, "Number of minutes").isVisible()
    assert not named(screen, "Number of questions").isVisible()
    screen.show_length(6, 19)
    assert "about 6 questions" in words_on(screen)


def test_topics_are_offered_and_the_chosen_one_stays(screen: PractiseScreen, qtbot: QtBot) -> None:
    press(screen, "More choices")
    select = named(screen, "Topics")
    assert isinstance(select, Select)
    screen.show_topics((("Foundations, all", ("found.f1", "found.roc-auc")), ("F1 score", ("found.f1",))))
    with qtbot.waitSignal(screen.choice_changed) as signal:
        select.setCurrentIndex(1)
        select.activated.emit(1)
    assert signal.args[0].topics == ("found.f1", "found.roc-auc")
    assert "Any level · Foundations, all · feedback after each answer" in words_on(screen)
    screen.show_topics((("Foundations, all", ("found.f1", "found.roc-auc")),))
    assert screen.choice.topics == ("found.f1", "found.roc-auc")
    screen.show_topics((("Nearest neighbours", ("ml.knn",)),))
    assert not screen.choice.topics


def test_every_choice_of_last_time_is_shown(screen: PractiseScreen) -> None:
    screen.show_settings(
        Settings(is_loop=True, loop_question_count=9, is_timed=True, minutes=45, level=Level.FOUR, strict=True)
    )
    assert screen.choice == Wish(Role.ML_ENGINEER, None, 9, 45, Level.FOUR, strict=True)
    screen.show_settings(Settings())
    assert screen.choice == Wish(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no popup offscreen
def test_other_drills_are_in_a_menu(screen: PractiseScreen, qtbot: QtBot) -> None:
    press(screen, "More drills")
    menu = screen.findChild(DrillMenu)
    assert isinstance(menu, DrillMenu)
    assert menu.isVisible()
    for action, drill in zip(menu.actions(), [drill for drill in DRILLS if drill is not QUICK], strict=True):
        with qtbot.waitSignal(screen.drill_requested) as signal:
            action.trigger()
        assert signal.args == [drill]


def test_cv_and_company_are_a_press_away(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.show_own_work(OwnWork())
    with qtbot.waitSignal(screen.own_work_requested):
        press(screen, "Your CV and company")


def test_what_is_due_stands_first_once_there_is_a_last_time(screen: PractiseScreen, qtbot: QtBot) -> None:
    assert not any(name_of(widget) == "Due today" for widget in screen.findChildren(QWidget))
    screen.show_last(LAST)
    screen.show_due((), 0, 0)
    assert "Nothing due" in words_on(screen)
    screen.show_due((OVERFITTING, MUTABLE_DEFAULT), 2, 5)
    assert {"2 questions", "Overfitting\u00a0· Mutability in Python"} <= set(words_on(screen))
    with qtbot.waitSignal(screen.due_requested):
        press(screen, "Practise what is due")


@pytest.mark.parametrize("is_new", [True, False])
def test_nothing_needs_scrolling_in_an_ordinary_window(
    screen: PractiseScreen, qapp: QApplication, is_new: bool
) -> None:
    apply_theme(qapp, "light")
    screen.resize(1072, 800)  # what a window of 1280 by 800 leaves beside the navigation
    screen.show_last(None if is_new else LAST)
    if not is_new:
        screen.show_due((OVERFITTING, MUTABLE_DEFAULT), 2, 5)
    screen.show_length(5, 14)
    qapp.processEvents()
    (area,) = screen.findChildren(ScrollColumn)
    assert area.verticalScrollBar().maximum() == 0


def test_newcomer_is_told_how_long_it_takes(screen: PractiseScreen) -> None:
    screen.show_last(None)
    screen.show_length(5, 14)
    assert any("will take about 14 minutes for 5 questions" in words for words in words_on(screen))
    assert "about 14 minutes" in words_on(screen)


def test_last_time_is_compared_with_the_time_before(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.show_last(LAST, replace(LAST, filler_sounds_per_minute=4.3, time_to_point_s=9.0))
    qtbot.waitUntil(lambda: "4 of 5" in words_on(screen))
    words = words_on(screen)
    assert "Last time, yesterday" in words
    assert {"4 of 5", "3.2", "↓ 1.1", "11 s", "↑ 2 s"} <= set(words)
    assert not any("first interview" in text for text in words)


def test_what_was_not_measured_is_not_shown(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.show_last(replace(LAST, filler_sounds_per_minute=None, time_to_point_s=None))
    qtbot.waitUntil(lambda: "4 of 5" in words_on(screen))
    assert "Filler sounds" not in words_on(screen)
    screen.show_last(LAST)
    screen.show_last(LAST)
    qtbot.waitUntil(lambda: words_on(screen).count("Filler sounds") == 1)


def test_everything_is_reachable_in_a_narrow_window(screen: PractiseScreen, qtbot: QtBot) -> None:
    screen.resize(560, 400)
    press(screen, "More choices")
    fold = named(screen, "Fewer choices")
    qtbot.waitUntil(lambda: fold.width() >= fold.sizeHint().width())
    start = named(screen, "Start interview")
    assert start.visibleRegion().boundingRect().size() == start.size()
    for chip in (button for button in screen.findChildren(QAbstractButton) if button.isVisible()):
        assert chip.width() >= chip.sizeHint().width()
        assert chip.mapTo(screen, chip.rect().topRight()).x() < screen.width()
