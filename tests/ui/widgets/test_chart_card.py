"""A chart and its table are the same numbers; the table is opened, read and copied by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.simulator.progress.builders import some_progress
from tests.ui.names import nameless
from tests.ui.screen_text import has_words, press
from ui.widgets.chart_card import TrendCard
from ui.widgets.data_table import DataTable
from ui.words.trends import spoken_trends


@pytest.fixture
def card(qtbot: QtBot) -> TrendCard:
    made = TrendCard("Pace")
    qtbot.addWidget(made)
    made.show_trend(spoken_trends(some_progress())[1])
    made.resize(480, 420)
    made.show()
    return made


def table_of(card: TrendCard) -> DataTable:
    press(card, "Show as table: Pace")
    (table,) = card.findChildren(DataTable)
    assert table.isVisible()
    return table


def test_the_table_takes_the_place_of_the_chart_and_goes_again(card: TrendCard) -> None:
    table = table_of(card)
    assert not card.chart.isVisible()
    assert table.rowCount() == 12
    assert nameless(card) == []
    press(card, "Show as chart: Pace")
    assert card.chart.isVisible()
    assert not table.isVisible()


def test_a_row_opens_its_answer(card: TrendCard, qtbot: QtBot) -> None:
    table = table_of(card)
    table.setCurrentCell(1, 0)
    with qtbot.waitSignal(card.answer_opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [11]
    place = table.visualRect(table.model().index(0, 0)).center()
    with qtbot.waitSignal(card.answer_opened) as opened:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [12]


@pytest.mark.parametrize("by_key", [True, False])
def test_the_table_is_copied_as_text(card: TrendCard, by_key: bool) -> None:
    table = table_of(card)
    QGuiApplication.clipboard().clear()
    if by_key:
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        press(card, "Copy the table: Pace")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Answer\tA minute\tMedian"
    assert lines[1].split("\t")[1:] == ["144", "156"]
    assert len(lines) == 13


def test_with_too_little_there_is_a_sentence_and_no_chart(card: TrendCard) -> None:
    card.show_trend(spoken_trends(some_progress(0))[1])
    assert has_words(card, "Not measured in this period.")
    assert not card.chart.isVisible()
    card.show_trend(spoken_trends(some_progress(4))[1])
    assert card.chart.isVisible()
