from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.models import Kind
from simulator.analysis.analyse import analyse, analyse_text, analysed_with_points
from simulator.analysis.report import NOT_UNDERSTOOD, AnswerReport
from simulator.transcript import FilledPause, Span, Transcript, Word
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import spoken

_ENOUGH = (
    "Um, overfitting is when the the model learns noise, you know, in the training data. [1.0] I would look at the"
    " validation error and, uh, compare. [0.5] Then I would use dropout because it is cheap to try, and then more data"
    " if we can get it. That is the usual order in which I go."
)


def test_a_whole_report() -> None:
    report = analyse(spoken(_ENOUGH), OVERFITTING)
    assert report.enough_speech
    assert {filler.kind for filler in report.fillers} == {"sound", "word", "repeat"}
    assert report.key_points is not None
    assert [point.covered for point in report.key_points] == [True] * 4
    assert report.time_to_point_s == pytest.approx(3.2)
    assert report.length is not None
    assert report.length.light == "green"
    assert report.fillers_per_minute is not None
    assert report.fillers_per_minute.sound == pytest.approx(2 / (report.speech_s or 1) * 60, abs=0.01)
    assert 1 <= len(report.advice) <= 3
    assert report.think_aloud is None


def test_the_report_survives_json() -> None:
    report = analyse(spoken(_ENOUGH), OVERFITTING, Kind.THINK_ALOUD)
    assert report.think_aloud is not None
    assert msgspec.json.decode(msgspec.json.encode(report), type=AnswerReport) == report


@pytest.mark.parametrize(
    ("transcript", "word"),
    [
        (replace(spoken("too few words [20]"), speech=(Span(0.0, 20.0),)), "words"),
        (Transcript(60.0, language="en", model="base"), "speech"),
        (Transcript(0.0, language="en", model="base"), "speech"),
        (replace(spoken(_ENOUGH), language="de"), "language"),
        (replace(spoken(_ENOUGH), model=None), "model"),
        (spoken(" ".join(_ENOUGH.split()[:31])), "speech"),
    ],
)
def test_without_enough_speech_there_is_never_a_score(transcript: Transcript, word: str) -> None:
    report = analyse(transcript, OVERFITTING)
    assert not report.enough_speech
    figures = (
        report.fillers_per_minute, report.pauses, report.pace, report.length, report.rambling,
        report.time_to_point_s, report.think_aloud, report.fillers_per_100_words,
    )  # fmt: skip
    assert all(figure is None for figure in figures)
    assert word in report.not_measured["enough_speech"]
    assert report.advice[-1].text.startswith("Not enough speech")


@pytest.mark.parametrize(
    "transcript",
    [
        Transcript(60.0, language="en", model="base"),
        replace(spoken(_ENOUGH), language="de"),
        replace(spoken(_ENOUGH), model=None),
    ],
)
def test_what_was_not_heard_is_held_against_no_key_point(transcript: Transcript) -> None:
    report = analyse(transcript, OVERFITTING)
    assert report.key_points is None
    assert report.findings == ()
    assert len(report.advice) == 1


def test_a_short_answer_is_held_against_the_key_points_all_the_same() -> None:
    answer = "The model learns noise by heart. I look at the validation error, and I use dropout."
    for report in (analyse(spoken(answer), OVERFITTING), analyse_text(answer, OVERFITTING)):
        assert not report.enough_speech
        assert report.key_points is not None
        assert [point.covered for point in report.key_points] == [True, True, True, False]
        missed, not_enough = report.advice
        assert missed.text == "3 of 4 key points made. Next, cover: More data or early stopping."
        assert not_enough.text.startswith("Not enough speech to measure pace and fillers: ")


def test_a_short_answer_with_every_point_is_praised() -> None:
    answer = "It learns noise: the validation error grows. Dropout helps, and more data."
    report = analyse(spoken(answer), OVERFITTING)
    assert [finding.id for finding in report.findings] == ["points.all"]


_QUICK = "The model learns noise by heart, which the validation error shows. Um, I use dropout, and more data."


