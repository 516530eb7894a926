"""The ladder asks deeper, never the same twice, and stops kindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from question_bank.bank import Bank
from question_bank.models import Question
from simulator.analysis.analyse import analyse, analyse_text
from simulator.analysis.report import AnswerReport, KeyPointResult
from simulator.follow_ups.answer_summary import summary_of
from simulator.follow_ups.answers_so_far import AnswersSoFar
from simulator.follow_ups.choice import FollowUpChoice
from simulator.follow_ups.general_questions import SILENT_WHY
from simulator.follow_ups.ladder import Limit, NextStep, Rung, next_step
from simulator.follow_ups.steps import Aim, LadderStep
from simulator.transcript import Transcript
from tests.simulator.analysis.labelled_answers import Part
from tests.simulator.labelled_follow_ups import agreement, labelled_cases, rungs_of, verdicts

BANK = Bank.load()
OVERFITTING = BANK.get("found.overfitting.detect-prevent")

each_question = pytest.mark.parametrize("question", BANK.questions[::7], ids=lambda question: question.id)

# Measured once the rules were settled: 0.99 and 0.89. This holds what was reached, less a little.
LEAST = {Part.DEVELOPMENT: 0.95, Part.HELD_OUT: 0.85}
THIN = (
    "It depends, I would say, and in general one has to look at it, because it is usually quite different every time."
)
GOOD = OVERFITTING.model_answer


def rung(question: Question, said: str) -> Rung:
    return Rung(question, analyse_text(said, question))


def climb(question: Question, *answers: str, max_depth: int = 4) -> list[NextStep]:
    """The steps after each answer, until the ladder ends or the answers do."""
    rungs: list[Rung] = []
    steps: list[NextStep] = []
    asked: Question | None = question
    for said in answers:
        assert asked is not None
        rungs.append(rung(asked, said))
        steps.append(next_step(rungs, max_depth))
        asked = steps[-1].question
        if asked is None:
            break
    return steps


@pytest.mark.parametrize("part", Part)
def test_the_step_is_mostly_that_of_a_good_interviewer(part: Part) -> None:
    assert agreement(verdicts(part)) >= LEAST[part]


def test_there_are_enough_labels() -> None:
    cases = labelled_cases()
    both = [case for part in Part for case in cases[part]]
    assert len(both) >= 66
    assert len(cases[Part.HELD_OUT]) * 2 >= len(cases[Part.DEVELOPMENT])
    assert len({case.question.split(".")[0] for case in both}) >= 9
    assert sum(len(case.answers) > 1 for case in both) >= 8


def test_labels_name_key_points_of_their_questions() -> None:
    for case in (case for part in Part for case in labelled_cases()[part]):
        points = {point.id for point in BANK.get(case.question).key_points}
        for kind, _, about in (accepted.partition(":") for accepted in case.accept):
            assert kind not in {"covered", "missed", "half"} or set(about.split("|")) <= points, case.question


def test_a_good_answer_leads_deeper_into_what_was_said() -> None:
    (step,) = climb(OVERFITTING, GOOD)
    assert step.question is not None
    assert step.question.text in {asked.text for asked in OVERFITTING.follow_ups}
    assert (step.reached, step.limit) == (1, None)


def test_a_follow_up_is_a_question_of_its_own() -> None:
    (step,) = climb(OVERFITTING, THIN)
    asked = step.question
    assert asked is not None
    assert asked.id == "found.overfitting.detect-prevent/1"
    assert (asked.roles, asked.rounds, asked.topics) == (OVERFITTING.roles, OVERFITTING.rounds, OVERFITTING.topics)
    assert [point.id for point in asked.key_points] == [step.about]
    assert asked.times.max_s < OVERFITTING.times.max_s


def test_two_thin_answers_in_a_row_end_it() -> None:
    steps = climb(OVERFITTING, THIN, THIN)
    assert [step.limit for step in steps] == [None, Limit.THIN_TWICE]
    assert (steps[-1].question, steps[-1].reached) == (None, 0)


def test_a_thin_answer_after_a_good_one_gets_another_chance() -> None:
    steps = climb(OVERFITTING, GOOD, THIN)
    assert [step.limit for step in steps] == [None, None]
    assert steps[-1].reached == 1


@pytest.mark.parametrize(
    ("said", "praise"),
    [
        ("I don't know.", "better than guessing"),
        ("Sorry, no idea.", "better than guessing"),
        ("I don't know that, I would look it up and try it.", "how you would find out, which is exactly right"),
    ],
)
def test_not_knowing_ends_it_kindly(said: str, praise: str) -> None:
    (step,) = climb(OVERFITTING, said)
    assert step.limit is Limit.UNKNOWN
    assert praise in step.why


def test_not_knowing_one_detail_does_not_end_it() -> None:
    (step,) = climb(OVERFITTING, f"{GOOD} What the name comes from, I don't know.")
    assert step.limit is None


def test_speaking_of_not_knowing_is_no_giving_up() -> None:
    question = BANK.get("you.limits.do-not-know")
    (step,) = climb(question, question.model_answer)
    assert step.limit is None


def test_it_ends_when_it_was_deep_enough() -> None:
    steps = climb(OVERFITTING, GOOD, GOOD, GOOD, max_depth=2)
    assert [step.limit for step in steps] == [None, None, Limit.DEEP_ENOUGH]
    assert "3 of 3 answers were good." in steps[-1].why


def test_silence_is_thin_and_goes_no_deeper() -> None:
    report = analyse(Transcript(duration_s=20.0), OVERFITTING)
    step = next_step([Rung(OVERFITTING, report)])
    assert (step.reached, step.limit) == (0, None)
    assert step.question is not None
    assert step.question.key_points
    assert step.why == SILENT_WHY


def test_no_rung_is_no_ladder() -> None:
    assert next_step([]).question is None


def test_a_row_of_names_is_asked_about() -> None:
    said = (
        "For that I use XGBoost, LightGBM, a random forest, BERT and a vector database, and then some deep learning on "
        "top, and with all of these together you are always on the safe side, as everybody does it like this nowadays."
    )
    (step,) = climb(OVERFITTING, said)
    assert step.question is not None
    assert "XGBoost" in step.question.text


def test_the_general_chain_goes_from_measure_to_model() -> None:
    question = replace(BANK.get("you.cv-project.one-to-be-proud-of"), key_points=(), follow_ups=())
    steps = climb(
        question,
        "I predicted which parcels come back. I chose a random forest because the drivers wanted to see the reasons, "
        "and the office now calls the doubtful addresses every morning, which saves a whole tour on most days.",
        "With the recall at three hundred calls a day, against the old rule of the office, which found half of them.",
        "The recall, since a parcel that comes back costs twelve euros and a needless call costs only fifty cents.",
        "On the addresses of the following month, because the forest had seen the earlier months by heart.",
    )
    assert [step.aim for step in steps] == [Aim.MEASURED, Aim.METRIC, Aim.UNSEEN, Aim.MODEL]
    assert steps[1].question is not None
    assert "recall" in steps[1].question.text
    assert steps[3].question is not None
    assert "random forest" in steps[3].question.text


def test_the_chain_does_not_follow_a_question_of_conduct() -> None:
    question = BANK.get("you.conflict.disagreement")
    aims = {step.aim for step in climb(question, *[question.model_answer] * 5, max_depth=9)}
    assert aims.isdisjoint({Aim.MEASURED, Aim.METRIC, Aim.UNSEEN, Aim.MODEL})


def test_a_story_of_we_alone_is_asked_for_the_own_part() -> None:
    said = (
        "We built a forecast for a bakery chain with sixty shops. We cleaned three years of sales, added the weather, "
        "and we compared boosting with the average of four weeks. In the end a third less bread was thrown away."
    )
    (step,) = climb(BANK.get("you.cv-project.one-to-be-proud-of"), said)
    assert step.about == "own-part"


def test_a_great_claim_is_asked_for_its_grounds() -> None:
    (step,) = climb(OVERFITTING, f"{GOOD} My models never fail, I can guarantee that.")
    assert step.aim is Aim.EVIDENCE
    assert "guarantee" in step.why or "never" in step.why


@each_question
def test_the_same_question_never_comes_twice(question: Question) -> None:
    answers = [question.model_answer, THIN, question.model_answer, question.model_answer, THIN, question.model_answer]
    steps = climb(question, *answers, max_depth=9)
    texts = [question.text, *(step.question.text for step in steps if step.question)]
    assert len(set(texts)) == len(texts)
    assert all(step.why.endswith(".") for step in steps)


@each_question
def test_the_model_answer_is_a_rung_well_answered(question: Question) -> None:
    (step,) = climb(question, question.model_answer)
    assert step.reached == 1
    assert step.question is not None


OFF_TOPIC = (
    "Last summer we walked along the coast for nine days, and every evening the wind came up and carried the smell of "
    "salt into the tents, and in the village at the end an old fisherman sold us bread and told us about his boats."
)


def told(question: Question, said: str, is_covered: bool) -> Rung:
    """The rung of a report that finds each key point by its meaning in a sentence of its own, or none at all."""
    report = analyse_text(said, question)
    starts = [index for index, word in enumerate(said.split()) if word.endswith(".")]
    points = tuple(
        KeyPointResult(point.id, True, None, starts[number % len(starts)], 1, "meaning")
        if is_covered
        else KeyPointResult(point.id, False, None)
        for number, point in enumerate(question.key_points)
    )
    return Rung(question, replace(report, key_points=points))


def test_no_missed_point_is_asked_for_where_the_report_finds_every_one() -> None:
    for question in BANK.questions:
        step = next_step([told(question, f"{OFF_TOPIC} {OFF_TOPIC}", is_covered=True)])
        assert step.aim not in {Aim.MISSED, Aim.HALF}, question.id


def test_a_point_said_by_name_alone_is_finished_and_not_called_missing() -> None:
    question = BANK.get("dl.lstm.gates")
    said = "It has a forget gate, an input gate and an output gate, and it is really advanced."
    report = analyse_text(said, question)
    assert {point.id for point in report.key_points or () if point.covered and point.half_word_index is not None}
    asked = [step for _, step in zip(range(4), _all_steps(question, report), strict=False)]
    covered = {point.id for point in report.key_points or () if point.covered}
    assert not [step.about for step in asked if step.aim is Aim.MISSED and step.about in covered]


def _all_steps(question: Question, report: AnswerReport) -> Iterator[LadderStep]:
    return FollowUpChoice(AnswersSoFar(question, [summary_of(question, report, question)])).steps()


@each_question
def test_an_answer_of_which_the_report_finds_nothing_is_not_praised_for_a_point(question: Question) -> None:
    said = " ".join(cue for point in question.key_points for cue in point.cues)  # its words, but not its meaning
    step = next_step([told(question, f"{said}.", is_covered=False)])
    assert "You made that point" not in step.why


def test_general_follow_ups_name_only_what_was_named() -> None:
    said = (
        "As far as I recall, we made a map of every ward in the hospital, I put it up in the corridor, which was good "
        "for boosting morale, and the electricians found the transformer station on it within a day, they thanked me."
    )
    question = replace(BANK.get("you.cv-project.one-to-be-proud-of"), key_points=(), follow_ups=())
    asked = " ".join(step.question.text for step in climb(question, *[said] * 4, max_depth=9) if step.question)
    assert "You mentioned" not in asked


def test_an_off_topic_answer_to_a_follow_up_is_not_praised_for_a_point_made_before() -> None:
    for question in BANK.questions[::7]:
        first = rung(question, question.model_answer)
        step = next_step([first])
        if step.question is not None:
            after = next_step([first, rung(step.question, OFF_TOPIC)])
            assert "You made that point well" not in after.why


@given(said=st.lists(st.text(max_size=300), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_strange_answers_never_raise(said: list[str]) -> None:
    for step in climb(OVERFITTING, *said):
        assert (step.question is None) == (step.limit is not None)


def test_labelled_answers_climb_from_their_own_question() -> None:
    for case in labelled_cases()[Part.DEVELOPMENT]:
        rungs = rungs_of(case)
        assert rungs[0].question.id == case.question
        assert len(rungs) == len(case.answers)
