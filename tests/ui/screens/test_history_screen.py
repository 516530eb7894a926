"""The two tables of History: what stands in a row, and what keys and clicks ask for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from question_bank.models import Role
from simulator.light import Light
from simulator.store.history_view import Choices, Column, FoundAnswer, FoundSession, HistoryFilter, View
from simulator.store.records import AnswerId, SessionId
from tests.ui import samples
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.samples import sample_summary
from tests.ui.screen_text import has_words, press
from ui.screens.history_screen import HistoryScreen
from ui.theme import apply_theme
from ui.widgets.history_table import HistoryTable
from ui.widgets.label_dialog import LabelDialog


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


def found(number: int, **session: object) -> FoundSession:
    return FoundSession(sample_summary(number, **session))  # type: ignore[arg-type]


def an_answer(number: int = 7, session: int = 3, **changes: object) -> FoundAnswer:
    values: dict[str, object] = {
        "id": AnswerId(number), "session": sample_summary(session), "started_at": samples.NOW, "question_id": "dropout",
        "question_text": "What is dropout?", "duration_s": 112.0, "light": Light.AMBER,
        "filler_sounds_per_minute": None, "is_rambling": True, "key_points_covered": 2, "key_points_asked": 4,
        "key_points_contrary": 1,
    }  # fmt: skip
    return FoundAnswer(**(values | changes))  # type: ignore[arg-type]


def table(screen: HistoryScreen, name: str = "Sessions") -> HistoryTable:
    shown = named(screen, name)
    assert isinstance(shown, HistoryTable)
    return shown


def cells(screen: HistoryScreen, row: int, name: str = "Sessions") -> list[str]:
    model = table(screen, name).model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_empty_it_says_what_will_be_here(screen: HistoryScreen) -> None:
    assert not has_words(screen, "No interviews yet")  # nobody has looked so far
    screen.show_rows([], more=False)
    assert has_words(screen, "No interviews yet")
    assert not has_words(screen, "Clear")


def test_each_row_says_role_round_day_and_figures(screen: HistoryScreen) -> None:
    screen.show_rows([found(3), found(7, days_ago=400)], more=False)
    star, when, title, *figures = cells(screen, 0)
    assert star == "Not starred"
    assert when.startswith("Today, ")
    assert title.startswith("ML engineer · System design, Today, ")
    assert title.endswith("3 answers · 3 of 3 within target · 5.1 filler sounds per minute")
    assert figures == ["3", "3 of 3", "5.1 /min", "–"]
    assert cells(screen, 1)[5] == "–"
    assert nameless(screen) == []


def test_an_answer_says_how_it_went(screen: HistoryScreen) -> None:
    screen._view.chips[1].click()
    screen.show_rows([an_answer()], more=False)
    title, length, fillers, points = cells(screen, 0, "All answers")[2:]
    assert title.startswith("What is dropout? Today, ")
    assert title.endswith("1:52, a little over, 2 of 4 key points. Rambling. 1 point contradicted.")
    assert (length, fillers, points) == ("1:52 ▲", "–", "2 of 4")
    assert nameless(screen) == []


def test_pages_are_added_below(screen: HistoryScreen) -> None:
    screen.show_rows([found(number) for number in range(50, 40, -1)], more=True)
    screen.add_rows([found(number) for number in range(40, 35, -1)], more=False)
    assert [row.id for row in screen.rows] == list(range(50, 35, -1))


def test_more_is_asked_for_at_the_end(screen: HistoryScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.more_requested):
        screen.show_rows([found(number) for number in range(50)], more=True)
        table(screen).scrollToBottom()


def test_what_is_current_stays_so(screen: HistoryScreen) -> None:
    screen.show_rows([found(5), found(4), found(3)], more=False)
    table(screen).choose_row(1)
    screen.show_rows([found(6), found(5), found(4)], more=False)
    assert table(screen).current_row() == 2


def test_enter_and_click_open(screen: HistoryScreen) -> None:
    screen.show_rows([found(5), found(4)], more=False)
    opened = Told(screen.opened)
    shown = table(screen)
    shown.choose_row(1)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    place = shown.visualRect(shown.model().index(0, 2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [one.summary.id for one in opened] == [4, 5]


def test_s_and_a_click_on_it_put_a_star_on(screen: HistoryScreen) -> None:
    screen.show_rows([found(5), found(4)], more=False)
    starred = Told(screen.starred)
    shown = table(screen)
    shown.choose_row(1)
    QTest.keyClick(shown, Qt.Key.Key_S)
    place = shown.visualRect(shown.model().index(0, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [(one.summary.id, is_on) for one, is_on in starred] == [(4, True), (5, True)]


def test_f2_asks_for_name_and_tags(screen: HistoryScreen) -> None:
    screen.show_rows([found(3)], more=False)
    labelled = Told(screen.labelled)
    table(screen).choose_row(0)
    QTest.keyClick(table(screen), Qt.Key.Key_F2)
    dialog = screen.findChild(LabelDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    name, tags = named(dialog, "Name"), named(dialog, "Tags")
    assert isinstance(name, QLineEdit)
    assert isinstance(tags, QLineEdit)
    assert name.placeholderText() == "ML engineer · System design"
    name.setText(" Acme ")
    tags.setText("#acme, second try, ")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert labelled == [(3, "Acme", ("acme", "second try"))]


def test_headings_sort_and_turn_round(screen: HistoryScreen) -> None:
    changed = Told(screen.request_changed)
    shown = table(screen, "Sessions") if screen.rows else screen._tables[View.SESSIONS]
    asked = []
    for column in (Column.FILLERS, Column.FILLERS, Column.POINTS):
        shown.heading_pressed.emit(column)
        asked.append((screen.request.column, screen.request.is_descending))
    assert asked == [(Column.FILLERS, False), (Column.FILLERS, True), (Column.POINTS, True)]
    assert len(changed) == 3
    headings = [shown.model().headerData(number, Qt.Orientation.Horizontal) for number in range(7)]
    assert headings[-1] == "Key points ↓"


def test_by_keys_rows_are_sorted_with_a_list(screen: HistoryScreen) -> None:
    press(screen, "Filters and sorting")
    sort = screen.filters._sort
    sort.setCurrentIndex(sort.findText("Title ↑"))
    assert (screen.request.column, screen.request.is_descending) == (Column.TITLE, False)
    screen._view.chips[1].click()
    assert (screen.request.view, screen.request.column) == (View.ANSWERS, Column.WHEN)
    assert nameless(screen) == []


def test_filters_are_asked_for_said_and_cleared(screen: HistoryScreen) -> None:
    press(screen, "Filters and sorting")
    role = screen.filters.select("role")
    role.setCurrentIndex(role.findData(Role.ML_ENGINEER))
    dates = screen.filters.select("dates")
    dates.setCurrentIndex(dates.findText("Between two days"))
    wanted = screen.request.wanted
    assert wanted.role == Role.ML_ENGINEER
    assert wanted.since is not None
    assert wanted.until is not None
    assert (wanted.until - wanted.since).days in (0, 1)  # a day of 23 hours once a year
    assert has_words(screen, "ML engineer · Between two days")
    screen.show_rows([], more=False)
    assert has_words(screen, "Nothing matches.")
    press(screen, "Clear search and filters")
    assert screen.request.wanted == HistoryFilter()


def test_what_there_is_can_be_chosen(screen: HistoryScreen) -> None:
    screen.show_choices(Choices(("found.statistics",), (("q2", "Why?"), ("q1", "How?")), ("acme",)))
    question, tag = screen.filters.select("question_id"), screen.filters.select("tag")
    assert [question.itemText(row) for row in range(question.count())] == ["Any question", "How?", "Why?"]
    tag.setCurrentIndex(1)
    assert screen.request.wanted.tag == "acme"
    screen.filters.choose_question("q3", "Where?")
    assert screen.request.wanted.question_id == "q3"


def test_search_is_told_once_typing_pauses(screen: HistoryScreen, qtbot: QtBot) -> None:
    named(screen, "Search").setFocus()
    with qtbot.waitSignal(screen.request_changed):
        QTest.keyClicks(named(screen, "Search"), "gradient")
    assert screen.request.search == "gradient"
    with qtbot.waitSignal(screen.request_changed):
        QTest.keyClick(named(screen, "Search"), Qt.Key.Key_Escape)
    assert screen.request.search == ""


def test_a_row_that_was_searched_for_shows_the_words(screen: HistoryScreen) -> None:
    screen.show_rows([FoundSession(sample_summary(3), AnswerId(4), "by \x02gradient\x03 descent")], more=False)
    assert cells(screen, 0)[2].endswith("Found: by gradient descent")
    assert not screen.grab().isNull()


def test_delete_and_the_menu_ask_for_the_row_at_hand(screen: HistoryScreen) -> None:
    screen.show_rows([found(5), found(4)], more=False)
    asked, opened = Told(screen.delete_requested), Told(screen.opened)
    shown = table(screen)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert asked == []
    shown.choose_row(1)
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    actions = {action.text(): action for action in screen.menu_for(0).actions()}
    for name in ("Delete", "Open", "Add star"):
        actions[name].trigger()
    assert [one.summary.id for one in asked] == [4, 5]
    assert [one.summary.id for one in opened] == [5]


def test_what_goes_leaves_the_next_row_current(screen: HistoryScreen) -> None:
    screen.show_rows([found(5), found(4), found(3)], more=False)
    screen.remove(SessionId(4))
    assert table(screen).current_row() == 1
    screen.remove(SessionId(99))
    screen.remove(SessionId(3), AnswerId(3))  # an answer, and it is sessions that are shown
    assert [row.id for row in screen.rows] == [5, 3]
    for session in (3, 5):
        screen.remove(SessionId(session))
    assert has_words(screen, "No interviews yet")


def test_answers_go_alone_or_with_their_session(screen: HistoryScreen) -> None:
    screen._view.chips[1].click()
    screen.show_rows([an_answer(number, session) for number, session in ((9, 4), (8, 3), (7, 3))], more=False)
    screen.remove(SessionId(3), AnswerId(8))
    assert [row.id for row in screen.rows] == [9, 7]
    screen.remove(SessionId(3))
    assert [row.id for row in screen.rows] == [9]


def test_narrow_figures_go_before_the_title(screen: HistoryScreen, qtbot: QtBot) -> None:
    screen.show_rows([found(3)], more=False)
    screen.resize(700, 600)
    shown = table(screen)
    qtbot.waitUntil(lambda: shown.isColumnHidden(4))
    assert shown.columnWidth(2) >= 200
    screen.resize(1072, 800)
    qtbot.waitUntil(lambda: not shown.isColumnHidden(4))


def test_the_row_under_the_pointer_is_told_from_others(screen: HistoryScreen) -> None:
    screen.show_rows([found(3), found(2)], more=False)
    shown = table(screen)
    QTest.mouseMove(shown.viewport(), shown.visualRect(shown.model().index(1, 2)).center())
    assert shown.hot_row == 1
    QTest.mouseMove(shown.viewport(), QPoint(5, shown.viewport().height() - 2))
    assert shown.hot_row == -1


def test_the_interview_at_hand_can_be_exported_or_copied(screen: HistoryScreen) -> None:
    exported, copied = Told(screen.export_requested), Told(screen.copy_requested)
    press(screen, "Export…")
    assert exported == [None]
    screen.show_rows([found(5), found(4)], more=False)
    table(screen).choose_row(1)
    press(screen, "Export…")
    assert exported == [None, 4]
    actions = {action.text(): action for action in screen.menu_for(0).actions()}
    for name in ("Export…", "Copy as text"):
        actions[name].trigger()
    assert (exported, copied) == ([None, 4, 5], [5])
