"""A user's own questions and the answers to them: labelled point by point, in the number agreed on."""

from __future__ import annotations

from collections import Counter, defaultdict

from question_bank.bank import Bank
from tests.answers.labelled import LabelledAnswer, labelled_answers
from tests.answers.own_labelled import own_answers, own_questions

OF_EACH_KIND = Counter({"good": 2, "partial": 2, "wrong": 2, "jargon": 1, "off-topic": 1, "read-back": 1})
SHORTEST, LONGEST = 40, 150  # words


def test_every_question_has_its_nine_answers() -> None:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for answer in own_answers():
        kinds[answer.question][answer.kind] += 1
    assert kinds == {question.id: OF_EACH_KIND for question in own_questions()}


def test_every_answer_is_labelled_point_by_point() -> None:
    points = {question.id: {point.id for point in question.key_points} for question in own_questions()}
    assert [answer for answer in own_answers() if set(answer.labels) != points[answer.question]] == []


def test_what_the_kind_says_is_what_the_labels_say() -> None:
    assert [answer for answer in own_answers() if not _fits_its_kind(answer)] == []


def test_answers_are_as_long_as_people_speak_and_none_is_said_twice() -> None:
    lengths = [len(answer.text.split()) for answer in own_answers()]
    assert min(lengths) >= SHORTEST
    assert max(lengths) <= LONGEST
    texts = [answer.text for answer in (*own_answers(), *labelled_answers())]
    assert [text for text, count in Counter(texts).items() if count > 1] == []


def test_the_questions_are_not_the_banks_own(bank: Bank) -> None:
    theirs = {question.id for question in bank.questions} | {question.text for question in bank.questions}
    assert [question.id for question in own_questions() if {question.id, question.text} & theirs] == []
    assert all(3 <= len(question.key_points) <= 6 for question in own_questions())
    assert all(2 <= len(point.cues) <= 4 for question in own_questions() for point in question.key_points)


def _fits_its_kind(answer: LabelledAnswer) -> bool:
    labels, count = Counter(answer.labels.values()), len(answer.labels)
    match answer.kind:
        case "good":
            return labels["made"] > count / 2 and not labels["contrary"]
        case "partial":
            return 0 < labels["made"] < count and not labels["contrary"]
        case "wrong":
            return labels["contrary"] >= count / 2 and not labels["made"]
    return set(labels) == {"not"}
