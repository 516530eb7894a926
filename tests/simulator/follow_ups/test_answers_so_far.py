"""What several answers come to: the last word counts, and each wrong statement is asked about once."""

from __future__ import annotations

from dataclasses import replace

from question_bank.bank import Bank
from question_bank.models import KeyPoint, Question
from simulator.analysis.analyse import analyse_text
from simulator.analysis.report import KeyPointResult, Verdict
from simulator.follow_ups.answer_summary import AnswerSummary, summary_of
from simulator.follow_ups.answers_so_far import AnswersSoFar

DROPOUT = Bank.load().get("dl.dropout.what-and-why")
FIRST, SECOND = DROPOUT.key_points[:2]


def answer(verdicts: dict[str, Verdict], *asked: KeyPoint) -> AnswerSummary:
    """The answer to the first question, or to a follow-up about the points `asked`."""
    question: Question = replace(DROPOUT, id=f"{DROPOUT.id}/1", text="And?", key_points=asked) if asked else DROPOUT
    report = analyse_text("They drop half of the units every time.", question)
    points = tuple(
        KeyPointResult(point.id, verdict == "made", None, 0, 8, verdict=verdict)
        for point in question.key_points
        for verdict in (verdicts.get(point.id, "not"),)
    )
    return summary_of(question, replace(report, key_points=points), DROPOUT)


def test_what_was_said_wrongly_waits_to_be_asked_about() -> None:
    so_far = AnswersSoFar(DROPOUT, [answer({FIRST.id: "contrary", SECOND.id: "made"})])
    assert so_far.contrary == {FIRST.id: "They drop half of the units every time"}
    assert (so_far.unprobed, so_far.made, so_far.has_probed) == ((FIRST,), frozenset([SECOND.id]), False)
    assert so_far.left_out[-1] == FIRST


def test_it_is_asked_about_once_whatever_comes_of_it() -> None:
    wrong = answer({FIRST.id: "contrary"})
    again = AnswersSoFar(DROPOUT, [wrong, answer({FIRST.id: "contrary"}, FIRST)])
    assert (again.unprobed, list(again.contrary), again.has_probed) == ((), [FIRST.id], True)
    right = AnswersSoFar(DROPOUT, [wrong, answer({FIRST.id: "made"}, FIRST)])
    assert (right.unprobed, dict(right.contrary), right.made) == ((), {}, frozenset([FIRST.id]))


def test_what_was_right_and_then_wrong_is_asked_about_and_not_called_missing() -> None:
    so_far = AnswersSoFar(DROPOUT, [answer({FIRST.id: "made"}), answer({FIRST.id: "contrary"}, FIRST)])
    assert (so_far.unprobed, so_far.made) == ((FIRST,), frozenset())
    assert FIRST not in so_far.left_out


def test_the_last_answer_is_asked_about_first() -> None:
    so_far = AnswersSoFar(DROPOUT, [answer({FIRST.id: "contrary"}), answer({SECOND.id: "contrary"}, SECOND)])
    assert so_far.unprobed == (SECOND, FIRST)
