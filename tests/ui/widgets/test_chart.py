"""Charts by keyboard, by mouse, and to a screen reader."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.simulator.progress.builders import some_progress
from tests.ui.names import name_of
from ui.widgets.chart import Chart
from ui.widgets.heat_map import HeatMap
from ui.widgets.practice_calendar import PracticeCalendarView
from ui.widgets.trend_chart import TrendChart
from ui.words.trends import guess_trends, spoken_trends

Made = TypeVar("Made", bound=Chart)


@pytest.fixture
def curve(qtbot: QtBot) -> TrendChart:
    made = TrendChart()
    made.show_trend(spoken_trends(some_progress())[1])
    return shown(qtbot, made, 420, 132)


@pytest.fixture
def heat_map(qtbot: QtBot) -> HeatMap:
    made, progress = HeatMap(), some_progress()
    made.show_rows(progress.topics, progress.stretches)
    return shown(qtbot, made, 700, 140)


def shown(qtbot: QtBot, chart: Made, width: int, height: int) -> Made:
    qtbot.addWidget(chart)
    chart.resize(width, height)
    chart.show()
    chart.activateWindow()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(chart.hasFocus)
    return chart


def test_a_curve_tells_every_value_and_then_the_point_one_stands_on(curve: TrendChart) -> None:
    assert name_of(curve) == "Pace, 12 points"
    assert curve.accessibleDescription() == "18 Mar 2026: 144 words per minute"  # the newest, where the keyboard begins
    curve.show_trend(spoken_trends(some_progress(3))[1])
    assert "14 Mar 2026: 172 words per minute; 16 Mar 2026" in curve.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrow_keys_go_through_a_curve_and_enter_opens_the_answer(curve: TrendChart, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(curve, Qt.Key.Key_Left)
    with qtbot.waitSignal(curve.answer_opened) as opened:
        QTest.keyClick(curve, key)
    assert opened.args == [11]
    for _ in range(20):
        QTest.keyClick(curve, Qt.Key.Key_Right)
    assert curve.current is curve.spots[-1]


def test_a_click_on_a_dot_opens_it_and_one_beside_opens_nothing(curve: TrendChart, qtbot: QtBot) -> None:
    first = curve.area_of(curve.spots[0]).center().toPoint()
    with qtbot.waitSignal(curve.answer_opened) as opened:
        QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=first)
    assert opened.args == [1]
    with qtbot.assertNotEmitted(curve.answer_opened):
        QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(5, 120))


def test_the_map_is_walked_row_by_row_and_week_by_week(heat_map: HeatMap, qtbot: QtBot) -> None:
    assert heat_map.current is not None
    assert (heat_map.current.row, heat_map.current.column) == (0, 3)
    QTest.keyClick(heat_map, Qt.Key.Key_Left)
    QTest.keyClick(heat_map, Qt.Key.Key_Down)  # the topic below was asked about that week too
    assert heat_map.accessibleDescription().startswith("Transformers, Week of 9 Mar 2026: 4 of 6 key points made")
    with qtbot.waitSignal(heat_map.answer_opened) as opened:
        QTest.keyClick(heat_map, Qt.Key.Key_Return)
    assert opened.args == [3]
    QTest.keyClick(heat_map, Qt.Key.Key_Down)
    QTest.keyClick(heat_map, Qt.Key.Key_Down)
    assert heat_map.current.row == 2


def test_a_day_says_itself_and_opens_nothing(qtbot: QtBot) -> None:
    days = PracticeCalendarView()
    days.show_calendar(some_progress().calendar)
    shown(qtbot, days, 700, 150)
    assert name_of(days) == "Days practised"
    assert len(days.spots) == 12
    with qtbot.assertNotEmitted(days.answer_opened):
        QTest.keyClick(days, Qt.Key.Key_Return)
    assert days.current is not None
    assert days.current.words in days.accessibleDescription()


def test_every_chart_is_painted(curve: TrendChart, heat_map: HeatMap, qtbot: QtBot) -> None:
    guesses = shown(qtbot, TrendChart(), 420, 132)
    guesses.show_trend(guess_trends(some_progress())[0])
    for chart in (curve, heat_map, guesses):
        picture = chart.grab().toImage()
        assert len({picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(picture.height())}) > 6
