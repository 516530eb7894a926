"""What is marked in an answer, of which kind, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

from simulator.analysis.analyse import analyse
from simulator.analysis.report import AnswerReport, Rambling, RamblingReason
from simulator.word_corrections import correction_of, put_right
from tests.ui.parts import heard
from tests.ui.samples import OVERFITTING, STOP_S, long_record, sample_report, sample_transcript
from ui.words.answer_marks import (
    AnswerMark,
    MarkKind,
    counts_of,
    counts_words,
    marks_of,
    said_of,
    shown_starts,
    sound_words,
)
from ui.words.marked_transcript import flag_starts, marked_words


def sample_marks(report: AnswerReport | None = None) -> tuple[AnswerMark, ...]:
    return marks_of(sample_transcript(), report or sample_report(), OVERFITTING)


def with_contrary() -> AnswerReport:
    report = sample_report()
    points = list(report.key_points or ())
    points[1] = replace(points[1], covered=False, verdict="contrary", word_index=34, word_count=9)
    return replace(report, key_points=tuple(points))


def test_each_kind_is_counted() -> None:
    counts = counts_of(sample_marks(with_contrary()))
    assert counts == {
        MarkKind.FILLER: 7,
        MarkKind.REPEAT: 1,
        MarkKind.PAUSE: 2,
        MarkKind.CONTRARY: 1,
        MarkKind.RAMBLING: 2,
        MarkKind.STOP: 1,
    }


def test_a_contrary_statement_lies_over_its_words_and_names_the_point() -> None:
    mark = next(one for one in sample_marks(with_contrary()) if one.kind is MarkKind.CONTRARY)
    words = sample_transcript().words
    assert (mark.start_s, mark.end_s) == (words[34].start_s, words[42].end_s)
    assert said_of([mark], 40) == "the opposite of “Plot learning curves for both”"
    assert said_of([mark], 43) == said_of([mark], None) == ""


def test_rambling_is_marked_only_where_it_is_flagged_and_says_why() -> None:
    reason = RamblingReason("repeats_itself", 66.0, 90.0, "It says the learning curves again.", 60, 12)
    for is_flagged in (True, False):
        report = replace(sample_report(), rambling=Rambling(is_flagged, (reason,), None))
        found = [mark for mark in sample_marks(report) if mark.kind is MarkKind.RAMBLING]
        assert [mark.words for mark in found] == [range(60, 72)] * is_flagged
        assert all(mark.said == "rambling: It says the learning curves again." for mark in found)


def test_a_reason_from_before_words_were_known_lies_over_the_words_of_its_time() -> None:
    found = [mark for mark in sample_marks() if mark.kind is MarkKind.RAMBLING]
    words = sample_transcript().words
    for mark, (start_s, end_s) in zip(found, ((66.0, 90.0), (108.0, 111.0)), strict=True):
        inside = [words[index] for index in mark.words]
        assert inside
        assert start_s <= (inside[0].start_s + inside[0].end_s) / 2
        assert (inside[-1].start_s + inside[-1].end_s) / 2 <= end_s


def test_hedges_are_found_in_spoken_and_in_typed_answers() -> None:
    text = "I guess dropout thins the network out, and it averages many networks, maybe."
    for transcript in (heard(text), None):
        report = analyse(heard(text), OVERFITTING)
        if transcript is None:
            words = tuple(replace(word, start_s=None, end_s=None) for word in report.transcript.words)
            report = replace(report, transcript=replace(report.transcript, words=words))
        hedged = [mark for mark in marks_of(transcript, report, OVERFITTING) if mark.kind is MarkKind.HEDGE]
        assert list(hedged[0].words) == [0, 1]
        assert (hedged[0].start_s is None) is (transcript is None)


def test_until_corrected_words_are_judged_what_rests_on_them_is_left_out() -> None:
    machine, report = sample_transcript(), with_contrary()
    correction = correction_of(machine.words, (), 3, 1, "I")
    assert correction is not None
    words, _ = put_right(machine, (correction,))
    kinds = {mark.kind for mark in marks_of(words, report, OVERFITTING)}
    assert {MarkKind.FILLER, MarkKind.PAUSE} <= kinds
    assert not kinds & {MarkKind.CONTRARY, MarkKind.RAMBLING}


def test_without_a_report_nothing_is_marked() -> None:
    assert marks_of(sample_transcript(), None, OVERFITTING) == ()
    assert counts_words(()) == ""


def test_what_is_marked_in_the_sound_is_told() -> None:
    assert sound_words(80.0, ()) == "1:20 recorded"
    told = sound_words(80.0, sample_marks())
    assert told == "1:20 recorded, 7 fillers, 1 repeat, 2 long pauses, 2 rambling stretches, complete at 0:58"


def test_the_flags_are_those_that_show() -> None:
    pieces, marks = marked_words(sample_transcript(), with_contrary()), sample_marks(with_contrary())
    every = shown_starts(pieces, marks, ())
    contrary = next(mark for mark in marks if mark.kind is MarkKind.CONTRARY)
    assert set(flag_starts(pieces)) < set(every)
    assert contrary.start_s in every
    assert list(every) == sorted(every)
    only_stop = shown_starts(pieces, marks, frozenset(MarkKind) - {MarkKind.STOP})
    assert only_stop == (STOP_S,)
    assert shown_starts(pieces, marks, frozenset(MarkKind)) == ()


def test_a_long_answer_is_marked_throughout() -> None:
    record = long_record()
    assert len(marks_of(record.transcript, record.report, record.question)) > 80
