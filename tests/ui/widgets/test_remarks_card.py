"""What is said of an interview, with its proof to hear or to open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from simulator.interview_summary.asked_question import asked_questions
from simulator.interview_summary.remarks import remarks_on
from simulator.store.records import AnswerRecord
from tests.simulator.interview_summary.kept import an_answer
from tests.ui.names import named
from tests.ui.parts import Told
from tests.ui.screen_text import has_words, press, words_on
from ui.widgets.remarks_card import RemarksCard
from ui.words.interview_remarks import ShownRemark, shown_remarks


def said(*answers: AnswerRecord) -> tuple[ShownRemark, ...]:
    return shown_remarks(remarks_on(asked_questions(answers)))


@pytest.fixture
def card(qtbot: QtBot) -> RemarksCard:
    made = RemarksCard()
    qtbot.addWidget(made)
    made.show()
    made.show_remarks(said(an_answer("mmm"), an_answer("mmm", 1), an_answer("xo", 2)), "", "")
    return made


def test_the_sentences_stand_under_their_headings(card: RemarksCard) -> None:
    assert has_words(card, "What went well")
    assert has_words(card, "Well answered")
    assert has_words(card, "What to do next")
    assert has_words(card, "Correct this first")


def test_a_moment_is_played_and_stopped(card: RemarksCard) -> None:
    played, stopped = Told(card.play_requested), Told(card.stop_requested)
    press(card, "Hear question 1 at 0:02")
    card.set_playing(True)
    press(card, "Stop")
    assert (len(played), len(stopped)) == (1, 1)
    card.set_playing(False)
    press(card, "Hear question 1 at 0:02")
    assert [remark.start_s for remark in played] == [2.0, 2.0]


def test_another_moment_takes_its_place(card: RemarksCard) -> None:
    """The player says of the first that it has ended while the second begins."""
    press(card, "Hear question 1 at 0:02")
    card.set_playing(True)
    press(card, "Hear question 3 at 0:02")
    card.set_playing(False)
    card.set_playing(True)
    named(card, "Stop")
    named(card, "Hear question 1 at 0:02")


def test_what_was_not_said_opens_the_answer(card: RemarksCard) -> None:
    opened = Told(card.answer_opened)
    press(card, "Open question 3 in Review")
    assert opened == [an_answer("xo", 2).id]


def test_where_nothing_can_be_said_that_is_told_instead(card: RemarksCard) -> None:
    card.show_remarks((), "Nothing was said this time.", "")
    assert words_on(card) == ["Nothing was said this time."]
    card.show_remarks(said(an_answer("mm")), "", "1 answer is still being transcribed.")
    assert has_words(card, "Well answered")
    assert has_words(card, "1 answer is still being transcribed.")
    assert not has_words(card, "Nothing was said")
