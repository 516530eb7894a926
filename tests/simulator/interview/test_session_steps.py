"""Deeper questions, strict interviews, and what drills ask of a session."""

from __future__ import annotations

from simulator.drills.hold_the_silence import HOLD_THE_SILENCE
from simulator.drills.same_question import SAME_QUESTION
from simulator.interview.session import SETTLE_S, Stage
from tests.simulator.walking import ANSWER, DEEPER, Walker


def test_follow_ups_go_deeper_until_the_next_question() -> None:
    walker = Walker(question_count=2)
    session = walker.make(*ANSWER, "answer_again", *ANSWER[1:], "follow_up")
    assert (session.step, session.question, session.attempt) == ((0, 1), DEEPER, 1)
    session = walker.make(*ANSWER, "follow_up", *ANSWER, "next_question")
    assert (session.step, session.question.id) == ((1, 0), "made-up.1")
    assert session.answered == {(0, 0), (0, 1), (0, 2)}


def test_a_follow_up_to_the_last_question_comes_before_the_end() -> None:
    walker = Walker(question_count=1)
    session = walker.make(*ANSWER, "await_report", "follow_up")
    assert (session.stage, session.is_last) == (Stage.ASKING, True)
    assert walker.make("skip").stage is Stage.ENDED
    assert session.skipped == {(0, 1)}


def test_a_strict_interview_has_no_feedback_and_no_second_try() -> None:
    walker = Walker(question_count=2, strict=True)
    session = walker.make(*ANSWER)
    assert session.stage is Stage.DECIDING
    assert not walker.tries("answer_again")
    assert walker.make("next_question").position == 1


def test_who_does_not_wait_for_the_words_goes_on_without_a_follow_up() -> None:
    session = Walker(question_count=2, strict=True).make(*ANSWER, "skip")
    assert session.step == (1, 0)
    assert session.answered == {(0, 0)}
    assert session.skipped == set()


def test_the_same_question_is_answered_three_times() -> None:
    walker = Walker(question_count=2, drill=SAME_QUESTION)
    session = walker.make(*ANSWER)
    for attempt in (2, 3):
        walker.make("next_question")
        assert (session.stage, session.attempt, session.position) == (Stage.READY, attempt, 0)
        walker.make(*ANSWER[1:])
    assert session.tries_left == 0
    assert (walker.make("next_question").stage, session.position) == (Stage.ASKING, 1)


def test_tries_are_numbered_and_the_last_of_the_last_question_is_known() -> None:
    walker = Walker(question_count=2, drill=SAME_QUESTION)
    session = walker.make("question_spoken")
    seen = []
    for _ in range(6):
        seen.append((session.position, session.try_number, session.is_last_try))
        walker.make("start_answer", "stop_answer", "answer_kept")
        assert (session.position, session.try_number, session.is_last_try) == seen[-1]
        walker.make("next_question")
        if session.stage is Stage.ASKING:
            walker.make("question_spoken")
    assert [(position, number) for position, number, _ in seen] == [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)]
    assert [is_last for _, _, is_last in seen] == [False] * 5 + [True]


def test_a_try_beyond_those_of_the_drill_counts_as_the_last() -> None:
    walker = Walker(question_count=1)
    session = walker.make(*ANSWER, "answer_again")
    assert (session.try_number, session.is_last_try) == (1, True)
    assert walker.make(*ANSWER[1:]).try_number == 1


def test_a_lost_recording_is_no_try() -> None:
    walker = Walker(question_count=1, drill=SAME_QUESTION)
    session = walker.make("question_spoken", "start_answer", "answer_lost")
    assert (session.attempt, session.tries_left) == (2, 3)


def test_the_silence_is_held_only_in_its_drill() -> None:
    walker = Walker(question_count=1)
    walker.make("question_spoken", "start_answer")
    assert not walker.tries("hold_silence")
    walker = Walker(question_count=1, drill=HOLD_THE_SILENCE)
    walker.make("question_spoken", "start_answer")
    assert not walker.tries("hold_silence", after_s=SETTLE_S / 2)
    assert walker.make("hold_silence", "stop_answer", "answer_kept").stage is Stage.FEEDBACK
