"""Progress: what one says, how, and when, with a table behind every chart."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.progress.period import Period, Practice
from simulator.progress.progress import Progress
from tests.simulator.progress.builders import TOPICS, some_progress
from tests.ui.names import named, nameless
from tests.ui.screen_text import has_words, press
from ui.screens.progress_screen import ProgressScreen
from ui.theme import apply_theme
from ui.widgets.data_table import DataTable


class Shown:
    """The screen, and showing something on it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.screen = ProgressScreen()
        qtbot.addWidget(self.screen)
        self.screen.resize(1072, 800)
        self.screen.show()

    def show(self, progress: Progress) -> ProgressScreen:
        with self._qtbot.waitSignal(self.screen.filled):
            self.screen.show_progress(progress)
        return self.screen


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Shown:
    apply_theme(qapp, "light")
    return Shown(qtbot)


def test_before_the_first_answer_there_is_a_sentence(shown: Shown) -> None:
    screen = shown.show(some_progress(0))
    assert has_words(screen, "Your progress will appear here after your first answers")
    assert screen.cards == ()


def test_everything_is_there_and_has_a_name(shown: Shown) -> None:
    screen = shown.show(some_progress())
    assert [card.name for card in screen.cards if card.chart.isVisibleTo(screen)] == [
        "Key points by topic", "Within target", "Pace", "Filler sounds", "Filler words", "Time to the point",
        "Length, guessed and measured", "Filler sounds, guessed and measured", "Days practised",
    ]  # fmt: skip
    assert not has_words(screen, "left out")
    assert nameless(screen) == []
    assert not screen.grab().isNull()


def test_every_chart_has_a_table_behind_it(shown: Shown) -> None:
    screen = shown.show(some_progress())
    for card in screen.cards:
        press(screen, f"Show as table: {card.name}")
        table = named(card, f"{card.name} in numbers")
        assert isinstance(table, DataTable)
        assert table.rowCount() > 0
        assert table.isVisibleTo(screen)
        assert not card.chart.isVisibleTo(screen)
    assert nameless(screen) == []


def test_weak_topics_are_practised_together(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.show(some_progress())
    assert has_words(screen, "6 of 24 key points made, 4 contrary, in 8 answers")
    with qtbot.waitSignal(screen.practise_requested) as wanted:
        press(screen, "Practise these")
    assert wanted.args == [TOPICS[:2]]


def test_another_period_and_way_to_practise_are_asked_for(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.screen
    assert (screen.period, screen.practice) == (Period.THREE_MONTHS, Practice.EVERYTHING)
    for chip in ("Year", "Interviews"):
        with qtbot.waitSignal(screen.wish_changed):
            press(screen, chip)
    assert (screen.period, screen.practice) == (Period.YEAR, Practice.INTERVIEWS)


def test_what_was_judged_otherwise_is_told_with_a_way_to_mend_it(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.show(some_progress(left_out=7))
    assert has_words(screen, "7 answers from this period were analysed by an earlier version")
    with qtbot.waitSignal(screen.rules_requested):
        press(screen, "Re-analyse past answers…")


def test_a_point_opens_its_answer(shown: Shown, qtbot: QtBot) -> None:
    screen = shown.show(some_progress())
    chart = screen.cards[2].chart
    with qtbot.waitSignal(screen.answer_opened) as opened:
        chart.answer_opened.emit(chart.spots[0].answer)
    assert opened.args == [1]


def test_showing_again_replaces_what_was_there(shown: Shown) -> None:
    shown.show(some_progress())
    screen = shown.show(some_progress(3))
    assert len(screen.cards[2].chart.spots) == 3
    shown.show(some_progress(0))
    assert not any(card.isVisibleTo(screen) for card in screen.cards)
