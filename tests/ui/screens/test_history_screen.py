"""All sessions, in pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui import samples
from tests.ui.names import named, nameless
from tests.ui.samples import sample_summary
from tests.ui.screen_text import press
from ui.screens.history_screen import HistoryScreen
from ui.theme import apply_theme


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> HistoryScreen:
    monkeypatch.setattr(samples, "NOW", datetime.now(UTC))
    apply_theme(qapp, "light")
    shown = HistoryScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def sessions(screen: HistoryScreen) -> QAbstractItemView:
    found = named(screen, "Sessions")
    assert isinstance(found, QAbstractItemView)
    return found


def rows(screen: HistoryScreen) -> list[str]:
    model = sessions(screen).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_empty_it_says_what_will_be_here(screen: HistoryScreen) -> None:
    words = [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)]
    assert any("No interviews yet" in text for text in words)


def test_each_row_says_role_round_day_and_figures(screen: HistoryScreen) -> None:
    screen.show_sessions([sample_summary(3), sample_summary(7, days_ago=400)], more=False)
    first, second = rows(screen)
    assert first.startswith("ML engineer · System design, Today, ")
    assert first.endswith("3 answers · 3 of 3 within target · 5.1 filler sounds a minute")
    assert "filler" not in second
    assert nameless(screen) == []


def test_pages_are_added_below(screen: HistoryScreen) -> None:
    screen.show_sessions([sample_summary(number) for number in range(50, 40, -1)], more=True)
    screen.show_sessions([sample_summary(number) for number in range(40, 35, -1)], more=False)
    assert len(rows(screen)) == 15
    screen.clear_sessions()
    assert rows(screen) == []


def test_more_is_asked_for_at_the_end(screen: HistoryScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.more_requested):
        screen.show_sessions([sample_summary(number) for number in range(50)], more=True)
        sessions(screen).scrollToBottom()


def test_enter_and_click_open_a_session(screen: HistoryScreen, qtbot: QtBot) -> None:
    screen.show_sessions([sample_summary(5), sample_summary(4)], more=False)
    view = sessions(screen)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(screen.session_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [4]
    with qtbot.waitSignal(screen.session_opened) as opened:
        place = view.visualRect(view.model().index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [5]


def test_search_is_told_once_typing_pauses(screen: HistoryScreen, qtbot: QtBot) -> None:
    told: list[str] = []
    screen.search_changed.connect(told.append)
    with qtbot.waitSignal(screen.search_changed):
        QTest.keyClicks(named(screen, "Search"), "gradient")
    assert told == ["gradient"]
    with qtbot.waitSignal(screen.search_changed):
        QTest.keyClick(named(screen, "Search"), Qt.Key.Key_Escape)
    assert told == ["gradient", ""]


def test_ten_thousand_sessions_scroll_to_the_last(screen: HistoryScreen) -> None:
    for first in range(0, 10_000, 500):
        screen.show_sessions([sample_summary(number) for number in range(first, first + 500)], more=True)
    bar = sessions(screen).verticalScrollBar()
    for step in range(1, 21):
        bar.setValue(bar.maximum() * step // 20)
        screen.grab()
    assert bar.maximum() > 10_000
    assert bar.value() == bar.maximum()


def test_delete_and_the_menu_ask_for_the_row_at_hand(screen: HistoryScreen) -> None:
    screen.show_sessions([sample_summary(5), sample_summary(4)], more=False)
    asked: list[int] = []
    screen.delete_requested.connect(asked.append)
    view = sessions(screen)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert asked == []
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert asked == [4]
    opened: list[int] = []
    screen.session_opened.connect(opened.append)
    actions = {action.text(): action for action in screen.menu_for(0).actions()}
    actions["Delete…"].trigger()
    actions["Open"].trigger()
    assert (asked, opened) == ([4, 5], [5])


def test_a_session_that_goes_leaves_its_day_to_the_next(screen: HistoryScreen) -> None:
    screen.show_sessions([sample_summary(5), sample_summary(4), sample_summary(3, days_ago=3)], more=False)
    screen.remove_session(5)
    assert [row.heads_day for row in screen._model.values] == [True, True]
    screen.remove_session(99)
    assert [row.session.id for row in screen._model.values] == [4, 3]
    for session in (3, 4):
        screen.remove_session(session)
    assert any("No interviews yet" in label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def test_the_interview_at_hand_can_be_exported_or_copied(screen: HistoryScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.export_requested) as exported:
        press(screen, "Export…")
    assert exported.args == [None]
    screen.show_sessions([sample_summary(5), sample_summary(4)], more=False)
    view = sessions(screen)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(screen.export_requested) as exported:
        press(screen, "Export…")
    assert exported.args == [4]
    actions = {action.text(): action for action in screen.menu_for(0).actions()}
    with qtbot.waitSignal(screen.export_requested) as exported:
        actions["Export…"].trigger()
    with qtbot.waitSignal(screen.copy_requested) as copied:
        actions["Copy as text"].trigger()
    assert exported.args == copied.args == [5]
