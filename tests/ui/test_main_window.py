"""The window: five places, their keys, and an interview that takes it whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import named, nameless
from ui.main_window import PLACES, MainWindow
from ui.messages import Message, MessageKind, Messages
from ui.widgets.command_palette import CommandPalette
from ui.widgets.nav_rail import NavButton

CONTROL = Qt.KeyboardModifier.ControlModifier


class Screen(QWidget):
    """A screen with a search field, if wanted."""

    def __init__(self, has_search: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.search = QLineEdit()
        self.search.setAccessibleName("Search")
        self.search.setVisible(has_search)
        if has_search:
            column.addWidget(self.search)


@pytest.fixture
def screens() -> dict[str, Screen]:
    return {name: Screen(has_search=name in ("History", "Questions")) for name in PLACES}


@pytest.fixture
def window(qtbot: QtBot, screens: dict[str, Screen]) -> MainWindow:
    made = MainWindow(Messages())
    qtbot.addWidget(made)
    for name, screen in screens.items():
        made.add_place(name, screen)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_title_and_names_of_the_contract(window: MainWindow) -> None:
    assert window.windowTitle() == "Viva Voce"
    assert PLACES == ("Practise", "History", "Progress", "Questions", "Settings")
    for name in PLACES:
        assert isinstance(named(window, name), QPushButton)
    assert nameless(window) == []


def test_opens_at_practise(window: MainWindow, screens: dict[str, Screen]) -> None:
    assert window.place == "Practise"
    assert window.screen_shown is screens["Practise"]


def test_window_may_be_small(window: MainWindow) -> None:
    assert window.minimumWidth() <= 640
    assert window.minimumHeight() <= 400


@pytest.mark.parametrize(("number", "name"), list(enumerate(PLACES, start=1)))
def test_control_and_number_go_to_a_place(
    window: MainWindow, screens: dict[str, Screen], qtbot: QtBot, number: int, name: str
) -> None:
    with qtbot.waitSignal(window.place_chosen) as signal:
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
    assert signal.args == [name]
    assert window.screen_shown is screens[name]


def test_click_goes_to_a_place(window: MainWindow, screens: dict[str, Screen], qtbot: QtBot) -> None:
    history = named(window, "History")
    assert isinstance(history, NavButton)
    with qtbot.waitSignal(window.place_chosen):
        history.click()
    assert window.screen_shown is screens["History"]
    assert history.is_current


def test_place_keeps_what_it_showed_last(window: MainWindow, screens: dict[str, Screen]) -> None:
    feedback = Screen()
    window.show_screen(feedback, "Practise")
    window.show_place("History")
    window.show_place("Practise")
    assert window.screen_shown is feedback
    window.show_screen(screens["Practise"], "Practise")
    assert window.screen_shown is screens["Practise"]


def test_interview_takes_the_whole_window(window: MainWindow, screens: dict[str, Screen], qtbot: QtBot) -> None:
    interview = Screen()
    window.show_screen(interview, is_whole_window=True)
    assert window.screen_shown is interview
    assert not named(window, "Practise").isVisible()
    with qtbot.assertNotEmitted(window.place_chosen):
        QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.screen_shown is interview
    window.show_place("Practise")
    assert named(window, "Practise").isVisible()
    assert window.screen_shown is screens["Practise"]


def test_control_f_finds_the_search_of_the_screen(window: MainWindow, screens: dict[str, Screen]) -> None:
    window.show_place("Questions")
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert screens["Questions"].search.hasFocus()


def test_control_f_goes_to_history_where_there_is_no_search(window: MainWindow, screens: dict[str, Screen]) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.place == "History"
    assert screens["History"].search.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_key_sheet_opens_and_escape_closes_it(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(window, key)
    sheet = window.findChild(QDialog)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.windowTitle() == "Keys"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_palette_goes_to_a_place_that_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.waitUntil(palette.isVisible)
    QTest.keyClicks(named(palette, "Command"), "sett")
    QTest.keyClick(named(palette, "Command"), Qt.Key.Key_Return)
    assert window.place == "Settings"
    assert not palette.isVisible()


def test_over_the_whole_window_the_palette_leads_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen(Screen(), is_whole_window=True)
    window.show_commands()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(named(palette, "Command"), "settings")
    QTest.keyClick(named(palette, "Command"), Qt.Key.Key_Return)
    assert window.place == "Practise"


def test_notice_is_shown_above_whatever_is_on(window: MainWindow) -> None:
    window.show_screen(Screen(), is_whole_window=True)
    actions = (("Recover", lambda: None),)
    window.messages.tell(Message(MessageKind.ANSWER_CUT_OFF, "An answer was being recorded.", actions))
    assert window.notice.isVisible()
    assert named(window, "Recover").isVisible()


def test_rail_gets_narrow_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    practise = named(window, "Practise")
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    wide = practise.width()
    window.resize(700, 500)
    qtbot.waitUntil(lambda: practise.width() < wide)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: practise.width() == wide)


def test_closing_is_told_before_the_window_goes(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_window_and_screens_paint_without_sound_numbers_or_yaml() -> None:
    code = (
        "import sys, ui.main_window\n"
        "import ui.screens.practise_screen, ui.screens.interview_screen, ui.screens.settings_screen\n"
        "heavy = {'PySide6.QtMultimedia', 'numpy', 'yaml', 'sqlite_utils', 'faster_whisper'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.strip() == "[]"


def test_the_first_window_fits_the_screen_with_its_title_bar(qtbot: QtBot) -> None:
    window = MainWindow(Messages())
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.height() < room.height()
    assert window.width() <= room.width()
