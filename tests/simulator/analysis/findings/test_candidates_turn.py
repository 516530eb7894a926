from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Kind, Question, Round
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.findings.candidates_turn import questions_asked
from simulator.analysis.report import AnswerReport
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard, spoken

TURN = replace(
    OVERFITTING,
    text="That's all from me. What would you like to ask us?",
    topics=("you.questions-for-us",),
    rounds=(Round.FINAL,),
    key_points=(),
)
STATEMENTS = (
    "I think that you have explained it all very well, and I have no questions at the moment. It was a pleasure to "
    "talk to you, and I learned a lot about the team and the work today. What I liked most was the part about the data."
)
QUESTIONS = (
    "Yes, thank you. What would my first project be, and how would you know that I do good work? I'd like to know who "
    "is called at night. And what made you stay here? That is all that I wanted to ask you today, thank you very much."
)


def ids(report: AnswerReport) -> set[str]:
    return {finding.id for finding in report.findings}


def judged(text: str, question: Question = TURN) -> AnswerReport:
    return analyse(spoken(text), question, Kind.SHORT)


def test_questions_are_told_from_statements() -> None:
    assert questions_asked(heard(STATEMENTS)) == ()
    assert len(questions_asked(heard(QUESTIONS))) == 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("so what does a typical week look like [1.0] and who owns the data [1.0] thank you very much", 2),
        ("um could you tell me about the last model you shipped [1.0] i was wondering about the team", 2),
        ("what i liked was the talk about the data [1.0] how you work is clear to me", 0),
        ("no i have no questions thank you", 0),
    ],
)
def test_questions_are_found_without_punctuation(text: str, count: int) -> None:
    assert len(questions_asked(heard(text))) == count


def test_asking_nothing_is_said_gently_and_first() -> None:
    report = judged(STATEMENTS)
    assert "asking.none" in ids(report)
    assert report.advice[0].finding == "asking.none"
    assert report.advice[0].start_s is not None


def test_questions_are_praised() -> None:
    report = judged(QUESTIONS)
    assert "asking.none" not in ids(report)
    (finding,) = (finding for finding in report.findings if finding.id == "asking.some")
    assert finding.is_praise
    assert finding.text.startswith("You asked 3 questions")


def test_other_questions_need_not_be_answered_with_one() -> None:
    assert not {"asking.none", "asking.some"} & ids(judged(STATEMENTS, OVERFITTING))
    assert not {"asking.none", "asking.some"} & ids(judged(QUESTIONS, OVERFITTING))


@pytest.mark.parametrize("answer", ["No, thank you, I have no questions.", "I think we covered everything."])
def test_a_short_no_is_flagged_although_it_is_too_short_to_judge(answer: str) -> None:
    for report in (judged(answer), analyse_text(answer, TURN)):
        assert [advice.finding for advice in report.advice] == ["asking.none", "not_enough_speech"]


def test_a_short_question_is_a_question_and_silence_is_no_refusal() -> None:
    for report in (judged("What made you stay?"), judged(""), judged("No questions.", OVERFITTING)):
        assert "asking.none" not in ids(report)
        assert report.advice[-1].finding == "not_enough_speech"


@pytest.mark.parametrize(
    ("rounds", "is_flagged"),
    [
        ((Round.SYSTEM_DESIGN,), True),
        ((Round.TECHNICAL_SCREENING,), True),
        ((Round.FINAL, Round.MACHINE_LEARNING), True),
        ((Round.FINAL,), False),
        ((Round.BEHAVIOURAL,), False),
    ],
)
def test_pay_is_out_of_place_in_a_technical_round(rounds: tuple[Round, ...], is_flagged: bool) -> None:
    report = judged(f"{QUESTIONS} And what about the salary?", replace(TURN, rounds=rounds))
    assert ("tone.pay" in ids(report)) is is_flagged
