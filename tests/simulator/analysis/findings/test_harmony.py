"""No sentence that is said of an answer contradicts another, whatever was heard in it.

Over the labelled answers for development, with the figures that a model would give if it judged as the people did who
labelled them: at the first window, at the last, and one point after another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import pytest

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.key_points.entailment import Likelihood
from simulator.analysis.report import AnswerReport
from simulator.analysis.utterance import Utterance
from tests.answers.labelled import LabelledAnswer, labelled_answers
from tests.answers.parts import Part, is_development, part_of
from tests.simulator.analysis.readings import (
    CONTRARY,
    MADE,
    MAYBE,
    NEITHER,
    Place,
    at_first,
    at_last,
    one_after_another,
    read_as,
)
from tests.simulator.analysis.speaking import heard, spoken

FIGURES: Final = {"made": MADE, "half": MAYBE, "contrary": CONTRARY, "not": NEITHER}
WAYS: Final = ((at_first, "spoken"), (one_after_another, "slowly"), (at_last, "typed"))
PRAISE_OF_AN_ANSWER: Final = {
    "points.all", "point.early", "length.good", "reasons.given", "evidence.numbers", "thinking.clear",
}  # fmt: skip
SLOWLY: Final = " [4.0] "


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled answer and what is said of it."""

    answer: LabelledAnswer
    question: Question
    report: AnswerReport

    @property
    def said(self) -> tuple[str, ...]:
        """Every sentence of the report: what is advised, what else was found, and why it rambles."""
        rambling = self.report.rambling
        reasons = rambling.reasons if rambling and rambling.flag else ()
        found = (finding.text for finding in self.report.findings)
        return (*(advice.text for advice in self.report.advice), *found, *(reason.why for reason in reasons))

    @property
    def ids(self) -> set[str]:
        return {finding.id for finding in self.report.findings} | {advice.finding for advice in self.report.advice}

    def count(self, verdict: str) -> int:
        return sum(point.verdict == verdict for point in self.report.key_points or ())

    def says(self, *wordings: str) -> list[str]:
        return [text for text in self.said if any(wording in text for wording in wordings)]


def _development() -> Iterator[tuple[LabelledAnswer, Question]]:
    bank = Bank.load()
    for answer in labelled_answers():
        question = bank.get(answer.question)
        if part_of(question.id, question.topics) is Part.TRAINING and is_development(question.id):
            yield answer, question


def _figures(answer: LabelledAnswer) -> dict[str, Likelihood]:
    return {point: FIGURES[label] for point, label in answer.labels.items()}


def _judged(answer: LabelledAnswer, question: Question, place: Place, how: str) -> Judged:
    if how == "typed":
        entailment = read_as(Utterance.typed(answer.text), question, _figures(answer), place)
        return Judged(answer, question, analyse_text(answer.text, question, entailment=entailment))
    text = answer.text.replace(". ", "." + SLOWLY) if how == "slowly" else answer.text
    entailment = read_as(heard(text), question, _figures(answer), place)
    return Judged(answer, question, analyse(spoken(text), question, entailment=entailment))


@cache
def judged() -> tuple[Judged, ...]:
    """Each answer typed, spoken and spoken slowly, its points at one place or another."""
    return tuple(_judged(answer, question, *way) for answer, question in _development() for way in WAYS)


def test_there_are_answers_of_every_verdict() -> None:
    assert len(judged()) >= 500
    assert all(sum(one.count(verdict) > 0 for one in judged()) >= 50 for verdict in ("made", "maybe", "contrary"))
    assert sum(not one.count("made") for one in judged()) >= 50


def test_the_verdicts_are_those_of_the_figures() -> None:
    """A cue beside what is half said may make it whole."""
    expected = {"made": ["made"], "half": ["maybe", "made"], "contrary": ["contrary"], "not": ["not"]}
    flagged = [one for one in judged() if one.report.red_flags]
    assert flagged == []
    for one in judged():
        verdicts = {point.id: point.verdict for point in one.report.key_points or ()}
        assert [one for point, label in one.answer.labels.items() if verdicts[point] not in expected[label]] == []
        assert [point.id for point in one.report.key_points or () if point.covered != (point.verdict == "made")] == []


def test_a_contrary_statement_comes_first_and_nothing_praises_the_answer_beside_it() -> None:
    for one in judged():
        if one.count("contrary"):
            assert one.report.advice[0].finding == "contrary.said", one.said
            assert not one.ids & (PRAISE_OF_AN_ANSWER | {"honesty"}), one.said
            assert not one.says("You had answered", "You made all", "has been heard yet"), one.said
        else:
            assert "contrary.said" not in one.ids


def test_what_was_said_the_wrong_way_round_is_quoted_and_plays() -> None:
    for one in judged():
        for advice in (advice for advice in one.report.advice if advice.finding == "contrary.said"):
            quote = re.search("“(.*?)”", advice.text)
            assert quote is not None
            said = quote[1].removesuffix(" …")
            assert 1 <= len(said.split()) <= 18
            spoken = re.sub(
                r"\b(?:um|uh|er|hmm),? ", "", one.report.transcript.text.replace('"', "")
            )  # no sounds in quotes
            assert said in spoken, advice.text
            contrary = one.report.contrary_points[0]
            assert contrary.word_index is not None
            word = one.report.transcript.words[contrary.word_index]
            assert advice.start_s == word.start_s
            text = next(point.text for point in one.question.key_points if point.id == contrary.id)
            assert text.rstrip(".") in advice.text


