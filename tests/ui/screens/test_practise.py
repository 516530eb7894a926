"""Practise: choices made already, one press to begin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from question_bank.models import Role, Round
from simulator.settings import Settings
from simulator.store.records import SessionId, SessionSummary
from tests.ui.names import named, nameless
from ui.screens.practise import PractiseChoice, PractiseScreen
from ui.widgets.chips import ChipGroup
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
        "Speaking speed",
        "Start interview",
        "Quick drill",
    ],
)
def test_names_of_the_contract(screen: PractiseScreen, name: str) -> None:
    assert named(screen, name).isVisible()


def test_no_control_is_nameless(screen: PractiseScreen) -> None:
    assert nameless(screen) == []


def test_sensible_choices_are_made_already(screen: PractiseScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.start_requested) as signal:
        QTest.keyClick(screen, Qt.Key.Key_Return)
    assert signal.args == [PractiseChoice(Role.ML_ENGINEER, Round.MACHINE_LEARNING, 5)]


def test_settings_are_shown_in_silence(screen: PractiseScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.choice_changed), qtbot.assertNotEmitted(screen.voice_chosen):
        screen.show_settings(Settings(role=Role.CV_ENGINEER, round=Round.FINAL, question_count=8, voice_wpm=140))
    assert screen.choice == PractiseChoice(Role.CV_ENGINEER, Round.FINAL, 8)


def test_every_role_and_round_is_offered(screen: PractiseScreen) -> None:
    role, round_ = named(screen, "Role"), named(screen, "Round")
    assert isinstance(role, ChipGroup)
    assert isinstance(round_, ChipGroup)
    for value in Role:
        role.choose(value)
    for each in Round:
        round_.choose(each)


def test_changes_are_told_and_carried_to_the_start(screen: PractiseScreen, qtbot: QtBot) -> None:
    role, count = named(screen, "Role"), named(screen, "Number of questions")
    assert isinstance(role, ChipGroup)
    assert isinstance(count, QSpinBox)
    with qtbot.waitSignal(screen.choice_changed):
        role.chips[1].click()
    with qtbot.waitSignal(screen.choice_changed) as signal:
        count.setValue(3)
    assert signal.args == [PractiseChoice(Role.DATA_SCIENTIST, Round.MACHINE_LEARNING, 3)]


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
    with qtbot.waitSignal(screen.drill_requested):
        QTest.keyClick(screen, Qt.Key.Key_D)


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


def test_newcomer_is_told_how_long_it_takes(screen: PractiseScreen) -> None:
    screen.show_last(None)
    screen.show_minutes(14)
    assert any("takes about 14 minutes for 5 questions" in words for words in words_on(screen))
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


def test_everything_is_reachable_in_a_narrow_window(screen: PractiseScreen) -> None:
    screen.resize(560, 400)
    start = named(screen, "Start interview")
    assert start.visibleRegion().boundingRect().size() == start.size()
    for chip in screen.findChildren(QAbstractButton):
        assert chip.width() >= chip.sizeHint().width()
        assert chip.mapTo(screen, chip.rect().topRight()).x() < screen.width()
