"""What one answer tells: how it stands, which names fell, which words can be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import pytest

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import KeyPointResult, Verdict
from simulator.follow_ups.answer_quality import AnswerQuality
from simulator.follow_ups.answer_summary import AnswerSummary, summary_of
from simulator.transcript import Transcript, Word

BANK = Bank.load()
DROPOUT = BANK.get("dl.dropout.what-and-why")
PROJECT = BANK.get("you.cv-project.one-to-be-proud-of")
WITHOUT_POINTS = replace(DROPOUT, id="dl.dropout.what-and-why/1", text="And why?", key_points=())


def heard(question: Question, said: str, first: Question | None = None) -> AnswerSummary:
    return summary_of(question, analyse_text(said, question), first or question)


def test_points_are_made_by_their_words() -> None:
    one = heard(DROPOUT, DROPOUT.model_answer)
    assert one.standing is AnswerQuality.GOOD
    assert {"training", "predict"} <= one.made


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("I don't know.", AnswerQuality.UNKNOWN),
        ("No idea, honestly.", AnswerQuality.UNKNOWN),
        ("Um, I, uh, don't know.", AnswerQuality.UNKNOWN),
        ("I'd have to pass on that one.", AnswerQuality.UNKNOWN),
        ("You should always say what you don't know.", AnswerQuality.THIN),
        ("It depends, and it is usually quite different.", AnswerQuality.THIN),
        ("", AnswerQuality.THIN),
    ],
)
def test_how_an_answer_stands(said: str, standing: AnswerQuality) -> None:
    assert heard(DROPOUT, said).standing is standing


def test_not_knowing_a_detail_after_a_good_answer_is_no_giving_up() -> None:
    assert heard(DROPOUT, f"{DROPOUT.model_answer} Who invented it, I don't know.").standing is AnswerQuality.GOOD


def test_a_few_words_count_when_they_make_half_of_the_points() -> None:
    said = "In training units are set to zero at random, and at prediction all units are on."
    report = analyse_text(said, DROPOUT)
    assert not report.is_measured_in_full
    assert summary_of(DROPOUT, report, DROPOUT).standing is AnswerQuality.GOOD


def test_a_follow_up_without_points_is_judged_by_what_is_said() -> None:
    vague = "I would say it is quite good, and in general you have to look at it, but normally it is fine."
    telling = (
        "Neighbouring pixels of a feature map carry nearly the same information, so zeroing single ones hides little; "
        "one drops whole channels instead, or relies on batch statistics as regulariser."
    )
    assert heard(WITHOUT_POINTS, vague, DROPOUT).is_thin
    assert not heard(WITHOUT_POINTS, telling, DROPOUT).is_thin


def test_another_language_says_nothing() -> None:
    words = tuple(Word(text, index * 0.5, index * 0.5 + 0.4) for index, text in enumerate(["Das", "weiß", "ich"] * 20))
    report = analyse(Transcript(duration_s=40.0, words=words, language="de", model="base"), DROPOUT)
    assert summary_of(DROPOUT, report, DROPOUT).is_thin


def test_measures_and_models_are_heard_as_people_say_them() -> None:
    one = heard(
        PROJECT, "We took XGBoost, and a random forest before it, and looked at the F1 score and the ROC curve."
    )
    assert one.models == ("gradient boosting", "a random forest")
    assert one.metrics == ("the F1 score", "the AUC")


def test_a_quote_is_a_statement_of_its_own() -> None:
    one = heard(
        DROPOUT, "And in training each unit is set to zero at random. Since the units cannot rely on each other."
    )
    assert all(not quote.lower().startswith(("and ", "since ")) for quote in one.quotes.values())


def test_a_term_is_heard_in_any_spelling() -> None:
    assert heard(DROPOUT, "You use drop out there.").says("dropout")
    assert not heard(DROPOUT, "You drop the rows.").says("dropout")


def test_what_may_have_been_misheard_is_not_quoted() -> None:
    said = "In training each unit is set to zero at random. The network cannot rely on any single one of them."

    def words(worst: float) -> Transcript:
        texts = said.split()
        return Transcript(
            duration_s=40.0,
            words=tuple(
                Word(text, index * 0.5, index * 0.5 + 0.4, worst if text == "rely" else 0.9)
                for index, text in enumerate(texts)
            ),
            language="en",
            model="base",
        )

    sure, unsure = (summary_of(DROPOUT, analyse(words(worst), DROPOUT), DROPOUT) for worst in (0.6, 0.3))
    assert sure.made == unsure.made
    assert "The network cannot rely on any single one of them" in sure.quotes.values()
    assert not any("rely" in quote for quote in unsure.quotes.values())


def test_points_are_what_the_report_says_of_them() -> None:
    said = "They all learn to work alone, so none of them leans on its friends. In training units are set to zero."
    report = analyse_text(said, DROPOUT)
    none = tuple(KeyPointResult(point.id, False, None) for point in DROPOUT.key_points)
    meant = (KeyPointResult(DROPOUT.key_points[0].id, True, None, 0, 6, "meaning"), *none[1:])
    assert summary_of(DROPOUT, replace(report, key_points=none), DROPOUT).made == frozenset()
    one = summary_of(DROPOUT, replace(report, key_points=meant), DROPOUT)
    assert one.made == one.covered == frozenset([DROPOUT.key_points[0].id])
    assert one.quotes == {
        DROPOUT.key_points[0].id: "They all learn to work alone, so none of them leans on its friends"
    }


def test_a_point_begun_is_half_said_and_its_words_are_known() -> None:
    lstm = BANK.get("dl.lstm.gates")
    one = heard(lstm, "It has to do with the gradients, over the steps they get lost.")
    assert "vanishing" in one.half - one.covered
    assert "gradients" in one.touches["vanishing"] or "steps" in one.touches["vanishing"]


def test_a_report_from_before_points_were_called_half_said_is_read() -> None:
    report = analyse_text(DROPOUT.model_answer, DROPOUT)
    assert summary_of(DROPOUT, replace(report, key_points=None), DROPOUT).made == frozenset()


SAID = (
    "In training each unit is set to zero at random. At test time you drop half of them again. "
    "The network cannot rely on any single one of them."
)


def judged(*verdicts: Verdict, question: Question = DROPOUT, said: str = SAID) -> AnswerSummary:
    """The answer with these verdicts on the first points, shown by its second sentence; the others were not heard."""
    report = analyse_text(said, question)
    told = (*verdicts, *("not",) * len(question.key_points))
    points = tuple(
        KeyPointResult(point.id, verdict == "made", None, None if verdict == "not" else 10, 8, verdict=verdict)
        for point, verdict in zip(question.key_points, cast(Sequence[Verdict], told), strict=False)
    )
    return summary_of(question, replace(report, key_points=points), question)


def test_the_contrary_of_a_point_is_known_in_the_candidates_words() -> None:
    one = judged("contrary")
    assert one.contrary == {DROPOUT.key_points[0].id: "At test time you drop half of them again"}
    assert one.contrary.keys().isdisjoint(one.made | one.half | one.covered)


def test_a_point_perhaps_made_is_half_said() -> None:
    one = judged("maybe", "made")
    assert one.half == {DROPOUT.key_points[0].id}
    assert one.made == {DROPOUT.key_points[1].id}


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        (("made", "made", "not", "not"), AnswerQuality.GOOD),
        (("made", "maybe", "maybe", "maybe"), AnswerQuality.GOOD),
        (("maybe", "maybe", "maybe", "maybe"), AnswerQuality.THIN),
        (("made", "contrary", "not", "not"), AnswerQuality.THIN),
        (("made", "made", "contrary", "contrary"), AnswerQuality.THIN),
        (("contrary", "contrary", "contrary", "contrary"), AnswerQuality.THIN),
        (("not", "not", "not", "not"), AnswerQuality.THIN),
    ],
)
def test_an_answer_stands_by_its_verdicts(verdicts: tuple[Verdict, ...], standing: AnswerQuality) -> None:
    assert judged(*verdicts).standing is standing


def test_a_story_that_makes_no_point_is_not_good_for_its_length() -> None:
    said = f"{SAID} So the neighbours learn the shape of every letter alone, and three pictures of cats became enough."
    assert judged("not", question=PROJECT, said=said).standing is AnswerQuality.THIN
    assert judged("made", question=PROJECT, said=said).standing is AnswerQuality.GOOD


def test_a_point_put_right_by_the_user_is_not_quoted() -> None:
    report = analyse_text(SAID, DROPOUT)
    points = tuple(
        KeyPointResult(point.id, True, None, found_by="user", verdict="made") for point in DROPOUT.key_points
    )
    assert summary_of(DROPOUT, replace(report, key_points=points), DROPOUT).quotes == {}


def test_an_answer_off_the_matter_is_thin_even_where_no_point_is_asked_for() -> None:
    said = "Last summer we walked along the coast, and an old fisherman sold us bread and told us about his boats."
    assert heard(WITHOUT_POINTS, said, DROPOUT).is_thin


def test_where_nobody_was_understood_nothing_is_quoted_or_asked_about() -> None:
    texts = (DROPOUT.model_answer + " We used XGBoost for it.").split()
    words = tuple(Word(text, index * 0.5, index * 0.5 + 0.4, 0.3) for index, text in enumerate(texts))
    report = analyse(Transcript(duration_s=90.0, words=words, language="en", model="base"), DROPOUT)
    one = summary_of(DROPOUT, report, DROPOUT)
    assert (one.is_thin, one.models, one.quotes) == (True, (), {})
