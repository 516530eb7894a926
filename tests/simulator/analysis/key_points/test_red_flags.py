from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from question_bank.bank import Bank
from question_bank.models import Question, RedFlag
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.key_points import red_flags
from simulator.analysis.key_points.entailment import Likelihood
from simulator.analysis.key_points.red_flags import find_red_flags
from simulator.analysis.report import RedFlagHeard
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.readings import read_as
from tests.simulator.analysis.red_flag_sentences import SAID, TRAPS
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard, spoken

BANK = Bank.load()
FLAGS = (RedFlag("Says that more trees overfit.", ("more trees overfit",)), RedFlag("Names ten products."))
FLAGGED = replace(OVERFITTING, red_flags=FLAGS)
LONG = (
    "Overfitting means that a model learns the noise of its training data by heart. You notice it when the validation "
    "error is higher than the training error. Take a forest, more trees overfit quickly. Against it I use dropout and "
    "regularisation, and I take a simpler model."
)


def _flagged(question_id: str, sentence: str) -> bool:
    return bool(find_red_flags(Utterance.typed(sentence), BANK.get(question_id).red_flags))


@pytest.mark.parametrize(("question_id", "sentence"), TRAPS)
def test_what_only_sounds_like_a_mistake_is_none(question_id: str, sentence: str) -> None:
    assert not _flagged(question_id, sentence)


def test_most_mistakes_in_plain_words_are_heard() -> None:
    """31 of 40 when this was written; a miss is no fault, a wrong accusation is."""
    missed = [said for said in SAID if not _flagged(*said)]
    assert len(missed) <= len(SAID) / 4, missed


@pytest.mark.parametrize(
    "sentence",
    [
        "More trees overfit.",
        "I believe more trees overfit.",
        "That's why more trees overfit.",
        "We have a forest and more trees overfit it. The test was great.",
    ],
)
def test_a_claim_is_a_claim(sentence: str) -> None:
    assert find_red_flags(Utterance.typed(sentence), FLAGS)


@pytest.mark.parametrize(
    "sentence",
    [
        "More trees never overfit.",
        "Trees overfit more.",
        "More trees sometimes overfit.",
        "More trees, mostly, overfit.",
        "More trees, they overfit.",
        "More deep trees overfit.",
        "“More trees overfit” is what he wrote.",
        "More trees overfit, I mean they don't.",
        "More trees overfit? Hardly.",
        "More trees overfit. No, that was boosting.",
        "Here is a trap. More trees overfit.",
        "More trees overfit. That is a misconception.",
        "More trees overfit only in boosting.",
    ],
)
def test_one_word_around_it_is_enough_for_doubt(sentence: str) -> None:
    assert find_red_flags(Utterance.typed(sentence), FLAGS) == ()


def test_a_flag_is_heard_at_its_first_place_with_its_own_words() -> None:
    (flag,) = find_red_flags(heard("Well. More trees do overfit. More trees overfit."), FLAGS)
    assert (flag.text, flag.said) == ("Says that more trees overfit.", "More trees do overfit")
    assert (flag.word_index, flag.word_count) == (1, 4)
    assert (flag.start_s, flag.end_s) == (0.4, 1.9)


def test_a_flag_is_a_finding_that_plays_and_comes_first() -> None:
    report = analyse(spoken(LONG), FLAGGED)
    assert report.red_flags is not None
    (flag,) = report.red_flags
    advice = report.advice[0]
    noted = "an interviewer may note “Says that more trees overfit”."
    assert advice.finding == "flags.said"
    assert advice.text == f"Listen back to “more trees overfit”: {noted}"
    assert (advice.start_s, advice.end_s) == (flag.start_s, flag.end_s)
    assert report.transcript.words[flag.word_index].start_s == flag.start_s


