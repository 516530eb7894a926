from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from question_bank.bank import Bank
from question_bank.models import TARGET_TIMES, Kind, Question
from simulator.analysis.analyse import analyse_text
from simulator.analysis.key_points.matching import find_key_points
from simulator.analysis.rambling.rambling import judge_rambling
from simulator.analysis.report import KeyPointResult, Rambling, Verdict
from simulator.analysis.utterance import Utterance
from tests.simulator.analysis.sample_questions import OVERFITTING
from tests.simulator.analysis.speaking import heard
from tests.simulator.analysis.spoken_answers import SpokenAnswer, read_answers

_PADDING: Final = "Nobody in that town ever painted a fence in winter. "


def _judge(utterance: Utterance, question: Question | None = OVERFITTING, kind: Kind = Kind.SHORT) -> Rambling:
    points = find_key_points(utterance, question.key_points) if question else ()
    return judge_rambling(utterance, kind, TARGET_TIMES[kind], question, points)


def _rules(rambling: Rambling) -> set[str]:
    return {reason.rule for reason in rambling.reasons}


@pytest.mark.parametrize("answer", read_answers("tight"), ids=lambda answer: answer.name)
@pytest.mark.parametrize("has_question", [True, False])
def test_tight_answers_are_not_flagged(answer: SpokenAnswer, has_question: bool) -> None:
    report = analyse_text(answer.text, answer.question if has_question else None)
    assert report.rambling is not None
    assert not report.rambling.flag


def test_rambling_answers_are_flagged() -> None:
    answers = read_answers("rambling")
    reports = [analyse_text(answer.text, answer.question) for answer in answers]
    missed = [a.name for a, r in zip(answers, reports, strict=True) if r.rambling is None or not r.rambling.flag]
    assert len(missed) <= 0.1 * len(answers), missed


def test_model_answers_are_hardly_ever_flagged() -> None:
    questions = [replace(question, model_answer="") for question in Bank.load().questions]
    answers = [question.model_answer for question in Bank.load().questions]
    reports = [analyse_text(text, question) for text, question in zip(answers, questions, strict=True)]
    assert sum(report.rambling is not None and report.rambling.flag for report in reports) <= 0.02 * len(reports)


def test_there_are_samples_enough() -> None:
    assert min(len(read_answers("tight")), len(read_answers("rambling"))) >= 30


def test_an_aside_that_leads_back_to_the_question_is_none() -> None:
    text = "It learns noise. By the way, early stopping and dropout help as well."
    assert "drift" not in _rules(_judge(heard(text)))


def test_a_story_nobody_asked_for_is_drift() -> None:
    story = "My uncle had a boat. It was blue and he sold it in May. Then we had a red one. "
    assert "drift" in _rules(_judge(heard("It learns noise. " + story * 3 + "Dropout helps against that.")))


def test_no_new_point_for_most_of_a_long_answer() -> None:
    plain = "One may look at this from many sides, and each of them has merits. "
    reasons = _judge(heard("It learns noise. " + plain * 10)).reasons
    (reason,) = [reason for reason in reasons if reason.rule == "no_new_point"]
    assert reason.start_s is not None
    assert reason.start_s < 2.0
    assert "no_new_point" not in _rules(_judge(heard("It learns noise. " + plain * 4)))


def test_every_point_made_and_the_last_at_the_end_takes_three_rules() -> None:
    text = "Noise. " + "We took one file and " * 12 + "stopped. The validation error rises. Dropout. More data, so yeah"
    rambling = _judge(heard(text))
    assert {"chained_clauses", "trails_off"} == _rules(rambling)
    assert not rambling.flag


def test_over_target_rests_on_what_came_after_the_target() -> None:
    rambling = _judge(heard("The noise is learnt. [152] Then more."))
    (reason,) = [reason for reason in rambling.reasons if reason.rule == "over_target"]
    assert reason.start_s is not None
    assert reason.start_s >= TARGET_TIMES[Kind.SHORT].target_s
    assert "2:00" in reason.why


def test_a_late_point_is_counted_from_the_first_word() -> None:
    late = _PADDING * 9 + "Overfitting is noise."
    assert "point_late" in _rules(_judge(heard(late)))
    assert "point_late" not in _rules(_judge(heard("[40] Overfitting is noise.")))


def test_thinking_aloud_may_come_to_the_point_late() -> None:
    late = _PADDING * 9 + "Overfitting is noise."
    assert "point_late" not in _rules(_judge(heard(late), kind=Kind.THINK_ALOUD))


def test_chained_clauses_need_connectors_and_no_stop() -> None:
    chain = "we took one file and " * 12 + "then stopped."
    assert "chained_clauses" in _rules(_judge(heard(chain)))
    assert "chained_clauses" not in _rules(_judge(heard(chain.replace("and", "and.").replace("..", "."))))
    assert "chained_clauses" not in _rules(_judge(heard("one two three four " * 12 + "five.")))


@pytest.mark.parametrize(
    "ending", ["so yeah", "or something.", "I guess", "and stuff like that", "I don't know, um", "So"]
)
def test_trailing_off(ending: str) -> None:
    assert "trails_off" in _rules(_judge(heard(f"It learns the noise. {ending}")))


def test_an_aside_is_drift_with_or_without_a_question() -> None:
    text = "It learns noise. By the way, the canteen is nice."
    assert "drift" in _rules(_judge(heard(text)))
    assert "drift" in _rules(_judge(heard(text), question=None))