def test_a_quick_fact_has_what_can_be_measured_in_a_few_seconds() -> None:
    report = analyse(spoken(_QUICK), replace(OVERFITTING, kind=Kind.QUICK))
    assert report.enough_speech
    assert report.answer_s == pytest.approx(7.1)
    assert report.fillers_per_minute is not None
    assert report.fillers_per_minute.sound == pytest.approx(60 / 7.2, abs=0.01)
    assert report.fillers_per_minute.give_or_take == pytest.approx(60 / 7.2, abs=0.1)
    assert report.covered_count == 4
    assert (report.pace, report.pauses, report.rambling, report.fillers_per_100_words) == (None, None, None, None)
    assert report.not_measured["pace"] == "7 s of speech; at least 15 s are needed"


def test_a_few_seconds_are_neither_praised_nor_blamed_for_one_filler() -> None:
    quick = replace(OVERFITTING, kind=Kind.QUICK)
    for text in (_QUICK, _QUICK.replace("Um, ", "")):
        assert not any(finding.id.startswith("fillers") for finding in analyse(spoken(text), quick).findings)
    hesitant = analyse(spoken(_QUICK.replace("dropout", "um dropout")), quick)
    (finding,) = [finding for finding in hesitant.findings if finding.id == "fillers.sounds"]
    assert ", give or take " in finding.text


def test_of_a_few_words_nothing_is_measured_in_a_quick_fact_either() -> None:
    report = analyse(spoken("It learns noise by heart."), replace(OVERFITTING, kind=Kind.QUICK))
    assert not report.enough_speech
    assert report.length is None


def test_where_nobody_can_be_understood_there_are_no_figures_and_no_praise() -> None:
    heard = spoken(_ENOUGH)
    babble = replace(heard, words=tuple(replace(word, probability=0.34) for word in heard.words))
    report = analyse(babble, OVERFITTING)
    assert not report.enough_speech
    assert (report.fillers, report.findings, report.length, report.key_points) == ((), (), None, None)
    (said,) = report.advice
    assert said.text.startswith("This could not be judged: hardly a word could be made out")
    assert NOT_UNDERSTOOD in report.not_measured


def test_a_verdict_put_right_leaves_a_quick_fact_as_far_measured_as_it_was() -> None:
    quick, heard = replace(OVERFITTING, kind=Kind.QUICK), spoken(_QUICK)
    report = analyse(heard, quick)
    assert report.key_points is not None
    again = analysed_with_points(report, report.key_points, quick, heard)
    assert (again.enough_speech, again.length, again.rambling) == (True, report.length, None)


def test_a_late_stop_changes_no_figure() -> None:
    prompt, late = analyse(spoken(_ENOUGH), OVERFITTING), analyse(spoken(_ENOUGH, tail_s=40.0), OVERFITTING)
    assert late.answer_s == prompt.answer_s
    assert late.pace == prompt.pace
    assert late.advice == prompt.advice
    assert late.length is not None
    assert "ran on for 40 s" in late.length.beside


def test_another_language_has_no_fillers() -> None:
    assert not analyse(replace(spoken(_ENOUGH), language="de")).fillers


def test_words_and_fillers_stay_without_enough_speech() -> None:
    report = analyse(spoken("Um, it, uh"))
    assert report.transcript.text == "Um, it, uh"
    assert [filler.text for filler in report.fillers] == ["um", "uh"]


def test_what_the_engine_cannot_hear_is_none_and_said() -> None:
    deaf = replace(spoken(_ENOUGH), cannot_hear={"filler_sounds": "PocketSphinx leaves them out"})
    report = analyse(deaf, OVERFITTING)
    assert report.fillers_per_minute is not None
    assert report.fillers_per_minute.sound is None
    assert report.not_measured["filler_sounds"] == "PocketSphinx leaves them out"
    assert any("cannot hear filler sounds" in advice.text for advice in report.advice)


def test_without_a_question_nothing_is_made_up() -> None:
    report = analyse(spoken(_ENOUGH))
    assert report.key_points is None
    assert report.time_to_point_s is None
    assert {"key_points", "time_to_point_s"} <= set(report.not_measured)


def test_a_typed_answer_has_what_needs_no_sound() -> None:
    report = analyse_text(_ENOUGH.replace("[1.0]", "").replace("[0.5]", ""), OVERFITTING)
    assert report.enough_speech
    sounds = (report.duration_s, report.speech_s, report.fillers_per_minute, report.pauses, report.pace, report.length)
    assert all(figure is None for figure in sounds)
    assert report.rambling is not None
    assert report.key_points is not None
    assert all(point.covered and point.at_s is None for point in report.key_points)
    assert all(word.start_s is None for word in report.transcript.words)
    assert all(filler.start_s is None and filler.word_index is not None for filler in report.fillers)


