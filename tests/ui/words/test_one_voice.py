"""Heading, tiles, advice and what comes next say the same of an answer; none contradicts another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from question_bank.models import Question
from simulator.analysis.report import AnswerReport
from simulator.follow_ups.ladder import Rung, next_step
from simulator.follow_ups.steps import Aim
from tests.simulator.labelled_reports import development_answers, report_of
from tests.ui.samples import sample_record
from ui.words.answer_title import title_of
from ui.words.shown_measures import five_measures
from ui.words.what_next import what_next

ALL_MADE = ("You made all", "You made the key point", "Short and complete", "all of them")
NONE_MADE = ("No key point", "You made no key point")
PRAISE = ("You made that point", "You made that point earlier")
LEFT_OUT = {Aim.MISSED, Aim.HALF, Aim.CONTRARY}

each_question = pytest.mark.parametrize(
    "question", dict.fromkeys(question for question, _ in development_answers()), ids=lambda question: question.id
)


def said_of(question: Question, report: AnswerReport) -> str:
    """Heading, tiles and advice, as one text."""
    record = replace(sample_record(), question=question, report=report)
    tiles = (f"{tile.value} {tile.unit} {tile.note}" for tile in five_measures(record))
    return " ".join((title_of(record), *tiles, *(advice.text for advice in report.advice)))


def says(text: str, sentences: tuple[str, ...]) -> bool:
    return any(sentence in text for sentence in sentences)


@each_question
def test_no_sentence_contradicts_another(question: Question) -> None:
    for asked, answer in development_answers():
        if asked.id == question.id:
            report = report_of(question, answer)
            made, is_all = report.covered_count, report.covered_count == len(question.key_points)
            step, end = (next_step([Rung(question, report)], max_depth=depth) for depth in (4, 0))
            shown, coming = said_of(question, report), f"{what_next(step)} {what_next(end)}"
            assert not (says(shown, ALL_MADE) and not is_all), answer.text
            assert not (says(shown, NONE_MADE) and made), answer.text
            assert not (says(coming, PRAISE) and not made), answer.text
            assert not (is_all and step.aim in LEFT_OUT), answer.text
            assert not (" good." in coming and not made), answer.text