def test_a_last_third_that_shares_nothing_with_the_question_is_drift() -> None:
    text = (
        "Overfitting is noise in training. Regularisation helps against overfitting noise. Dropout is cheap as well. "
        + "My sister grows tomatoes behind the house, and the neighbours bring buckets for rain every summer. " * 5
    )
    assert "drift" in _rules(_judge(heard(text)))


def test_one_rule_alone_is_no_flag() -> None:
    rambling = _judge(heard("It learns the noise. " + "The validation error rises. " * 5 + "Dropout helps, so yeah"))
    assert _rules(rambling) == {"trails_off"}
    assert not rambling.flag


def test_a_short_answer_is_never_flagged() -> None:
    rambling = _judge(heard("By the way, the canteen is nice, so yeah"))
    assert len(rambling.reasons) == 2
    assert not rambling.flag


def test_where_it_could_have_stopped_is_the_end_of_the_last_new_points_sentence() -> None:
    text = "Overfitting is learning noise. Dropout helps there. " + _PADDING * 15 + "It is noise, so yeah"
    rambling = _judge(heard(text))
    assert rambling.flag
    assert rambling.could_stop_word == 6
    assert rambling.could_stop_s == pytest.approx(6 * 0.4 + 0.3)


def _with_verdicts(said: str, *verdicts: tuple[Verdict, int, int]) -> Rambling:
    """With verdicts on the first key points, each on the words from one to another, both included."""
    points = tuple(
        KeyPointResult(f"point-{number}", verdict == "made", None, first, last - first + 1, "meaning", verdict=verdict)
        for number, (verdict, first, last) in enumerate(verdicts)
    )
    return judge_rambling(heard(said), Kind.SHORT, TARGET_TIMES[Kind.SHORT], OVERFITTING, points)


LONG = "Overfitting is learning noise. Dropout helps there. " + _PADDING * 15 + "It is noise, so yeah"


def test_nobody_could_have_stopped_before_a_point_that_was_touched() -> None:
    assert _with_verdicts(LONG, ("made", 0, 3)).could_stop_word == 3
    verdicts: tuple[Verdict, ...] = ("maybe", "contrary", "made")
    for verdict in verdicts:
        assert _with_verdicts(LONG, ("made", 0, 3), (verdict, 4, 6)).could_stop_word == 6


def test_the_whole_window_of_a_point_belongs_to_it() -> None:
    assert _with_verdicts(LONG, ("made", 0, 6)).could_stop_word == 6


@pytest.mark.parametrize("verdict", ["maybe", "contrary"])
def test_without_a_point_made_there_is_no_place_to_stop(verdict: Verdict) -> None:
    rambling = _with_verdicts(LONG, (verdict, 0, 3))
    assert rambling.flag
    assert rambling.could_stop_word is None


def test_a_point_said_the_wrong_way_round_took_up_the_question() -> None:
    late = _PADDING * 9 + "The model is too simple there."
    (reason,) = [one for one in _with_verdicts(late).reasons if one.rule == "point_late"]
    assert reason.why == "You made no key point and did not address the question."
    assert "point_late" not in _rules(_with_verdicts(late, ("contrary", 0, 8)))
    (reason,) = [one for one in _with_verdicts(late, ("contrary", 90, 95)).reasons if one.rule == "point_late"]
    assert reason.why == "The first point came at 0:35."


def test_what_only_takes_up_the_question_is_called_no_point() -> None:
    late = _PADDING * 9 + "What overfitting is, how one would notice overfitting and deal with it, I leave open."
    (reason,) = [one for one in _with_verdicts(late).reasons if one.rule == "point_late"]
    assert reason.why == "You only got to the question at 0:35."


def test_no_new_point_for_long_counts_from_any_point_touched() -> None:
    plain = "One may look at this from many sides, and each of them has merits. " * 10
    said = f"It learns noise. {plain}"
    (reason,) = [one for one in _with_verdicts(said, ("made", 0, 2)).reasons if one.rule == "no_new_point"]
    assert reason.why.startswith("After the point at 0:00")
    (reason,) = [one for one in _with_verdicts(said, ("contrary", 0, 2)).reasons if one.rule == "no_new_point"]
    assert reason.why.startswith("Starting at 0:00")
    assert "no_new_point" not in _rules(_with_verdicts(said, ("made", 0, 2), ("maybe", 70, 83)))


def test_a_point_told_as_a_story_is_no_drift() -> None:
    story = "My uncle had a boat. It was blue and he sold it in May. Then we had a red one. "
    said = "It learns noise. " + story * 3 + "Dropout helps against that."
    assert "drift" in _rules(_with_verdicts(said, ("made", 0, 2)))
    assert "drift" not in _rules(_with_verdicts(said, ("made", 3, 59)))


def test_without_a_flag_there_is_no_place_to_stop() -> None:
    assert _judge(heard("It learns noise. Dropout helps.")).could_stop_s is None


def test_reasons_lie_within_the_answer() -> None:
    for answer in read_answers("rambling"):
        utterance = Utterance.typed(answer.text)
        for reason in _judge(replace(utterance, is_timed=True), answer.question).reasons:
            assert reason.start_s is not None
            assert reason.end_s is not None
            assert 0 <= reason.start_s <= reason.end_s <= utterance.duration_s
