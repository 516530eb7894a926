"""The legend of the marks, and what it takes off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.names import name_of, nameless
from tests.ui.parts import Told
from ui.widgets.mark_legend import MarkLegend
from ui.words.answer_marks import AnswerMark, MarkKind

MARKS = [AnswerMark(kind, float(number), number + 0.5) for number, kind in enumerate(MarkKind)]


@pytest.fixture
def legend(qtbot: QtBot) -> MarkLegend:
    shown = MarkLegend()
    qtbot.addWidget(shown)
    shown.resize(700, 80)
    shown.show_marks([*MARKS, AnswerMark(MarkKind.FILLER, 20.0, 20.4)])
    return shown


def test_it_names_each_kind_that_is_there_with_its_count(legend: MarkLegend) -> None:
    assert nameless(legend) == []
    assert name_of(legend.chip(MarkKind.FILLER)) == "Fillers 2"
    assert name_of(legend.chip(MarkKind.STOP)) == "Could have stopped here"
    legend.show_marks(MARKS[:1])
    assert [kind for kind in MarkKind if legend.chip(kind).isVisibleTo(legend)] == [MarkKind.FILLER]
    legend.show_marks(())
    assert legend.isHidden()


def test_a_press_takes_a_kind_off_and_puts_it_on_again(legend: MarkLegend) -> None:
    told, chip = Told(legend.hidden_changed), legend.chip(MarkKind.PAUSE)
    shown = chip.grab().toImage()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert chip.grab().toImage() != shown
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert told == [frozenset({MarkKind.PAUSE}), frozenset()]


def test_what_is_taken_off_stays_so_for_the_next_answer(legend: MarkLegend) -> None:
    legend.chip(MarkKind.HEDGE).click()
    legend.show_marks(MARKS)
    assert legend.hidden == {MarkKind.HEDGE}