def test_an_answer_without_a_point_is_not_praised_and_not_told_where_to_stop() -> None:
    for one in judged():
        if not one.count("made"):
            assert not one.ids & (PRAISE_OF_AN_ANSWER | {"length.short", "structure.could_stop", "point.late"}), (
                one.said
            )
            assert not one.says("You made all", "good length", "You had answered", "Your last new point"), one.said
            assert one.report.time_to_point_s is None
            assert one.report.rambling is None or one.report.rambling.could_stop_word is None
            assert one.ids & {"points.missed", "points.unclear", "contrary.said", "unanswered.off_topic",
                              "unanswered.topic_only"}, one.said  # fmt: skip


def test_the_numbers_of_points_are_those_of_the_verdicts() -> None:
    for one in judged():
        made, total = one.report.covered_count, len(one.question.key_points)
        counted = [match for text in one.said for match in re.findall(r"(\d+) of (\d+) key points", text)]
        assert set(counted) <= {(str(made), str(total))}, one.said
        perhaps = [match for text in one.said for match in re.findall(r"(?:maybe|may have made) (one|\d+)", text)]
        assert set(perhaps) <= {"one" if one.count("maybe") == 1 else str(one.count("maybe"))}, one.said
        assert bool(one.says("You made all", "You made the key point")) == (made == total), one.said
        assert not (one.says("No key point", "no key point was") and made), one.said
        more = [int(match) for text in one.said for match in re.findall(r"And (\d+) more point", text)]
        assert set(more) <= {one.count("contrary") - 1}, one.said


def test_next_to_cover_is_what_was_not_heard() -> None:
    for one in judged():
        texts = {point.text.rstrip("."): point.id for point in one.question.key_points}
        verdicts = {point.id: point.verdict for point in one.report.key_points or ()}
        for wording, wanted in (
            ("Next, cover: ", {"not"}),
            ("Say this one more clearly: ", {"maybe"}),
            ("Start with this: ", {"not"}),
            ("The key point is: ", {"contrary"}),
        ):
            for text in one.says(wording):
                claim = text.partition(wording)[2]
                point = max((known for known in texts if claim.startswith(known)), key=len)
                assert verdicts[texts[point]] in wanted, text


def test_the_time_to_the_point_is_that_of_a_made_one() -> None:
    for one in judged():
        starts = [point.at_s for point in one.report.key_points or () if point.covered and point.at_s is not None]
        if one.report.is_measured_in_full:
            assert one.report.time_to_point_s == min(starts, default=None)


def test_nobody_could_have_stopped_before_a_point() -> None:
    for one in judged():
        stop = one.report.rambling.could_stop_word if one.report.rambling else None
        touched = [point.words[-1] for point in one.report.key_points or () if point.is_touched and point.words]
        assert stop is None or (touched and stop >= max(touched)), one.said


def test_what_took_up_a_point_did_not_miss_the_question() -> None:
    for one in judged():
        if any(point.is_touched for point in one.report.key_points or ()):
            assert not one.says("did not take up the question", "a different question", "touches on the topic"), (
                one.said
            )
        rambling = one.report.rambling
        for reason in rambling.reasons if rambling else ():
            if reason.rule == "no_new_point" and reason.word_index is not None:
                inside = range(reason.word_index + 1, reason.word_index + reason.word_count - 1)
                points = one.report.key_points or ()
                assert not [point for point in points if point.word_index is not None and point.word_index in inside]


def test_an_early_point_is_not_called_late() -> None:
    for one in judged():
        rules = {reason.rule for reason in one.report.rambling.reasons} if one.report.rambling else set()
        assert not ("point.early" in one.ids and ("point.late" in one.ids or "point_late" in rules)), one.said
        assert not ("length.good" in one.ids and one.ids & {"length.over", "length.short", "structure.could_stop"})
        assert not {"fillers.fluent", "fillers.sounds"} <= one.ids
        assert not {"reasons.given", "reasons.missing"} <= one.ids
        assert not {"evidence.numbers", "evidence.none"} <= one.ids
        assert not ("thinking.clear" in one.ids and one.ids & {"thinking.assumptions", "thinking.conclusion"})


def test_a_point_is_half_said_only_where_it_was_not_contradicted() -> None:
    for one in judged():
        for point in one.report.key_points or ():
            assert not (point.is_contrary and point.half_word_index is not None)
            assert not point.is_maybe or point.half_word_index in point.words


@pytest.mark.parametrize("kept", ["contrary.said", "unanswered.topic_only"])
def test_what_is_wrong_each_time_is_told_each_time(kept: str) -> None:
    one = next(one for one in judged() if one.report.advice[0].finding == kept)
    figures = _figures(one.answer)
    entailment = read_as(heard(one.answer.text), one.question, figures)
    again = analyse(spoken(one.answer.text), one.question, recent_advice=(kept, kept), entailment=entailment)
    assert again.advice[0].finding == kept


def test_without_a_model_nothing_is_contrary_and_none_is_praised_for_nothing() -> None:
    for answer, question in _development():
        one = Judged(answer, question, analyse(spoken(answer.text), question))
        assert not one.report.contrary_points
        if not one.report.covered_count:
            assert not one.ids & PRAISE_OF_AN_ANSWER, one.said
            assert not one.says("no key point has been heard yet", "seems to answer"), one.said


def test_a_flag_in_the_words_of_a_contrary_statement_is_told_once() -> None:
    answer, question = next((a, q) for a, q in _development() if "contrary" in a.labels.values() and q.red_flags)
    figures = _figures(answer) | {question.red_flags[0].text: MADE}
    report = analyse(spoken(answer.text), question, entailment=read_as(heard(answer.text), question, figures))
    assert [flag.text for flag in report.red_flags or ()] == [question.red_flags[0].text]
    assert "flags.said" not in {finding.id for finding in report.findings}
    apart = replace(report, key_points=())
    assert apart.contrary_points == ()
