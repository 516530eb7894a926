"""Follow-ups, strict interviews, loops and drills, as the screens show them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from question_bank.labels import round_label
from question_bank.models import Round
from simulator.drills.drill_note import DrillNote
from simulator.drills.filler_free_minute import FILLER_FREE_MINUTE
from simulator.drills.guess_first import GUESS_FIRST
from simulator.drills.same_question import SAME_QUESTION
from tests.simulator.ladders import END, WHY, Ladder, deeper
from tests.ui.names import named
from tests.ui.parts import RefusingStore, Told, plan_of
from tests.ui.places.interviewing import SHORT, Desk, answer, begin, desk, has_button, ladder
from tests.ui.screen_text import has_words, press, words_on
from ui.screens.feedback_screen import DECIDING
from ui.words.interview_stage import WRITING_DOWN

__all__ = ["desk", "ladder"]


def test_a_follow_up_is_announced_then_asked(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot)
    answer(desk, qtbot)
    assert has_words(desk.feedback, f"Next: a follow-up. {WHY}")
    press(desk.feedback, "Next question")
    assert desk.shown[-1] == "interview"
    assert has_words(desk.interview, deeper(plan_of(2).questions[0], 1).text)
    assert has_words(desk.interview, "Question 1 of 2  ·  follow-up 1")
    answer(desk, qtbot)
    assert has_words(desk.feedback, "Question 1 of 2 · follow-up 1 · And how")
    assert has_words(desk.feedback, END)
    assert not has_button(desk, "Skip the follow-up")
    press(desk.feedback, "Next question")
    assert has_words(desk.interview, "Question 2 of 2  ·  Machine learning")


def test_a_follow_up_to_the_last_question_is_not_the_end(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot, 1)
    answer(desk, qtbot)
    assert has_button(desk, "Next question")
    press(desk.feedback, "Skip the follow-up")
    assert len(desk.finished) == 1


def test_going_on_before_the_words_are_there_says_so(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    begin(desk, qtbot)
    desk.room.answer(2.0)
    press(desk.feedback, "Next question")
    assert has_words(desk.feedback, DECIDING)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: desk.shown[-1] == "interview")
    assert has_words(desk.interview, "Question 2 of 2")


def test_strict_interviews_show_no_feedback(qtbot: QtBot, desk: Desk, ladder: Ladder) -> None:
    ladder.follow_ups = 1
    desk.place.start(plan_of(1, strict=True))
    desk.room.answer(2.0)
    assert has_words(desk.interview, "One moment…")
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_words(desk.interview, "follow-up 1"))
    desk.room.clock.pass_by(1.0)
    press(desk.interview, "Skip question")
    assert len(desk.finished) == 1
    assert "feedback" not in desk.shown


def test_a_loop_says_when_the_round_changes(qtbot: QtBot, desk: Desk) -> None:
    plan = replace(plan_of(3), round=None, rounds=(Round.MACHINE_LEARNING, Round.FINAL, Round.FINAL))
    desk.place.start(plan)
    words = f"{round_label(Round.FINAL)} · round 2 of 2"
    assert has_words(desk.interview, "Machine learning · round 1 of 2")
    for number in (2, 3):
        desk.room.clock.pass_by(1.0)
        press(desk.interview, "Skip question")
        assert has_words(desk.interview, f"Question {number} of 3  ·  {words}")
        assert (words in words_on(desk.interview)) is (number == 2)


def test_a_guess_is_asked_first_and_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.place.start(replace(plan_of(1), drill=GUESS_FIRST))
    assert not named(desk.interview, "Answer timer").isVisible(), "it would tell what is to be guessed"
    desk.room.answer(2.0)
    desk.transcribe(desk.answer_id())
    judged = Told(desk.room.equipment.judging_queue.answer_judged)
    qtbot.waitUntil(lambda: len(judged) == 1)
    assert has_words(desk.feedback, "What do you think?")
    assert not has_words(desk.feedback, "Pace")
    desk.feedback.guessed.emit(40, 3)
    qtbot.waitUntil(lambda: has_words(desk.feedback, "Pace"))
    assert has_words(desk.feedback, "You guessed")
    focused = desk.feedback.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Next question", "and not what would end the drill"
    assert has_words(desk.feedback, "0:40")
    assert desk.room.store.drills.note(desk.answer_id()) == DrillNote(guessed_s=40.0, guessed_filler_sounds=3)
    desk.feedback.guessed.emit(1, 1)  # too late
    assert desk.room.store.drills.note(desk.answer_id()).guessed_s == 40.0


def test_a_guess_before_the_words_are_there_waits_for_them(qtbot: QtBot, desk: Desk) -> None:
    desk.place.start(replace(plan_of(1), drill=GUESS_FIRST))
    desk.room.answer(2.0)
    desk.feedback.guessed.emit(40, 3)
    assert has_words(desk.feedback, WRITING_DOWN)
    desk.transcribe(desk.answer_id())
    qtbot.waitUntil(lambda: has_words(desk.feedback, "You guessed"))


def test_ones_own_rating_is_asked_of_a_question_and_not_of_a_follow_up(
    qtbot: QtBot, desk: Desk, ladder: Ladder
) -> None:
    ladder.follow_ups = 1
    begin(desk, qtbot)
    answer(desk, qtbot)
    rating = named(desk.feedback, "Your own rating")
    qtbot.waitUntil(rating.isVisible)
    press(desk.feedback, "Hard")
    assert desk.room.store.cards.own_rating(desk.answer_id()) == 2
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert not rating.isVisible()


def test_what_the_library_refuses_is_said(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(desk, qtbot)
    answer(desk, qtbot)
    monkeypatch.setattr(desk.room.store.cards, "rate", RefusingStore(desk.room.store, ["rate"]).rate)
    desk.feedback.rated.emit(3)
    assert len(desk.problems) == 1


def test_the_same_question_stands_beside_the_try_before(qtbot: QtBot, desk: Desk) -> None:
    desk.place.start(replace(plan_of(1), drill=SAME_QUESTION))
    assert has_words(desk.interview, "try 1 of 3")
    answer(desk, qtbot)
    assert has_words(desk.feedback, "try 1 of 3")
    assert not has_words(desk.feedback, "Compared with your previous try")
    assert has_button(desk, "Next try")
    press(desk.feedback, "Next question")
    assert has_words(desk.interview, "try 2 of 3")
    answer(desk, qtbot, SHORT)
    qtbot.waitUntil(lambda: has_words(desk.feedback, "Compared with your previous try"))
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert has_button(desk, "Finish")


def test_a_filler_free_minute_stands_beside_the_last(qtbot: QtBot, desk: Desk) -> None:
    for count in range(2):
        desk.place.start(replace(plan_of(1), drill=FILLER_FREE_MINUTE))
        answer(desk, qtbot)
        assert has_words(desk.feedback, "newest first: 1" if count else "to beat next time")
        press(desk.feedback, "Next question")


def test_after_ones_own_questions_there_are_good_ones_to_practise(qtbot: QtBot, desk: Desk) -> None:
    question = replace(plan_of(1).questions[0], topics=("you.questions-for-us",))
    desk.place.start(replace(plan_of(1), questions=(question, *plan_of(1).questions)))
    answer(desk, qtbot)
    assert has_button(desk, "Show questions to practise")
    press(desk.feedback, "Next question")
    answer(desk, qtbot)
    assert not has_button(desk, "Show questions to practise")
