"""What is said of a whole interview: at most three things, content first, each proved, none against the verdicts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.findings.filler_findings import NOT_HEARD
from simulator.interview_summary.asked_question import asked_questions
from simulator.interview_summary.remark import Remark, RemarkKind
from simulator.interview_summary.remarks import MAX_REMARKS, remarks_on
from simulator.store.records import AnswerRecord
from tests.simulator.interview_summary.kept import (
    BEFORE_S,
    TARGET_S,
    a_finding,
    a_follow_up,
    a_report,
    an_answer,
    silent,
    skipped,
    waiting,
)

FLAG = a_finding("flags.said", 360.0)
FILLERS = a_finding("fillers.sounds", 130.0)


def said_of(*answers: AnswerRecord) -> tuple[Remark, ...]:
    return remarks_on(asked_questions(answers))


def kinds(*answers: AnswerRecord) -> list[RemarkKind]:
    return [remark.kind for remark in said_of(*answers)]


def test_nothing_is_said_of_nothing() -> None:
    assert said_of() == ()
    assert said_of(skipped(0), silent(1), waiting(2)) == ()


def test_the_best_answer_went_well_and_plays_from_its_first_point() -> None:
    better = an_answer("omm", 1)
    (well, *_) = said_of(an_answer("mmo"), an_answer("mmm", 2), better)
    assert (well.kind, well.answer.position, well.count) == (RemarkKind.WENT_WELL, 2, 3)
    assert (well.start_s, well.end_s) == (BEFORE_S, BEFORE_S + 0.9)


def test_what_holds_a_wrong_statement_is_never_said_to_have_gone_well() -> None:
    first = an_answer("mmmm")
    assert RemarkKind.WENT_WELL not in kinds(first, a_follow_up(first, "x---"))
    assert RemarkKind.WENT_WELL not in kinds(an_answer("mmmx"))
    assert RemarkKind.WENT_WELL not in kinds(an_answer(report=a_report("mmmm", flags=("Bluffs.",))))


def test_without_an_answer_that_went_well_its_own_praise_is_said() -> None:
    praise = a_finding("honesty", 320.0, is_praise=True)
    thin = an_answer(report=a_report("ooo", findings=(a_finding("fillers.fluent", 105.0, is_praise=True), praise)))
    (first, *_) = said_of(thin)
    assert (first.kind, first.finding) == (RemarkKind.PRAISED, praise)
    wrong = an_answer(report=a_report("xoo", findings=(praise,)))
    assert RemarkKind.PRAISED not in kinds(wrong)


def test_what_to_do_next_begins_with_what_was_said_wrong() -> None:
    """Then the red flag, what was left out, what was unclear, the length, the fillers; three in all."""
    everything = an_answer(report=a_report("xo?o", over_s=40.0, findings=(FILLERS, FLAG)))
    assert kinds(everything) == [RemarkKind.CONTRARY, RemarkKind.FOUND, RemarkKind.NOT_HEARD]
    assert said_of(everything)[1].finding == FLAG
    assert kinds(an_answer(report=a_report("o?", over_s=40.0))) == [
        RemarkKind.NOT_HEARD,
        RemarkKind.UNCLEAR,
        RemarkKind.TOO_LONG,
    ]
    assert kinds(an_answer(report=a_report("mmm", over_s=40.0, findings=(FILLERS,)))) == [
        RemarkKind.WENT_WELL,
        RemarkKind.TOO_LONG,
        RemarkKind.FOUND,
    ]


def test_the_first_contrary_is_named_and_all_that_stand_are_counted() -> None:
    first = an_answer("xxm")
    follow_up = a_follow_up(first, "m--")
    contrary = next(one for one in said_of(first, follow_up, an_answer("xo", 1)) if one.kind is RemarkKind.CONTRARY)
    assert contrary.point is not None
    assert (contrary.point.id, contrary.count, contrary.answer) == ("point-1", 2, first)
    assert contrary.start_s == BEFORE_S + 1


def test_a_contrary_put_right_by_the_user_has_no_words_to_play() -> None:
    record = an_answer("x")
    assert record.report is not None
    by_user = tuple(replace(point, word_index=None, at_s=None) for point in record.report.key_points or ())
    (remark,) = said_of(replace(record, report=replace(record.report, key_points=by_user)))
    assert (remark.kind, remark.start_s, remark.end_s) == (RemarkKind.CONTRARY, None, None)


def test_what_was_left_out_is_told_of_the_question_that_lacks_most() -> None:
    first = an_answer("mmmo")
    second = an_answer("mooo", 1)
    (_, missed, *_) = said_of(first, second, a_follow_up(second, "-m--"))
    assert missed.point is not None
    assert (missed.kind, missed.answer, missed.point.id, missed.count) == (RemarkKind.NOT_HEARD, second, "point-2", 2)
    assert missed.start_s is None


def test_the_answer_furthest_over_its_target_is_the_long_one() -> None:
    remarks = said_of(an_answer(report=a_report("m", over_s=20.0)), an_answer("m", 1, report=a_report("m", over_s=60)))
    too_long = remarks[-1]
    assert (too_long.kind, too_long.answer.position) == (RemarkKind.TOO_LONG, 1)
    assert too_long.start_s == BEFORE_S + TARGET_S


def test_a_little_over_by_less_than_a_second_is_not_worth_a_word() -> None:
    assert RemarkKind.TOO_LONG not in kinds(an_answer(report=a_report("m", over_s=0.4)))


def test_where_nothing_else_is_to_be_said_the_weightiest_finding_is() -> None:
    story = a_report("", findings=(a_finding("evidence.none", 250.0), a_finding("pace.fast", 128.0)))
    (remark,) = said_of(an_answer(report=story))
    assert remark.finding is not None
    assert remark.finding.id == "evidence.none"


def test_that_fillers_cannot_be_heard_is_no_advice() -> None:
    deaf = a_report("", findings=(a_finding(NOT_HEARD),))
    assert said_of(an_answer(report=deaf)) == ()


letters = st.text("m?xo", min_size=0, max_size=5)


@given(st.lists(st.tuples(letters, letters), min_size=1, max_size=4))
def test_no_remark_contradicts_the_verdicts(interview: list[tuple[str, str]]) -> None:
    answers: list[AnswerRecord] = []
    for position, (first, then) in enumerate(interview):
        record = an_answer(first, position)
        answers.append(record)
        if first and then:
            answers.append(a_follow_up(record, then[: len(first)]))
    asked = asked_questions(answers)
    remarks = remarks_on(asked)
    assert len(remarks) <= MAX_REMARKS
    assert sum(remark.kind.is_praise for remark in remarks) <= 1
    verdict_of = {RemarkKind.CONTRARY: "contrary", RemarkKind.NOT_HEARD: "not", RemarkKind.UNCLEAR: "maybe"}
    for remark in remarks:
        one = asked[remark.answer.position]
        if remark.point is not None:
            assert one.evidence[remark.point.id].verdict == verdict_of[remark.kind]
        if remark.kind is RemarkKind.WENT_WELL:
            assert not one.points_at("contrary")
