"""The user's last word on a key point: everything that rests on it follows, and taking it back leaves no trace."""

from __future__ import annotations

from dataclasses import replace

from question_bank.models import KeyPoint, Question
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import AnswerReport, KeyPointResult
from simulator.transcript import Span, Transcript, Word
from simulator.verdict_corrections import VerdictCorrection, put_right, toggled
from tests.simulator.store.builders import a_question

SPOKEN = (
    "Dropout thins the network at random in every step, so that no unit can rely on another one. "
    "I have used it in many projects, and the validation error went down a little each time we tried it there. "
    "At prediction all units are on, and the weights are scaled."
)
QUESTION = replace(
    a_question(),
    key_points=(
        KeyPoint("thins", "It thins the network at random.", ("thins the network",)),
        KeyPoint("prediction", "At prediction time, all units are active.", ("all units are on",)),
        KeyPoint("ensemble", "It acts like an ensemble.", ("ensemble",)),
    ),
)


def transcript(text: str = SPOKEN) -> Transcript:
    words = tuple(Word(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(text.split()))
    length_s = len(words) / 2 + 1
    return Transcript(length_s, words, (Span(0.0, length_s),), language="en", model="test")


def judged() -> AnswerReport:
    return analyse(transcript(), QUESTION)


def corrected(report: AnswerReport, *corrections: VerdictCorrection, question: Question = QUESTION) -> AnswerReport:
    return put_right(report, corrections, question, transcript())


def point(report: AnswerReport, name: str) -> KeyPointResult:
    return next(one for one in report.key_points or () if one.id == name)


def said(report: AnswerReport) -> str:
    return " ".join(finding.text for finding in report.findings)


def test_a_point_that_was_not_made_loses_its_place_and_counts_no_more() -> None:
    before = judged()
    after = corrected(before, VerdictCorrection("thins", "not"))
    thins = point(after, "thins")
    assert (thins.covered, thins.verdict, thins.found_by) == (False, "not", "user")
    assert (thins.at_s, thins.word_index, thins.word_count) == (None, None, 0)
    assert after.covered_count == before.covered_count - 1
    assert after.time_to_point_s == point(before, "prediction").at_s


def test_a_point_that_was_made_counts_though_nobody_knows_where() -> None:
    before = judged()
    after = corrected(before, VerdictCorrection("ensemble", "made"))
    assert after.covered_share == 1
    assert any(finding.id == "points.all" for finding in after.findings)
    assert not any(finding.id == "points.missed" for finding in after.findings)
    assert after.time_to_point_s == before.time_to_point_s


def test_the_contrary_keeps_the_words_that_say_it_and_the_probability_of_the_model() -> None:
    before = judged()
    maybe = replace(point(before, "prediction"), covered=False, verdict="maybe", probability=0.55)
    points = tuple(maybe if one.id == "prediction" else one for one in before.key_points or ())
    after = corrected(replace(before, key_points=points), VerdictCorrection("prediction", "contrary"))
    assert point(after, "prediction") == replace(maybe, verdict="contrary", found_by="user")
    assert after.contrary_points == (point(after, "prediction"),)


def test_advice_follows() -> None:
    before = judged()
    assert "2 of 3 key points" in said(before)
    after = corrected(before, VerdictCorrection("thins", "not"))
    assert "1 of 3 key points" in said(after)
    assert any("1 of 3 key points" in advice.text for advice in after.advice)


def test_what_rests_on_no_point_stays() -> None:
    before = judged()
    after = corrected(before, VerdictCorrection("thins", "not"))
    for name in ("fillers", "fillers_per_minute", "pace", "pauses", "length", "transcript", "rules", "held_back"):
        assert getattr(after, name) == getattr(before, name), name


def test_no_point_left_says_why_there_is_no_time_to_it() -> None:
    none = [VerdictCorrection(name, "not") for name in ("thins", "prediction")]
    after = corrected(judged(), *none)
    assert after.time_to_point_s is None
    assert after.not_measured["time_to_point_s"] == "no key point was made"
    somewhere = corrected(judged(), *none, VerdictCorrection("ensemble", "made"))
    assert somewhere.not_measured["time_to_point_s"] == "it is not known when the point was made"
    back = corrected(judged(), *none, VerdictCorrection("thins", None))
    assert "time_to_point_s" not in back.not_measured


def test_the_latest_word_on_a_point_counts_and_none_leaves_it_as_judged() -> None:
    before = judged()
    assert corrected(before, VerdictCorrection("thins", "not"), VerdictCorrection("thins", None)) is before
    twice = corrected(before, VerdictCorrection("thins", "not"), VerdictCorrection("thins", "contrary"))
    assert point(twice, "thins").is_contrary


def test_a_point_that_is_gone_says_nothing() -> None:
    before = judged()
    assert corrected(before, VerdictCorrection("unknown", "made")) is before
    without = replace(before, key_points=None)
    assert corrected(without, VerdictCorrection("thins", "made")) is without


def test_a_short_answer_and_a_typed_one_follow_too() -> None:
    text = "It thins the network at random."
    short = analyse(transcript(text), QUESTION)
    assert not short.enough_speech
    after = put_right(short, [VerdictCorrection("thins", "not")], QUESTION, transcript(text))
    assert (after.covered_count, after.enough_speech, after.pace) == (0, False, None)
    assert after.not_measured["enough_speech"] == short.not_measured["enough_speech"]
    typed = put_right(analyse_text(SPOKEN, QUESTION), [VerdictCorrection("ensemble", "made")], QUESTION, None)
    assert typed.covered_share == 1
    assert typed.duration_s is None


def test_words_written_down_anew_wait_for_their_judgement() -> None:
    before = judged()
    after = put_right(before, [VerdictCorrection("thins", "not")], QUESTION, transcript("Quite other words."))
    assert after.covered_count == before.covered_count - 1
    assert after.findings == before.findings


def test_one_key_turns_made_into_not_made_and_anything_else_into_made() -> None:
    assert toggled("a", is_made=True) == VerdictCorrection("a", "not")
    assert toggled("a", is_made=False) == VerdictCorrection("a", "made")
