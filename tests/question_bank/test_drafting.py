"""A question in a form: the loader's own check at each field, and nothing lost on the way in and out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from question_bank.bank import Bank
from question_bank.drafting import Draft, DraftFlag, DraftFollowUp, DraftPoint, check, draft_of, topic_of, usual_times
from question_bank.exchange.pack_writing import pack_yaml
from question_bank.loader import Pack, parse_pack
from question_bank.models import FollowUpTrigger, Kind, Role, Round
from question_bank.pack_format import PackHead

BANK = Bank.load()
GOOD = Draft(
    text="What does a p-value tell you?",
    topics="Statistics, our tests",
    key_points=(DraftPoint("How surprising the data would be if there were no effect", "no effect, surprising"),),
    model_answer="It tells how surprising data like these would be if there were no effect.",
)


def test_what_a_writer_need_not_think_about_is_made() -> None:
    question = check(GOOD, "mine").question
    assert question is not None
    assert question.id == "mine.what-does-a-p-value-tell-you"
    assert question.pack == "mine"
    assert question.topics == ("found.statistics", "own.our-tests")
    assert question.key_points[0].id == "how-surprising-the-data-would-be-if"
    assert question.key_points[0].cues == ("no effect", "surprising")
    assert (question.roles, question.rounds) == (tuple(Role), (Round.TECHNICAL_SCREENING,))


def test_cues_come_from_the_key_point_and_the_topic_from_the_pack() -> None:
    question = check(replace(GOOD, topics=" ", key_points=(DraftPoint("Surprising data"),)), "mine").question
    assert question is not None
    assert question.topics == ("own.mine",)
    assert question.key_points[0].cues


@pytest.mark.parametrize(
    ("typed", "cues"),
    [
        ("10,000, ten thousand", ("10,000", "ten thousand")),
        ("10,000", ("10,000",)),
        ("10,000; no, none", ("10,000", "no, none")),
        ("11, no, null, 0.5, 2020-01-01", ("11", "no", "null", "0.5", "2020-01-01")),
    ],
)
def test_what_is_typed_as_cues_is_read_again_from_the_file(typed: str, cues: tuple[str, ...]) -> None:
    points = (DraftPoint("So many", typed, "on"), DraftPoint("7"))
    asked = (DraftFollowUp("Why?", point=0), DraftFollowUp("What is it?", FollowUpTrigger.TERM, term="null"))
    flags = (DraftFlag("So few", typed),)
    question = check(replace(GOOD, id="no", key_points=points, follow_ups=asked, red_flags=flags), "mine").question
    assert question is not None
    assert question.key_points[0].cues == question.red_flags[0].cues == cues
    read = parse_pack(Path("mine.yaml"), pack_yaml(PackHead("Mine", "Nobody"), [question]).encode())
    assert isinstance(read, Pack), read
    assert read.questions == (question,)
    assert check(draft_of(question), "mine").question == question


@pytest.mark.parametrize("question", BANK.questions, ids=lambda question: question.id)
def test_every_question_of_the_bank_goes_through_the_form_unchanged(question: object) -> None:
    assert check(draft_of(question), question.pack).question == question  # type: ignore[attr-defined, arg-type]


def test_a_copy_gets_an_id_of_its_own() -> None:
    original = BANK.questions[0]
    first = check(draft_of(original, is_copy=True), "mine").question
    assert first is not None
    assert first.id != original.id
    second = check(draft_of(original, is_copy=True), "mine", taken={first.id}).question
    assert second is not None
    assert second.id == f"{first.id}-2"


def test_an_empty_form_says_at_each_field_what_is_needed() -> None:
    faults = check(Draft(roles=(), rounds=()), "mine").faults
    assert faults == {
        ("text",): "This field is required.",
        ("model_answer",): "This field is required.",
        ("key_points",): "This field is required.",
        ("roles",): "Choose at least one.",
        ("rounds",): "Choose at least one.",
    }


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (replace(GOOD, text="x" * 2_001), ("text",), "length <= 2000"),
        (replace(GOOD, id="Two Words"), ("id",), "lower-case letters"),
        (replace(GOOD, times=("60", "30", "")), ("times",), "must not decrease"),
        (replace(GOOD, times=("soon", "", "")), ("times", "min_s"), "a number"),
        (replace(GOOD, key_points=(*GOOD.key_points, DraftPoint("", "x"))), ("key_points", 1, "text"), "required"),
        (replace(GOOD, follow_ups=(DraftFollowUp("Why?", point=3),)), ("follow_ups", 0, "about"), "required"),
        (replace(GOOD, follow_ups=(DraftFollowUp("", point=0),)), ("follow_ups", 0, "text"), "required"),
        (replace(GOOD, key_points=(DraftPoint("So many", "few, 7"),)), ("key_points", 0, "cues", 1), "too common"),
        (replace(GOOD, red_flags=(DraftFlag("x" * 401),)), ("red_flags", 0), "length <= 400"),
        (replace(GOOD, red_flags=(DraftFlag("", "always"),)), ("red_flags", 0, "text"), "required"),
    ],
)
def test_a_fault_is_told_at_its_field(draft: Draft, field: tuple[str | int, ...], words: str) -> None:
    checked = check(draft, "mine")
    assert checked.question is None
    assert words in checked.faults[field]


def test_several_faults_are_told_at_once() -> None:
    faults = check(replace(GOOD, text="", times=("no", "", "")), "mine").faults
    assert set(faults) == {("text",), ("times", "min_s")}


def test_an_id_that_is_taken_is_a_fault() -> None:
    assert check(replace(GOOD, id="mine.one"), "mine", taken={"mine.one"}).faults.keys() == {("id",)}


def test_a_follow_up_finds_its_key_point_though_ids_are_made() -> None:
    asked = (
        DraftFollowUp("What if there is one?", FollowUpTrigger.MISSED, 0),
        DraftFollowUp("What is alpha?", FollowUpTrigger.TERM, 0, "alpha"),
    )
    question = check(replace(GOOD, follow_ups=asked), "mine").question
    assert question is not None
    assert [one.about for one in question.follow_ups] == [question.key_points[0].id, "alpha"]


def test_topics_are_known_by_name_or_id_and_all_else_is_ones_own() -> None:
    assert topic_of("bias and  Variance") == "found.bias-variance"
    assert topic_of("ml.pca") == "ml.pca"
    assert topic_of("own.payments") == "own.payments"
    assert topic_of("Our Payments") == "own.our-payments"


def test_usual_times_are_those_of_the_kind() -> None:
    assert usual_times(Kind.QUICK) == ("10", "35", "60")
