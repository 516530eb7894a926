"""The screen after an answer, in every state an answer can be in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from question_bank.models import Round
from question_bank.questions_to_ask import worth_asking
from simulator.analysis.report import AnswerReport, RedFlagHeard
from simulator.drills.outcome import Outcome, OutcomeComparison
from simulator.store.records import AnswerId, AnswerRecord
from simulator.verdict_corrections import VerdictCorrection
from tests.ui.names import name_of, named, nameless
from tests.ui.parts import Told
from tests.ui.samples import (
    brief_record,
    long_record,
    praised_report,
    sample_peaks,
    sample_record,
    sample_report,
    sample_usual,
    short_record,
    silent_record,
)
from ui.screens.feedback_screen import DECIDING, NEXT_QUESTION, FeedbackScreen
from ui.theme import apply_theme
from ui.widgets.figure_card import FigureCard
from ui.widgets.key_point_row import KeyPointRow
from ui.widgets.select import Stepper
from ui.widgets.sentence_line import SentenceLine
from ui.widgets.text import Text
from ui.widgets.transcript_view import TranscriptView
from ui.words.interview_heading import Heading

HEADING = Heading(2, 5)


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> FeedbackScreen:
    apply_theme(qapp, "light")
    shown = FeedbackScreen()
    qtbot.addWidget(shown)
    shown.resize(1072, 800)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def show(screen: FeedbackScreen, record: AnswerRecord, next_label: str = NEXT_QUESTION) -> None:
    screen.show_answer(record, sample_peaks(), sample_usual(), HEADING, next_label)


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


def test_praise_is_not_numbered_among_the_things_to_try(screen: FeedbackScreen) -> None:
    show(screen, sample_record(report=praised_report()))
    lines = words_on(screen).splitlines()
    assert "Two things to try next time" in lines
    assert lines[lines.index("You had answered by 0:58. What came after said the learning curves again.") - 1] == "1"
    praise = lines.index("All six key points made, the last one by 0:57.")
    assert lines[praise - 1] == "✓"
    assert "3" not in lines
    assert nameless(screen) == []


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
    show(screen, sample_record(), "Finish")
    assert button(screen, "Next question").text() == "Finish"


def test_while_the_words_are_written_down_one_may_go_on(screen: FeedbackScreen, qtbot: QtBot) -> None:
    record = sample_record(report=None, transcript=None)
    screen.show_waiting("Transcribing your answer…", record, HEADING)
    assert "Transcribing your answer…" in words_on(screen)
    assert "Your recording is safe" in words_on(screen)
    with qtbot.waitSignal(screen.next_requested):
        button(screen, "Next question").click()


def test_what_comes_next_is_said_quietly_and_may_be_passed_over(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record())
    assert not button(screen, "Skip the follow-up").isVisible()
    screen.show_what_next("Next: a follow-up. You did not say how it was measured.", is_follow_up=True)
    assert "You did not say how it was measured." in words_on(screen)
    with qtbot.waitSignal(screen.leave_requested):
        button(screen, "Skip the follow-up").click()
    screen.show_what_next("That was deep enough.", is_follow_up=False)
    assert not button(screen, "Skip the follow-up").isVisible()
    show(screen, sample_record(id=AnswerId(8)))
    assert "deep enough" not in words_on(screen)


def test_who_goes_on_too_early_sees_why_it_takes_a_moment(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record(report=None, transcript=None))
    screen.show_deciding()
    assert DECIDING in words_on(screen)
    with qtbot.assertNotEmitted(screen.next_requested):
        QTest.keyClick(screen, Qt.Key.Key_N)
    with qtbot.waitSignal(screen.leave_requested):
        button(screen, "Skip the follow-up").click()
    show(screen, sample_record(id=AnswerId(8)))
    assert button(screen, "Next question").isEnabled()


def test_a_guess_comes_before_the_report(screen: FeedbackScreen, qtbot: QtBot) -> None:
    screen.ask_guess(sample_record(), HEADING)
    assert "Two things to try next time" not in words_on(screen)
    assert not screen.findChildren(TranscriptView)[0].isVisible()
    for name in ("Play answer", "Next question"):
        assert not button(screen, name).isVisible()
    with qtbot.assertNotEmitted(screen.next_requested):
        QTest.keyClick(screen, Qt.Key.Key_N)
    assert nameless(screen) == []
    stepper = screen.findChild(Stepper)
    assert stepper is not None
    assert stepper.hasFocus()
    QTest.keyClicks(stepper, "75")
    with qtbot.waitSignal(screen.guessed) as guess:
        QTest.keyClick(stepper, Qt.Key.Key_Return)
    assert guess.args == [75, 0]
    with qtbot.waitSignal(screen.guessed):
        button(screen, "See the report").click()
    show(screen, sample_record())
    assert not named(screen, "See the report").isVisible()
    assert button(screen, "Next question").isEnabled()
    assert "Two things to try next time" in words_on(screen)


def test_what_a_drill_says_stands_above_the_report(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    rows = (OutcomeComparison("Length", "1:00", "1:52"), OutcomeComparison("Filler sounds", "2", "8"))
    screen.show_outcome(Outcome("Your guess", "It was 52 s longer than it felt.", ("You guessed", "Measured"), rows))
    words = words_on(screen)
    assert "It was 52 s longer than it felt." in words
    assert all(text in words for text in ("You guessed", "Measured", "1:52", "Filler sounds"))
    screen.show_outcome(Outcome("You held the silence", "You had finished."))
    assert "You guessed" not in words_on(screen)
    show(screen, sample_record(id=AnswerId(8)))
    assert "You had finished." not in words_on(screen)


def test_questions_worth_asking_are_folded_until_wanted(screen: FeedbackScreen) -> None:
    show(screen, sample_record())
    questions = worth_asking(Round.FINAL)
    screen.show_good_questions(questions)
    assert questions[0].text not in words_on(screen)
    button(screen, "Show questions to practise").click()
    assert all(question.text in words_on(screen) for question in questions)
    screen.show_good_questions(questions[:1])
    button(screen, "Show questions to practise").click()
    assert questions[-1].text not in words_on(screen)
    button(screen, "Hide the questions").click()
    assert questions[0].text not in words_on(screen)
    screen.show_good_questions(())
    assert not button(screen, "Show questions to practise").isVisible()


def test_a_failed_transcript_offers_to_try_again(screen: FeedbackScreen, qtbot: QtBot) -> None:
    show(screen, sample_record(report=None, transcript=None, failure="The speech engine stopped."))
    assert "The recording is saved" in words_on(screen)
    with qtbot.waitSignal(screen.transcribe_again_requested):
        button(screen, "Try again").click()


@pytest.mark.parametrize(
    ("record", "words"),
    [(silent_record(), "This does not count as a bad answer"), (short_record(), "not enough speech")],
)
def test_without_enough_speech_there_are_words_and_no_figures(
    screen: FeedbackScreen, record: AnswerRecord, words: str
) -> None:
    show(screen, record)
    assert words in words_on(screen)
    assert not any(card.isVisibleTo(screen) for card in screen.findChildren(FigureCard))


def test_a_short_answer_shows_its_key_points_and_no_figures(screen: FeedbackScreen) -> None:
    show(screen, brief_record())
    assert "2 of 6 key points made" in words_on(screen)
    assert "Not enough speech to measure pace and fillers" in words_on(screen)
    assert len([row for row in screen.findChildren(Text) if row.accessibleName().startswith("Made: ")]) == 2
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


def test_what_to_read_stands_there_at_once_where_the_answer_was_weak(screen: FeedbackScreen) -> None:
    report = sample_report()
    assert report.key_points is not None
    shelf = f"Read next: {sample_record().question.shelf[0]}"
    show(screen, sample_record())
    assert shelf not in words_on(screen)
    few = tuple(replace(point, covered=number < 2) for number, point in enumerate(report.key_points))
    show(screen, sample_record(report=replace(report, key_points=few)))
    assert shelf in words_on(screen)


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


def test_a_red_flag_that_was_said_plays(screen: FeedbackScreen, qtbot: QtBot) -> None:
    flag = RedFlagHeard("Claims too <much>.", "always works", 61.0, 62.5, 40, 2)
    show(screen, sample_record(report=replace(sample_report(), red_flags=(flag,))))
    assert "Better not: Claims too <much>." in words_on(screen)
    assert named(screen, "Red flag, said: Claims too <much>. “always works”")
    with qtbot.waitSignal(screen.play_requested) as played:
        button(screen, "Hear it at 1:01").click()
    assert played.args == [61.0, None]
    assert nameless(screen) == []


def test_v_goes_to_what_is_in_doubt_and_brings_it_into_view(screen: FeedbackScreen, qtbot: QtBot) -> None:
    screen.resize(700, 500)
    report = sample_report()
    *others, last = report.key_points or ()
    contrary = replace(last, at_s=37.0, word_index=20, word_count=8, verdict="contrary", probability=0.04)
    show(screen, sample_record(report=replace(report, key_points=(*others, contrary))))
    assert "You said the opposite of one key point" in words_on(screen)
    corrected = Told(screen.corrected)
    QTest.keyClick(screen, Qt.Key.Key_V)
    row = next(row for row in screen.findChildren(KeyPointRow) if row.has_keyboard)
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    QTest.keyClick(screen, Qt.Key.Key_V)
    assert corrected == [VerdictCorrection(contrary.id, "made")]


@pytest.mark.parametrize("width_px", [760, 840, 1072])
def test_a_sentence_of_advice_stands_level_with_its_link(screen: FeedbackScreen, width_px: int) -> None:
    screen.resize(width_px, 800)
    show(screen, sample_record())
    QApplication.processEvents()
    lines = [line for line in screen.findChildren(SentenceLine) if line.isVisibleTo(screen) and line.link is not None]
    assert len(lines) > 1
    for line in lines:
        assert line.link is not None
        assert abs(_top_of_ink(line, line._sentence) - _top_of_ink(line, line.link)) <= 2


def _top_of_ink(line: QWidget, part: QWidget) -> int:
    """The first row of pixels, from the top of `line`, that something is written on."""
    picture = line.grab(part.geometry()).toImage()
    ground = picture.pixelColor(0, 0).lightness()
    rows = range(picture.height())
    return next(row for row in rows if _is_written_on(picture, row, ground))


def _is_written_on(picture: QImage, row: int, ground: int) -> bool:
    columns = range(min(picture.width(), 200))
    return any(abs(picture.pixelColor(column, row).lightness() - ground) > 60 for column in columns)
