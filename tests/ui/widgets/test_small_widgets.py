"""Buttons, meters, figures and notices: what they tell, and what a press does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of, named, nameless
from tests.ui.samples import sample_report, sample_transcript
from ui.theme import apply_theme
from ui.widgets.button import Button, IconButton, Switch
from ui.widgets.caption_line import CaptionLine
from ui.widgets.figure_card import FigureCard
from ui.widgets.key_sheet import KeySheet
from ui.widgets.level_meter import LevelMeter
from ui.widgets.level_strip import LevelStrip
from ui.widgets.nav_rail import NavButton, NavRail
from ui.widgets.select import Select, Stepper
from ui.widgets.text import Text
from ui.widgets.transcript_view import TranscriptView
from ui.widgets.waveform import Waveform


def test_button_is_named_by_its_text_and_described_by_its_key(qtbot: QtBot) -> None:
    button = Button("Skip question", "S")
    qtbot.addWidget(button)
    assert name_of(button) == "Skip question"
    assert button.accessibleDescription() == "Key: S"
    assert button.sizeHint().width() > Button("Skip question").sizeHint().width()


@pytest.mark.parametrize("look", ["primary", "plain", "quiet", "link"])
def test_every_look_paints_in_every_state(qapp: QApplication, qtbot: QtBot, look: str) -> None:
    apply_theme(qapp, "light")
    button = Button("Play", "K", look, icon_name="play")  # type: ignore[arg-type]  # one of the four looks
    qtbot.addWidget(button)
    for is_enabled in (True, False):
        button.setEnabled(is_enabled)
        assert not button.grab().isNull()


def test_enter_presses_a_button_once(qtbot: QtBot) -> None:
    button = Button("Play")
    qtbot.addWidget(button)
    presses: list[str] = []
    button.clicked.connect(lambda: presses.append("pressed"))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert presses == ["pressed"]


def test_ring_shows_for_the_keyboard_only(qtbot: QtBot) -> None:
    button = Button("Play")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert not button.is_ring_shown
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.is_ring_shown


def test_icon_button_has_a_name_and_enter_presses_it(qtbot: QtBot) -> None:
    button = IconButton("x", "Dismiss notice")
    qtbot.addWidget(button)
    assert name_of(button) == "Dismiss notice"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_switch_is_a_check_box_that_can_be_pressed_anywhere(qtbot: QtBot) -> None:
    switch = Switch("Live captions")
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.toggled) as signal:
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(5, switch.height() // 2))
    assert signal.args == [True]


@pytest.mark.parametrize(("level", "percent"), [(0.0, 0), (0.5, 50), (1.0, 100), (1.7, 100), (-1.0, 0)])
def test_meter_says_percent(qtbot: QtBot, level: float, percent: int) -> None:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.show_level(level)
    assert (name_of(meter), meter.value()) == ("Microphone level", percent)


def test_strip_takes_levels_out_of_range(qtbot: QtBot) -> None:
    strip = LevelStrip()
    qtbot.addWidget(strip)
    quiet = strip.grab().toImage()
    strip.push(7.0)
    loud = strip.grab().toImage()
    assert loud != quiet
    strip.clear()
    assert strip.grab().toImage() == quiet


def test_figure_card_tells_figure_unit_and_note(qtbot: QtBot) -> None:
    card = FigureCard("Pace")
    qtbot.addWidget(card)
    card.show_figure("148", "words per minute", "in the band 110–165", "green")
    assert name_of(card) == "Pace: 148 words per minute"
    assert "● in the band 110–165" in [text.text() for text in card.findChildren(Text)]


def test_figure_asks_for_its_explanation(qtbot: QtBot) -> None:
    card = FigureCard("Pace")
    qtbot.addWidget(card)
    card.show()
    about = named(card, "About Pace")
    assert isinstance(about, QPushButton)
    assert about.isHidden()
    card.offer_explanation(True)
    with qtbot.waitSignal(card.explanation_toggled) as wanted:
        about.click()
    assert wanted.args == [True]
    with qtbot.waitSignal(card.explanation_toggled) as wanted:
        card.close_explanation()
    assert wanted.args == [False]


def test_select_offers_and_chooses_in_silence(qtbot: QtBot) -> None:
    select = Select("Voice")
    qtbot.addWidget(select)
    with qtbot.assertNotEmitted(select.currentIndexChanged):
        select.show_options((("One", 1), ("Two", 2)), 2)
    assert select.currentData() == 2
    assert not select.choose(9)
    assert select.currentData() == 2
    select.show_options((), None)
    assert not select.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no popup offscreen
@pytest.mark.parametrize("count", [2, 5, 10, 25])
def test_the_list_of_a_select_shows_its_last_entry_whole(qtbot: QtBot, qapp: QApplication, count: int) -> None:
    apply_theme(qapp, "light")
    select = Select("Voice")
    qtbot.addWidget(select)
    select.show_options(tuple((f"Voice {number}", number) for number in range(count)), count - 1)
    select.show()
    select.showPopup()
    view = select.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(view.model().index(count - 1, 0))
    assert last.height() >= 32
    assert view.viewport().rect().contains(last)
    select.hidePopup()


def test_wheel_changes_neither_choice_nor_number(qtbot: QtBot) -> None:
    select, stepper = Select("Voice"), Stepper("Speed", 1, 9)
    select.show_options((("One", 1), ("Two", 2)), 1)
    stepper.show_value(5)
    for widget in (select, stepper):
        qtbot.addWidget(widget)
        QApplication.sendEvent(widget, _wheel_down())
    assert (select.currentData(), stepper.value()) == (1, 5)


def test_wheel_over_recording_and_words_is_left_to_the_page(qtbot: QtBot) -> None:
    waveform, transcript = Waveform(), TranscriptView()
    waveform.show_peaks((0.5,) * 20, 60.0)
    transcript.show_answer(sample_transcript(), sample_report())
    sought: list[float] = []
    waveform.seek_requested.connect(sought.append)
    for widget in (waveform, transcript):
        qtbot.addWidget(widget)
        turned = _wheel_down()
        QApplication.sendEvent(widget.viewport() if isinstance(widget, TranscriptView) else widget, turned)
        assert not turned.isAccepted()
    assert sought == []


def test_stepper_keeps_within_its_range(qtbot: QtBot) -> None:
    stepper = Stepper("Number of questions", 1, 20)
    qtbot.addWidget(stepper)
    stepper.show_value(99)
    assert stepper.value() == 20
    assert name_of(stepper) == "Number of questions"


def test_captions_keep_the_newest_words(qtbot: QtBot) -> None:
    line = CaptionLine()
    qtbot.addWidget(line)
    line.resize(300, 30)
    line.show_words("word " * 80, "at last")
    settled, tentative = line._fitting(line.fontMetrics(), 300)
    assert settled.startswith("… ")
    assert tentative == "at last"
    assert line.fontMetrics().horizontalAdvance(settled + tentative) <= 300
    assert not line.grab().isNull()


def test_rail_names_its_places_even_when_narrow(qtbot: QtBot) -> None:
    rail = NavRail(("Practise", "History"))
    qtbot.addWidget(rail)
    wide = rail.minimumWidth()
    rail.set_narrow(True)
    assert rail.minimumWidth() < wide
    history = named(rail, "History")
    assert isinstance(history, NavButton)
    with qtbot.waitSignal(rail.place_chosen) as signal:
        history.click()
    assert signal.args == ["History"]
    assert history.is_current


def test_key_sheet_names_every_key_of_the_contract(qtbot: QtBot) -> None:
    sheet = KeySheet()
    qtbot.addWidget(sheet)
    assert sheet.windowTitle() == "Keys"
    shown = " ".join(name_of(widget) for widget in sheet.findChildren(QWidget)).split()
    for key in (
        "Space",
        "R",
        "N",
        "S",
        "Esc",
        "Ctrl+1…5",
        "Ctrl+F",
        "Ctrl+K",
        "Ctrl+Z",
        "F1",
        "?",
        "K",
        "J",
        "L",
        ",",
        ".",
        "-",
    ):
        assert key in shown
    assert nameless(sheet) == []


def _wheel_down() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
