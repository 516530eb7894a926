"""The screen of a comparison: all of it shows, by name, in two columns or below one another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from simulator.comparison.comparison import Comparison, compare
from simulator.store.records import SessionId
from simulator.store.takes import Take
from simulator.transcript import Transcript
from tests.simulator.comparison.takes import judged, saying, take
from tests.ui.names import named, nameless
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press, words_on
from ui.screens.compare_screen import CompareScreen
from ui.widgets.compared_transcript import ComparedTranscript
from ui.widgets.select import Select

TAKES = [Take(take(number).id, SessionId(1), take(number).started_at, number) for number in (1, 2, 3)]


def compared() -> Comparison:
    first, second = saying(1, "Plot the curves in practice."), saying(2, "I plot the curves.")
    before, after = judged(gap="made", curves="not"), judged(gap="made", curves="made")
    assert first.report is not None
    assert second.report is not None
    return compare(
        replace(first, report=replace(first.report, key_points=before.key_points)),
        replace(second, report=replace(second.report, key_points=after.key_points)),
    )


@pytest.fixture
def screen(qtbot: QtBot) -> CompareScreen:
    made = CompareScreen()
    qtbot.addWidget(made)
    made.resize(820, 700)
    made.show()
    qtbot.waitExposed(made)
    show(qtbot, made, compared())
    return made


def show(qtbot: QtBot, screen: CompareScreen, comparison: Comparison) -> None:
    """Up to its last part."""
    screen.show_takes(TAKES, (comparison.first, comparison.second))
    screen.show_comparison(comparison)
    qtbot.waitUntil(named(screen, "Copy as text").isEnabled)


def test_all_of_it_shows(screen: CompareScreen) -> None:
    assert screen.accessibleName() == "Compare"
    shown = words_on(screen)
    for words in ("How do you find out whether it is overfitting?", "Measures", "Key points", "What you said"):
        assert words in shown
    for words in ("gained", "kept", "= same", "Key points: 1 gained, 1 kept.", "2 words dropped, 1 new, 3 kept."):
        assert has_words(screen, words)
    assert nameless(screen) == []


def test_a_row_says_itself_to_a_screen_reader(screen: CompareScreen) -> None:
    assert named(screen, "Pace: 148 words per minute, then 148 words per minute: same")
    assert named(screen, "Gained: Plot learning curves for both (not heard, then made)")


def test_either_side_offers_every_answer_but_the_other_one(screen: CompareScreen) -> None:
    chosen = Told(screen.take_chosen)
    earlier, later = screen.findChildren(Select)
    assert [earlier.itemData(row) for row in range(earlier.count())] == [1, 3]
    assert [later.itemData(row) for row in range(later.count())] == [2, 3]
    later.activated.emit(1)
    assert chosen == [(1, 3)]


def test_each_answer_has_a_key(screen: CompareScreen) -> None:
    toggled, left = Told(screen.play_toggled), Told(screen.back_requested)
    QTest.keyClick(screen, Qt.Key.Key_2)
    QTest.keyClick(screen, Qt.Key.Key_1)
    assert toggled == [1, 0]
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert len(left) == 1


def test_a_point_and_a_word_play_in_their_own_answer(screen: CompareScreen) -> None:
    wanted = Told(screen.play_requested)
    press(screen, "Hear it at 0:09 in the earlier answer: A gap that grows is the sign")
    screen.findChildren(ComparedTranscript)[1].word_clicked.emit(1.5)
    assert wanted == [(0, 9.0), (1, 1.5)]


def test_only_the_side_that_sounds_is_marked(screen: CompareScreen) -> None:
    first, second = screen.findChildren(ComparedTranscript)
    screen.set_position(0, 0.1)
    assert (first.spoken_word, second.spoken_word) == ("Plot", "")
    screen.set_position(1, 0.6)
    assert (first.spoken_word, second.spoken_word) == ("", "plot")
    screen.set_playing(1)
    assert has_words(screen, "0:00 / 1:52")


def test_what_cannot_be_heard_has_no_button(qtbot: QtBot, screen: CompareScreen) -> None:
    first, second = compared().first, replace(compared().second, samples=0, file_name=None)
    show(qtbot, screen, compare(first, second))
    assert named(screen, "Play earlier answer").isVisible()
    assert not named(screen, "Play later answer").isVisible()


def test_what_is_not_compared_yet_does_not_show(qtbot: QtBot, screen: CompareScreen) -> None:
    silent = [replace(take(number), report=None, transcript=Transcript(4.0)) for number in (1, 2)]
    screen.show_takes(TAKES, (silent[0], silent[1]))
    assert "Measures" not in words_on(screen)
    show(qtbot, screen, compare(silent[0], silent[1]))
    shown = words_on(screen)
    assert "Measures" not in shown
    assert "What you said" not in shown
    assert has_words(screen, "not been judged yet")


def test_the_columns_stand_below_one_another_in_a_narrow_window(qtbot: QtBot, screen: CompareScreen) -> None:
    earlier, later = named(screen, "Play earlier answer"), named(screen, "Play later answer")
    assert earlier.mapTo(screen, earlier.pos()).y() == later.mapTo(screen, later.pos()).y()
    screen.resize(500, 700)
    qtbot.waitUntil(lambda: later.mapTo(screen, later.pos()).y() > earlier.mapTo(screen, earlier.pos()).y())


def test_it_can_be_copied(screen: CompareScreen, qapp: QApplication) -> None:
    asked = Told(screen.copy_requested)
    press(screen, "Copy as text")
    assert len(asked) == 1
    screen.show_copied()
    press(screen, "Copied")


def test_what_is_compared_no_longer_is_not_shown_to_its_end(qtbot: QtBot, screen: CompareScreen) -> None:
    screen.show_comparison(compared())
    later = compare(take(1), take(3))
    show(qtbot, screen, later)
    assert has_words(screen, "0 words dropped, 0 new")
