"""The screen after an answer, in every state an answer can be in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.analysis.report import AnswerReport
from simulator.store.records import AnswerRecord
from tests.ui.names import name_of, named, nameless
from tests.ui.samples import (
    long_record,
    sample_peaks,
    sample_record,
    sample_report,
    sample_usual,
    short_record,
    silent_record,
)
from ui.screens.feedback import FeedbackScreen
from ui.theme import apply_theme
from ui.widgets.figure_card import FigureCard
from ui.widgets.transcript_view import TranscriptView


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> FeedbackScreen:
    apply_theme(qapp, "light")
    shown = FeedbackScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def show(screen: FeedbackScreen, record: AnswerRecord, is_last: bool = False) -> None:
    screen.show_answer(record, sample_peaks(), sample_usual(), 2, 5, is_last)


def button(screen: QWidget, name: str) -> QAbstractButton:
    found = named(screen, name)
    assert isinstance(found, QAbstractButton)
    return found


def words_on(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def test_it_is_a_named_region_whose_controls_have_names(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    assert name_of(screen) == "Feedback"
    assert QAccessible.queryAccessibleInterface(screen).role() == QAccessible.Role.Grouping
    assert nameless(screen) == []


def test_a_judged_answer_shows_advice_figures_and_words(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    words = words_on(screen)
    assert "Question 2 of 5 · How do you find out whether it is overfitting?" in words
    assert "Two things to try next time" in words
    assert "1 filler word (you know)" in words
    assert len([card for card in screen.findChildren(FigureCard) if card.isVisibleTo(screen)]) == 5
    assert "learning curves" in screen.findChildren(TranscriptView)[0].toPlainText()


@pytest.mark.parametrize(
    ("name", "signal"), [("Next question", "next_requested"), ("Answer again", "answer_again_requested")]
)
def test_buttons_ask(screen: FeedbackScreen, qtbot: QtBot, name: str, signal: str) -> None:
    show(screen, sample_record())
    with qtbot.waitSignal(getattr(screen, signal)):
        button(screen, name).click()


def test_keys_ask(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record())
    screen.activateWindow()
    with qtbot.waitSignal(screen.next_requested):
        QTest.keyClick(screen, Qt.Key.Key_N)
    with qtbot.waitSignal(screen.play_toggled):
        QTest.keyClick(screen, Qt.Key.Key_K)


def test_advice_can_be_heard(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record())
    with qtbot.waitSignal(screen.play_requested) as asked:
        button(screen, "Hear it ▸ 1:06").click()
    assert asked.args == [66.0, 90.0]


def test_play_trimmed_ends_where_the_answer_was_complete(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record())
    with qtbot.waitSignal(screen.play_requested) as asked:
        button(screen, "Play trimmed").click()
    assert asked.args == [0.0, 58.0]


def test_the_last_question_finishes_under_the_same_name(screen: FeedbackScreen) -> None:
    show(screen, sample_record(), is_last=True)
    assert button(screen, "Next question").text() == "Finish"


def test_while_the_words_are_written_down_one_may_go_on(screen: FeedbackScreen, qtbot: QtBot) -> None:
    record = sample_record(report=None, transcript=None)
    screen.show_waiting("Writing down your answer…", record, 2, 5)
    assert "Writing down your answer…" in words_on(screen)
    assert "The recording is safe" in words_on(screen)
    with qtbot.waitSignal(screen.next_requested):
        button(screen, "Next question").click()


def test_waiting_before_there_is_a_record(screen: FeedbackScreen) -> None:
    screen.show_waiting("Keeping your answer…")
    assert "Keeping your answer…" in words_on(screen)
    assert not button(screen, "Play answer").isVisible()


def test_a_failed_transcript_offers_to_try_again(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record(report=None, transcript=None, failure="The speech engine stopped."))
    assert "The recording is kept" in words_on(screen)
    with qtbot.waitSignal(screen.transcribe_again_requested):
        button(screen, "Try again").click()


@pytest.mark.parametrize(
    ("record", "words"),
    [(silent_record(), "no speech is not a bad answer"), (short_record(), "not enough speech")],
)
def test_without_enough_speech_there_are_words_and_no_figures(
    screen: FeedbackScreen, record: AnswerRecord, words: str
) -> None:
    show(screen, record)
    assert words in words_on(screen)
    assert not any(card.isVisibleTo(screen) for card in screen.findChildren(FigureCard))


def test_a_typed_answer_has_nothing_to_play(screen: FeedbackScreen) -> None:
    report = sample_report()
    typed = AnswerReport(
        None, None, None, True, None, 1, report.transcript, advice=report.advice, key_points=report.key_points,
        not_measured={"pace": "a typed answer has no sound"},
    )  # fmt: skip
    show(screen, sample_record(report=typed, transcript=None, file_name=None, samples=0))
    assert not button(screen, "Play answer").isVisible()
    assert "a typed answer has no sound" in words_on(screen)
    assert "Hear it" not in words_on(screen)


def test_the_model_answer_is_hidden_until_asked_for(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    model_answer = sample_record().question.model_answer
    assert model_answer not in words_on(screen)
    button(screen, "Show a model answer").click()
    assert model_answer in words_on(screen)


def test_figures_open_to_their_source(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    button(screen, "About Pace").click()
    assert "Street & Brady 1982" in words_on(screen)
    button(screen, "About Length").click()
    assert "Street & Brady 1982" not in words_on(screen)
    assert "Toastmasters" in words_on(screen)
    button(screen, "About Length").click()
    assert "Toastmasters" not in words_on(screen)


def test_markup_is_shown_as_it_is(screen: FeedbackScreen) -> None:
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in screen.findChildren(QLabel))


def test_a_long_answer_keeps_the_buttons_in_view(screen: FeedbackScreen, qtbot: QtBot) -> None:
    screen.resize(700, 500)
    show(screen, long_record())
    next_question = button(screen, "Next question")
    qtbot.waitUntil(lambda: screen.rect().contains(next_question.mapTo(screen, next_question.rect().bottomRight())))
    screen.set_position(590.0)
    assert screen.position_s == 590.0


def test_playing_is_shown_on_the_button(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    screen.set_playing(True)
    assert button(screen, "Play answer").text() == "Pause"
