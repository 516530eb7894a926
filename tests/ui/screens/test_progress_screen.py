"""Curves of progress, and the same numbers as a table."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of, named, nameless
from tests.ui.samples import sample_points
from ui.screens.progress_screen import ProgressScreen
from ui.theme import apply_theme
from ui.widgets.trend_chart import TrendChart


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> ProgressScreen:
    apply_theme(qapp, "light")
    shown = ProgressScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def charts(screen: ProgressScreen) -> list[TrendChart]:
    return [chart for chart in screen.findChildren(TrendChart) if chart.isVisibleTo(screen)]


@pytest.mark.parametrize("count", [0, 1])
def test_before_two_interviews_there_is_a_sentence(screen: ProgressScreen, count: int) -> None:
    screen.show_progress(sample_points(count))
    assert charts(screen) == []
    words = [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen)]
    assert any("After two interviews" in text for text in words)


def test_four_curves_tell_every_value(screen: ProgressScreen) -> None:
    screen.show_progress(sample_points(12))
    assert [name_of(chart) for chart in charts(screen)] == [
        "Filler sounds over 12 interviews",
        "Pace over 12 interviews",
        "Within target over 12 interviews",
        "Time to the point over 12 interviews",
    ]
    assert "not measured" in charts(screen)[0].accessibleDescription()
    assert nameless(screen) == []
    assert not screen.grab().isNull()


def test_the_table_has_the_newest_on_top(screen: ProgressScreen) -> None:
    screen.show_progress(sample_points(12))
    show = named(screen, "Show the numbers")
    assert isinstance(show, QAbstractButton)
    show.click()
    table = named(screen, "Progress in numbers")
    assert isinstance(table, QTableWidget)
    assert table.isVisible()
    assert table.rowCount() == 12
    newest, third = table.item(0, 1), table.item(9, 1)
    assert newest is not None
    assert third is not None
    assert (newest.text(), third.text()) == ("4.7", "not measured")


def test_showing_again_replaces_the_curves(screen: ProgressScreen) -> None:
    screen.show_progress(sample_points(12))
    screen.show_progress(sample_points(3))
    assert name_of(charts(screen)[0]) == "Filler sounds over 3 interviews"
    screen.show_progress(())
    assert charts(screen) == []