def test_the_words_of_a_red_flag_make_no_key_point() -> None:
    question = BANK.get("ml.random-forest.two-kinds-of-chance")
    begin = "Each tree gets a bootstrap sample of the rows, and more trees"
    wrong = analyse_text(f"{begin} lead to overfitting.", question)
    right = analyse_text(f"{begin} lower the variance.", question)
    made = [{point.id for point in report.key_points or () if point.covered} for report in (wrong, right)]
    assert made[0] < made[1]


def _read(said: str, made: float, contrary: float = 0.0) -> tuple[RedFlagHeard, ...]:
    """The flags heard where a model has read the answer, and the first flag at its first window."""
    utterance = heard(said)
    entailment = read_as(utterance, FLAGGED, {FLAGS[0].text: Likelihood(made, contrary)})
    return find_red_flags(utterance, FLAGS, entailment)


def test_with_a_model_a_flag_is_heard_in_any_words() -> None:
    (flag,) = _read("And the larger the forest gets, the worse it learns the data by heart. That is all.", 0.97)
    assert (flag.word_index, flag.word_count) == (0, 14)
    assert flag.said == "the larger the forest gets, the worse it learns the data by heart"
    assert (flag.start_s, flag.end_s) == (0.0, 5.5)


def test_with_a_model_its_cue_alone_is_not_enough() -> None:
    assert _read("More trees overfit.", 0.02) == ()


def test_a_cue_that_is_meant_makes_the_model_sure() -> None:
    assert _read("More trees overfit.", 0.95)
    assert _read("The larger forest does.", 0.95) == ()


def test_the_words_around_a_cue_still_wave_it_away() -> None:
    assert _read("Some people say that more trees overfit.", 0.95) == ()
    assert _read("I don't think more trees overfit.", 0.95) == ()


def test_where_the_contrary_is_likelier_no_flag_is_heard() -> None:
    assert _read("The larger forest does.", 0.85, 0.9) == ()


def test_a_long_window_is_quoted_in_part_and_marked_in_full() -> None:
    said = "So what I have seen in all of these years, and I have seen a lot of them, is that with more trees it learns"
    (flag,) = _read(f"{said} the noise, because nobody stops it there, as I told them then.", 0.97)
    assert flag.word_count == 37
    assert 1 <= len(flag.said.split()) <= 19


def test_an_endless_answer_is_not_looked_through_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    look = red_flags._is_loose

    def counted(*place: Any) -> bool:
        tried.append(place)
        return look(*place)

    monkeypatch.setattr(red_flags, "_is_loose", counted)
    assert find_red_flags(Utterance.typed("more trees overfit if it rains " * 200), FLAGS) == ()
    assert 0 < len(tried) <= 20


def test_without_a_question_nothing_is_claimed_and_nothing_denied() -> None:
    report = analyse_text(LONG)
    assert report.red_flags is None
    assert report.not_measured["red_flags"] == report.not_measured["key_points"]


def test_a_short_answer_may_say_one_too() -> None:
    report = analyse(spoken("More trees overfit."), FLAGGED)
    assert not report.enough_speech
    assert report.red_flags is not None
    assert [flag.said for flag in report.red_flags] == ["More trees overfit"]
    assert report.advice[0].finding == "flags.said"


def test_a_typed_answer_has_flags_without_seconds() -> None:
    report = analyse_text(LONG, FLAGGED)
    assert report.red_flags is not None
    assert [(flag.start_s, flag.end_s) for flag in report.red_flags] == [(None, None)]


@pytest.mark.parametrize("question", BANK.questions, ids=lambda question: question.id)
def test_no_model_answer_says_what_its_question_warns_of(question: Question) -> None:
    assert find_red_flags(Utterance.typed(question.model_answer), question.red_flags) == ()


@pytest.mark.parametrize("question", BANK.questions, ids=lambda question: question.id)
def test_every_cue_of_a_flag_is_found_when_it_is_said(question: Question) -> None:
    for flag in question.red_flags:
        for cue in flag.cues:
            found = find_red_flags(Utterance.typed(f"Well, {cue}, and that is my answer."), question.red_flags)
            assert [one.text for one in found] == [flag.text], cue
