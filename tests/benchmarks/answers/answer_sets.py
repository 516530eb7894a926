"""The sets of answers that a judge is measured on, each apart: those to choose by, and those kept for the last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from question_bank.bank import Bank
from question_bank.models import Question
from tests.answers.labelled import LabelledAnswer, labelled_answers, strangers_answers
from tests.answers.own_labelled import own_answers, own_questions
from tests.answers.parts import Part, is_development, part_of


class AnswerSet(StrEnum):
    """A set of questions with the answers to them."""

    DEVELOPMENT = "development questions"
    UNSEEN_QUESTIONS = "unseen questions"
    STRANGERS = "unseen questions, a stranger's answers"
    UNSEEN_TOPICS = "unseen topics"
    OWN_QUESTIONS = "own questions"


KEPT: Final = (AnswerSet.UNSEEN_QUESTIONS, AnswerSet.STRANGERS, AnswerSet.UNSEEN_TOPICS, AnswerSet.OWN_QUESTIONS)
"""What nothing was made with, and nothing may be chosen by."""

_PARTS: Final = {
    Part.UNSEEN_QUESTIONS: AnswerSet.UNSEEN_QUESTIONS,
    Part.UNSEEN_TOPICS: AnswerSet.UNSEEN_TOPICS,
}

_LEAD_INS: Final = (
    "So you are asking: {} Let me think.",
    "Okay, so the question is this. {} Right, give me a moment.",
    "Let me say that back to you, to be sure that I have got it. {} Is that it?",
    "so what you would like to hear from me is um {} okay good question",
)


def questions_of(answer_set: AnswerSet, bank: Bank) -> tuple[Question, ...]:
    """The questions of a set, in the bank's order or the pack's."""
    match answer_set:
        case AnswerSet.OWN_QUESTIONS:
            return own_questions()
        case AnswerSet.STRANGERS:
            answered = {answer.question for answer in strangers_answers()}
            return tuple(question for question in bank.questions if question.id in answered)
    return tuple(question for question in bank.questions if _set_of(question) is answer_set)


def answers_of(answer_set: AnswerSet, bank: Bank) -> Iterator[tuple[Question, LabelledAnswer]]:
    """The answers of a set, each with its question, and for each question that nobody said back, it said back."""
    written = _written(answer_set)
    for index, question in enumerate(questions_of(answer_set, bank)):
        answers = [answer for answer in written if answer.question == question.id]
        yield from ((question, answer) for answer in _with_read_back(answers, question, index))


def _written(answer_set: AnswerSet) -> Sequence[LabelledAnswer]:
    match answer_set:
        case AnswerSet.OWN_QUESTIONS:
            return own_answers()
        case AnswerSet.STRANGERS:
            return strangers_answers()
    return labelled_answers()


def read_back(question: Question, index: int) -> LabelledAnswer:
    """The question said back with nothing in answer to it; `index` chooses how it begins."""
    said = _LEAD_INS[index % len(_LEAD_INS)].format(question.text)
    return LabelledAnswer(question.id, "read-back", said, {point.id: "not" for point in question.key_points})


def _with_read_back(answers: Sequence[LabelledAnswer], question: Question, index: int) -> Sequence[LabelledAnswer]:
    if any(answer.kind == "read-back" for answer in answers):
        return answers
    return [*answers, read_back(question, index)]


def _set_of(question: Question) -> AnswerSet | None:
    """The set of a question of the bank; None if the judge learns from it."""
    part = part_of(question.id, question.topics)
    return _PARTS.get(part) or (AnswerSet.DEVELOPMENT if is_development(question.id) else None)