def test_an_empty_typed_answer_is_not_enough() -> None:
    report = analyse_text("")
    assert not report.enough_speech
    assert report.duration_s is None
    assert report.advice[0].text == "Not enough speech to judge: there are no words in it."


def test_an_answer_in_which_nothing_was_heard_is_told_so() -> None:
    silent = analyse(Transcript(60.0, language="en", model="base"), OVERFITTING)
    assert [advice.text for advice in silent.advice] == ["Not enough speech to judge: no speech was heard."]
    noise = analyse(Transcript(60.0, speech=(Span(0.0, 20.0),), language="en", model="base"), OVERFITTING)
    assert [advice.text for advice in noise.advice] == ["Not enough speech to judge: no words were heard."]


def test_the_question_gives_the_kind_unless_one_is_asked_for() -> None:
    assert analyse(spoken(_ENOUGH), OVERFITTING).think_aloud is None
    assert analyse(spoken(_ENOUGH), kind=Kind.THINK_ALOUD).think_aloud is not None
    quick = analyse(spoken(_ENOUGH), kind=Kind.QUICK).length
    assert quick is not None
    assert quick.target_s == 35


def test_recent_advice_is_not_given_a_third_time() -> None:
    first = analyse(spoken(_ENOUGH), OVERFITTING)
    said = [advice.finding for advice in first.advice]
    again = analyse(spoken(_ENOUGH), OVERFITTING, recent_advice=said * 2)
    assert not set(said) & {advice.finding for advice in again.advice}


_SECONDS = st.floats(-5, 90) | st.sampled_from([nan, inf, -inf])
_TEXTS = st.sampled_from(
    [
        "um",
        "uh",
        "like",
        "you",
        "know",
        "i",
        "mean",
        "so",
        "the",
        "the,",
        "and.",
        "right?",
        "noise",
        "th-",
        "validation-error",
        "…",
        "-",
        "5",
        "mm",
        "mm-hmm",
        "kind",
        "of",
        "yeah",
    ]
) | st.text(max_size=8)
_WORDS = st.builds(Word, _TEXTS, _SECONDS, _SECONDS, st.none() | st.floats(0, 1))
_TRANSCRIPTS = st.builds(
    Transcript,
    duration_s=st.floats(0, 80) | st.just(nan),
    words=st.lists(_WORDS, max_size=80).map(tuple),
    speech=st.lists(st.builds(Span, _SECONDS, _SECONDS), max_size=6).map(tuple),
    filled_pauses=st.lists(st.builds(FilledPause, st.just("um"), _SECONDS, _SECONDS, st.floats(0, 1)), max_size=4).map(
        tuple
    ),
    language=st.sampled_from([None, "en", "de"]),
    model=st.sampled_from([None, "base"]),
)


@given(_TRANSCRIPTS, st.sampled_from([None, OVERFITTING]), st.sampled_from([None, *Kind]))
def test_any_transcript_gives_a_sound_report(transcript: Transcript, question: object, kind: Kind | None) -> None:
    report = analyse(transcript, OVERFITTING if question else None, kind)
    assert report.duration_s is not None
    places = [(filler.start_s, filler.end_s) for filler in report.fillers]
    places += [(advice.start_s, advice.end_s) for advice in report.advice if advice.start_s is not None]
    places += [(pause.start_s, pause.end_s) for pause in report.pauses or ()]
    places += [(reason.start_s, reason.end_s) for reason in (report.rambling.reasons if report.rambling else ())]
    for start_s, end_s in places:
        assert start_s is not None
        assert end_s is not None
        assert 0 <= start_s <= end_s <= report.duration_s + 0.001
    for filler in report.fillers:
        assert filler.word_index is None or 0 <= filler.word_index <= len(transcript.words) - filler.word_count
        assert 0 <= filler.confidence <= 1
    assert len(report.advice) <= 3


@given(st.text(max_size=400))
def test_any_text_gives_a_report(text: str) -> None:
    report = analyse_text(text, OVERFITTING)
    assert len(report.transcript.words) == len(text.split())
